/** What an exporter is given, and which part of it is asked for. */
import type { Analysis, Source, SourceId, StatementId } from "../model.ts";
import type { Corrections, ReviewState } from "../review/index.ts";

/** The parts of an analysis that a list of sources is made from. */
export type SourcesInput = Pick<Analysis, "statements" | "sources" | "edges"> &
  Partial<Pick<Analysis, "document">> & { readonly corrections?: Corrections | undefined };

/** A part of an analysis: citations of these sources by these claims. What is left out is not asked about. */
export interface Selection {
  readonly sources?: readonly SourceId[] | ReadonlySet<SourceId> | undefined;
  readonly claims?: readonly StatementId[] | ReadonlySet<StatementId> | undefined;
}

/**
 * Returns the sources asked for, or all, in the order of the analysis; of a selection by claims those that the claims
 * cite. Unknown ids are passed over.
 */
export function chosenSources(
  input: Pick<Analysis, "sources" | "edges">,
  { sources, claims }: Selection = {},
): readonly Source[] {
  const named = sources && new Set(sources);
  const citing = claims && new Set(claims);
  const cited = citing && new Set(input.edges.filter((e) => citing.has(e.claim)).map((e) => e.source));
  return input.sources.filter(({ id }) => (named?.has(id) ?? true) && (cited?.has(id) ?? true));
}

/** The parts of an analysis that pairs and graphs are made from, and what reviewers said of the pairs. */
export type EvidenceInput = Pick<
  Analysis,
  "document" | "statements" | "markers" | "notes" | "items" | "sources" | "edges" | "open"
> & { readonly reviews?: ReviewState | undefined; readonly corrections?: Corrections | undefined };

/**
 * Returns the input with only the sources asked for, the edges that lead to them and the claims that rest on them; of
 * a selection by claims also those that rest on nothing. The input itself when all is asked for.
 */
export function narrowed<T extends EvidenceInput>(input: T, selection: Selection = {}): T {
  const named = selection.sources && new Set(selection.sources);
  const asked = selection.claims && new Set(selection.claims);
  if (named === undefined && asked === undefined) return input;
  const edges = input.edges.filter((e) => (named?.has(e.source) ?? true) && (asked?.has(e.claim) ?? true));
  const claims = named === undefined ? asked! : new Set(edges.map(({ claim }) => claim));
  return {
    ...input,
    sources: chosenSources(input, {
      sources: named,
      claims: asked,
    }),
    edges,
    statements: input.statements.filter(({ id }) => claims.has(id)),
    open: named === undefined ? input.open.filter(({ claim }) => claims.has(claim)) : [],
  };
}
