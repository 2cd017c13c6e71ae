/** What stands next to a node: its edges and the nodes at their other ends. */
import type { EdgeId } from "../model.ts";
import { type EvidenceGraph, GraphError } from "./types.ts";

export interface Neighbourhood {
  readonly node: string;
  /** Edges of the node in the order of the analysis. */
  readonly edges: readonly EdgeId[];
  /** Claims or sources at the other ends, each once. */
  readonly neighbours: readonly string[];
}

/** Returns the node's edges and neighbours. Linear in its edges. Throws a GraphError for an unknown node. */
export function neighbourhood(graph: EvidenceGraph, node: string): Neighbourhood {
  if (!graph.hasNode(node)) throw new GraphError(`neighbourhood: no node ${node}`);
  const edges: EdgeId[] = [];
  const neighbours = new Set<string>();
  graph.forEachEdge(node, (edge, _, claim, source) => {
    edges.push(edge);
    neighbours.add(claim === node ? source : claim);
  });
  return { node, edges, neighbours: [...neighbours] };
}
