/** What an exporter is given, and which sources it is asked for. */
import type { Analysis, Source, SourceId } from "../model.ts";

/** The parts of an analysis that a list of sources is made from. */
export type SourcesInput = Pick<Analysis, "statements" | "sources" | "edges"> &
  Partial<Pick<Analysis, "document">>;

/** Returns the sources asked for, or all, in the order of the analysis. Unknown ids are passed over. */
export function chosenSources(
  input: Pick<Analysis, "sources">,
  wanted?: Iterable<SourceId>,
): readonly Source[] {
  if (wanted === undefined) return input.sources;
  const set = new Set(wanted);
  return input.sources.filter(({ id }) => set.has(id));
}

/** The parts of an analysis that pairs and graphs are made from. */
export type EvidenceInput = Pick<
  Analysis,
  "document" | "statements" | "markers" | "notes" | "items" | "sources" | "edges" | "open"
>;

/**
 * Returns the input with only the sources asked for, the edges that lead to them and the claims that rest on them;
 * the input itself when all are wanted.
 */
export function narrowed<T extends EvidenceInput>(input: T, wanted?: Iterable<SourceId>): T {
  if (wanted === undefined) return input;
  const set = new Set(wanted);
  const edges = input.edges.filter(({ source }) => set.has(source));
  const claims = new Set(edges.map(({ claim }) => claim));
  return {
    ...input,
    sources: input.sources.filter(({ id }) => set.has(id)),
    edges,
    statements: input.statements.filter(({ id }) => claims.has(id)),
    open: [],
  };
}
