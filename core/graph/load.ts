/** What rests on a source. */
import type { EdgeId, SourceId, StatementId } from "../model.ts";
import { sourceNode } from "./nodes.ts";
import type { EvidenceGraph } from "./types.ts";

export interface Load {
  readonly source: SourceId;
  /** Claims that cite it in their own sentence, in the order of the analysis. */
  readonly direct: readonly StatementId[];
  /** Claims that only a later marker of the paragraph leads here. */
  readonly carried: readonly StatementId[];
  readonly edges: readonly EdgeId[];
}

/** Returns what rests on the source. Linear in the source's edges. Throws a GraphError for an unknown source. */
export function load(graph: EvidenceGraph, source: SourceId): Load {
  sourceNode(graph, source, "load");
  const direct = new Set<StatementId>();
  const carried = new Set<StatementId>();
  const edges: EdgeId[] = [];
  graph.forEachInEdge(source, (edge, { scope }, claim) => {
    edges.push(edge);
    (scope === "direct" ? direct : carried).add(claim);
  });
  for (const claim of direct) carried.delete(claim);
  return { source, direct: [...direct], carried: [...carried], edges };
}
