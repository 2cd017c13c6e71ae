/** Looks nodes up and says plainly what was asked for when they are not there. */
import type { SourceId, StatementId } from "../model.ts";
import { type ClaimNode, type EvidenceGraph, GraphError, type SourceNode } from "./types.ts";

/** Returns the claim's attributes; throws a GraphError that names the asking function. */
export function claimNode(graph: EvidenceGraph, id: StatementId, asker: string): ClaimNode {
  const node = graph.hasNode(id) ? graph.getNodeAttributes(id) : null;
  if (node?.kind !== "claim") throw new GraphError(`${asker}: no claim ${id}`);
  return node;
}

/** Returns the source's attributes; throws a GraphError that names the asking function. */
export function sourceNode(graph: EvidenceGraph, id: SourceId, asker: string): SourceNode {
  const node = graph.hasNode(id) ? graph.getNodeAttributes(id) : null;
  if (node?.kind !== "source") throw new GraphError(`${asker}: no source ${id}`);
  return node;
}
