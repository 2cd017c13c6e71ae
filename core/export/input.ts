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
