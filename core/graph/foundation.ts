/** What a claim rests on. */
import type { EdgeId, SourceId, StatementId } from "../model.ts";
import { claimNode } from "./nodes.ts";
import type { EvidenceGraph, Support } from "./types.ts";

export interface Foundation {
  readonly claim: StatementId;
  readonly support: Support;
  /** Sources cited in the claim's own sentence. */
  readonly direct: readonly SourceId[];
  /** Sources that only a later marker of the paragraph leads to. */
  readonly carried: readonly SourceId[];
  readonly edges: readonly EdgeId[];
  /** The one source that everything hangs on, or null. */
  readonly sole: SourceId | null;
}

/** Returns what the claim rests on. Linear in the claim's edges. Throws a GraphError for an unknown claim. */
export function foundation(graph: EvidenceGraph, claim: StatementId): Foundation {
  const { support } = claimNode(graph, claim, "foundation");
  const direct = new Set<SourceId>();
  const carried = new Set<SourceId>();
  const edges: EdgeId[] = [];
  graph.forEachOutEdge(claim, (edge, { scope }, _, source) => {
    edges.push(edge);
    (scope === "direct" ? direct : carried).add(source);
  });
  for (const source of direct) carried.delete(source);
  const footing = direct.size > 0 ? direct : carried;
  return {
    claim,
    support,
    direct: [...direct],
    carried: [...carried],
    edges,
    sole: footing.size === 1 ? [...footing][0]! : null,
  };
}
