/**
 * Proposes which sources of several documents are one work. Only proposes: a person or the library decides, and
 * nothing is merged here.
 */
import type { Confidence, Source, SourceId } from "../model.ts";
import { type Cluster, cluster } from "./cluster.ts";
import { type Identity, identify, sameContainer } from "./identity.ts";

export interface PlacedSource<Document extends string = string> {
  readonly document: Document;
  readonly source: Source;
}

export interface MergeProposal<Document extends string = string> {
  readonly members: readonly { readonly document: Document; readonly source: SourceId }[];
  /** What the members share, the strongest first, then what differs. */
  readonly reasons: readonly string[];
  /** `certain`: one identifier; `likely`: author, title and year agree; `proposed`: something differs. */
  readonly confidence: Confidence;
}

/**
 * Returns one proposal for each group of sources that describe one work, in order of their first member. Sources of
 * one document are proposed together too: a document may have kept them apart. Near-linear.
 */
export function proposeMerges<Document extends string>(
  placed: readonly PlacedSource<Document>[],
): MergeProposal<Document>[] {
  const descriptions = placed.map(({ source }, i) => ({
    item: String(i),
    csl: source.csl,
    truncated: source.authorsTruncated,
    raw: "",
    names: [],
  }));
  return cluster(descriptions)
    .filter((group) => group.descriptions.length > 1)
    .map((group) => propose(group, placed));
}

function propose<Document extends string>(
  { descriptions }: Cluster,
  placed: readonly PlacedSource<Document>[],
): MergeProposal<Document> {
  const own = descriptions.map(({ item }) => placed[Number(item)]!);
  const identities = own.map(({ source }) => identify(source.csl, source.authorsTruncated));
  const [first, ...others] = identities;
  const all = (test: (a: Identity, b: Identity) => boolean) => others.every((other) => test(first!, other));
  const sameDoi = all((a, b) => a.doi !== null && a.doi === b.doi);
  const shared = [
    sameDoi && "the same DOI",
    all((a, b) => a.ids.some((id) => b.ids.includes(id))) && "the same PubMed record",
    all((a, b) => a.shelfmark !== null && a.shelfmark === b.shelfmark) && "the same shelfmark",
    all((a, b) => a.reporter !== null && a.reporter === b.reporter) && "the same volume of law reports",
    all((a, b) => (a.variants[0] ?? []).some((form) => b.variants[0]?.includes(form))) &&
      "the same first author",
    all((a, b) => a.titleOcr !== "" && a.titleOcr === b.titleOcr) && "the same title",
    all((a, b) => a.year !== null && a.year === b.year) && "the same year",
  ].filter((reason) => reason !== false);
  const differing = [
    others.some((b) => b.year !== null && first!.year !== null && b.year !== first!.year) &&
      "the years differ",
    others.some((b) => b.titleOcr !== first!.titleOcr) && "the titles differ slightly",
    others.some((b) => b.volume !== "" && first!.volume !== "" && b.volume !== first!.volume) &&
      "the volumes differ",
    others.some((b) => unlike(first!.container, b.container)) && "the journals differ",
  ].filter((reason) => reason !== false);
  return {
    members: own.map(({ document, source }) => ({ document, source: source.id })),
    reasons: [...shared, ...differing],
    confidence: sameDoi ? "certain" : differing.length > 0 ? "proposed" : "likely",
  };
}

const unlike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !sameContainer(a, b);
