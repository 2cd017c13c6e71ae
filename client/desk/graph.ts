/**
 * The evidence graph of a desk, for the parts that walk it. A file of its own, because the program that holds graphs
 * is not needed for the first sight of a text.
 */
import { buildGraph, type EvidenceGraph } from "../../core/graph/index.ts";
import type { Desk } from "./desk.ts";

const made = new WeakMap<Desk, EvidenceGraph>();

/** Returns the graph; it is built once for each desk. Linear in statements, sources and edges. */
export function graphOf(desk: Desk): EvidenceGraph {
  const graph = made.get(desk) ?? buildGraph(desk.analysis);
  made.set(desk, graph);
  return graph;
}
