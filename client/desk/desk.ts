/**
 * One analysis made ready for the panes: what stands on what, and every part by id and by the name the URL uses.
 * Says nothing of its own; what it holds comes from the analysis and from `core/graph`.
 */
import { type ClaimNode, type Footing, footingOf, type SourceNode } from "../../core/graph/index.ts";
import type {
  Analysis,
  CitationItem,
  Edge,
  ItemId,
  Marker,
  MarkerId,
  Note,
  NoteId,
  OpenCitation,
  Source,
  SourceId,
  Statement,
  StatementId,
} from "../../core/model.ts";

export interface Claim {
  readonly id: StatementId;
  /** The name in the URL: the number shown, or the id where two claims share a number. */
  readonly ref: string;
  readonly statement: Statement;
  readonly node: ClaimNode;
  readonly edges: readonly Edge[];
  readonly open: readonly OpenCitation[];
}

export interface Work {
  readonly id: SourceId;
  /** The name in the URL: the citation key. */
  readonly ref: string;
  readonly source: Source;
  readonly node: SourceNode;
  readonly edges: readonly Edge[];
}

export interface Desk {
  readonly analysis: Analysis;
  readonly footing: Footing;
  readonly claims: readonly Claim[];
  readonly works: readonly Work[];
  readonly claimById: ReadonlyMap<StatementId, Claim>;
  readonly claimByRef: ReadonlyMap<string, Claim>;
  readonly workById: ReadonlyMap<SourceId, Work>;
  readonly workByRef: ReadonlyMap<string, Work>;
  readonly noteById: ReadonlyMap<NoteId, Note>;
  readonly markerById: ReadonlyMap<MarkerId, Marker>;
  readonly itemById: ReadonlyMap<ItemId, CitationItem>;
  readonly itemsByNote: ReadonlyMap<NoteId, readonly CitationItem[]>;
  readonly itemsByMarker: ReadonlyMap<MarkerId, readonly CitationItem[]>;
  readonly markersByNote: ReadonlyMap<NoteId, readonly Marker[]>;
}

/** Groups in the order given. */
function groupBy<T, K>(list: readonly T[], keys: (item: T) => Iterable<K>): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const some = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);
const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((item) => [item.id, item]));

/** Returns the desk of an analysis. Linear in its parts. */
export function createDesk(analysis: Analysis): Desk {
  const footing = footingOf(analysis);
  const edgesByClaim = groupBy(analysis.edges, (e) => [e.claim]);
  const edgesBySource = groupBy(analysis.edges, (e) => [e.source]);
  const openByClaim = groupBy(analysis.open, (o) => [o.claim]);
  const taken = new Set<string>();
  const claims = analysis.statements
    .filter((s) => s.kind === "claim")
    .map((statement): Claim => {
      const ref = statement.label !== "" && !taken.has(statement.label) ? statement.label : statement.id;
      taken.add(ref);
      return {
        id: statement.id,
        ref,
        statement,
        node: footing.claimNodes.get(statement.id)!,
        edges: edgesByClaim.get(statement.id) ?? [],
        open: openByClaim.get(statement.id) ?? [],
      };
    });
  const works = analysis.sources.map(
    (source): Work => ({
      id: source.id,
      ref: source.key,
      source,
      node: footing.sourceNodes.get(source.id)!,
      edges: edgesBySource.get(source.id) ?? [],
    }),
  );
  return {
    analysis,
    footing,
    claims,
    works,
    claimById: byId(claims),
    claimByRef: new Map(claims.map((c) => [c.ref, c])),
    workById: byId(works),
    workByRef: new Map(works.map((w) => [w.ref, w])),
    noteById: byId(analysis.notes),
    markerById: byId(analysis.markers),
    itemById: byId(analysis.items),
    itemsByNote: groupBy(analysis.items, (i) => some(i.note)),
    itemsByMarker: groupBy(analysis.items, (i) => some(i.marker)),
    markersByNote: groupBy(analysis.markers, (m) => m.notes),
  };
}

/** Returns what to call the document: its title, its first heading, its file's name, or "Pasted text". */
export function titleOf({ analysis }: Desk): string {
  const { title, name } = analysis.document;
  const heading = analysis.statements.find((s) => s.kind === "heading" && s.text.trim() !== "")?.text.trim();
  return title ?? heading ?? name ?? "Pasted text";
}

/** Returns the distinct works that the edges lead to, in their order. */
export function worksOf(desk: Desk, edges: readonly Edge[]): readonly Work[] {
  return [...new Set(edges.map((e) => e.source))].map((id) => desk.workById.get(id)!);
}

/** Returns the distinct claims that the edges come from, in document order. */
export function claimsOf(desk: Desk, edges: readonly Edge[]): readonly Claim[] {
  return [...new Set(edges.map((e) => e.claim))]
    .map((id) => desk.claimById.get(id)!)
    .sort((a, b) => a.node.order - b.node.order);
}
