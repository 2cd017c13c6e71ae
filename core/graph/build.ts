/** Makes the evidence graph of an analysis. Computes nothing that the edges do not say. */
import { MultiDirectedGraph } from "graphology";
import { footingOf } from "./footing.ts";
import type {
  EvidenceEdge,
  EvidenceGraph,
  EvidenceGraphAttributes,
  EvidenceNode,
  GraphInput,
} from "./types.ts";

/**
 * Returns the evidence graph: one node per claim and per source, one edge per citation. Claims come first, in
 * document order, then the sources. Linear in statements, sources and edges.
 *
 * Throws a GraphError when an edge names a claim or source that is not there, or two nodes share an id.
 */
export function buildGraph(input: GraphInput): EvidenceGraph {
  const { claimNodes, sourceNodes, claims, cited, sources, pairs } = footingOf(input);
  const graph = new MultiDirectedGraph<EvidenceNode, EvidenceEdge, EvidenceGraphAttributes>();
  for (const [id, node] of claimNodes) graph.addNode(id, node);
  for (const [id, node] of sourceNodes) graph.addNode(id, node);
  for (const e of input.edges) {
    graph.addDirectedEdgeWithKey(e.id, e.claim, e.source, {
      kind: "cites",
      marker: e.marker,
      note: e.note,
      item: e.item,
      pinpoint: e.pinpoint,
      form: e.form,
      scope: e.scope,
      plausibility: e.plausibility,
      confidence: e.basis.confidence,
    });
  }
  graph.replaceAttributes({ claims, cited, sources, pairs });
  return graph;
}
