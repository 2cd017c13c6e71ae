/** Which sources carry claims alone. */
import type { SourceId, StatementId } from "../model.ts";
import { foundation } from "./foundation.ts";
import type { EvidenceGraph } from "./types.ts";

export interface SoleSupport {
  /** Claims whose only directly cited source this is, in document order. */
  readonly direct: readonly StatementId[];
  /** Claims with carried citations only, all of them to this source. */
  readonly carried: readonly StatementId[];
}

/**
 * Returns, for each source that some claim hangs on alone, those claims: exactly what would fall without it.
 * One pass over claims and edges.
 */
export function soleSupport(graph: EvidenceGraph): ReadonlyMap<SourceId, SoleSupport> {
  const found = new Map<SourceId, { direct: StatementId[]; carried: StatementId[] }>();
  for (const claim of graph.getAttribute("claims")) {
    const { sole, support } = foundation(graph, claim);
    if (sole === null || support === "uncited") continue;
    const entry = found.get(sole) ?? { direct: [], carried: [] };
    entry[support].push(claim);
    found.set(sole, entry);
  }
  return found;
}
