/** The way from a claim to a source, written out: claim → marker → note → item → source. */
import type { EdgeId, ItemId, MarkerId, NoteId, Pinpoint, Scope, SourceId, StatementId } from "../model.ts";
import { claimNode, sourceNode } from "./nodes.ts";
import type { EvidenceGraph } from "./types.ts";

export interface Chain {
  readonly edge: EdgeId;
  readonly claim: StatementId;
  readonly marker: MarkerId;
  /** Null where the marker itself cites: (Brew 2010). */
  readonly note: NoteId | null;
  readonly item: ItemId;
  readonly source: SourceId;
  readonly pinpoint: Pinpoint | null;
  readonly scope: Scope;
}

/**
 * Returns every chain from the claim, or only those that end at `source`, in the order of the analysis.
 * Linear in the claim's edges. Throws a GraphError for an unknown claim or source.
 */
export function chains(graph: EvidenceGraph, claim: StatementId, source?: SourceId): readonly Chain[] {
  claimNode(graph, claim, "chains");
  if (source !== undefined) sourceNode(graph, source, "chains");
  const found: Chain[] = [];
  graph.forEachOutEdge(claim, (edge, cites, _, to) => {
    if (source !== undefined && to !== source) return;
    const { marker, note, item, pinpoint, scope } = cites;
    found.push({ edge, claim, marker, note, item, source: to, pinpoint, scope });
  });
  return found;
}
