/** Makes the evidence graph of an analysis. Computes nothing that the edges do not say. */
import { MultiDirectedGraph } from "graphology";
import type { Scope, SourceId, StatementId } from "../model.ts";
import {
  type ClaimNode,
  type EvidenceEdge,
  type EvidenceGraph,
  type EvidenceGraphAttributes,
  type EvidenceNode,
  GraphError,
  type GraphInput,
  type SourceNode,
} from "./types.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Returns the evidence graph: one node per claim and per source, one edge per citation. Claims come first, in
 * document order, then the sources. Linear in statements, sources and edges.
 *
 * Throws a GraphError when an edge names a claim or source that is not there, or two nodes share an id.
 */
export function buildGraph(input: GraphInput): EvidenceGraph {
  const claims = new Map<StatementId, Mutable<ClaimNode>>();
  const sources = new Map<SourceId, Mutable<SourceNode>>();
  for (const s of input.statements) {
    if (s.kind !== "claim") continue;
    if (claims.has(s.id)) throw new GraphError(`buildGraph: two claims have the id ${s.id}`);
    claims.set(s.id, {
      kind: "claim",
      order: claims.size,
      label: s.label,
      text: s.text,
      section: s.section,
      block: s.block,
      support: "uncited",
      direct: 0,
      carried: 0,
      open: 0,
    });
  }
  for (const s of input.sources) {
    if ((claims as ReadonlyMap<string, unknown>).has(s.id) || sources.has(s.id))
      throw new GraphError(`buildGraph: two nodes have the id ${s.id}`);
    sources.set(s.id, {
      kind: "source",
      order: sources.size,
      label: s.label,
      key: s.key,
      direct: 0,
      carried: 0,
    });
  }
  count(input, claims, sources);

  const graph = new MultiDirectedGraph<EvidenceNode, EvidenceEdge, EvidenceGraphAttributes>();
  for (const [id, node] of claims) graph.addNode(id, node);
  for (const [id, node] of sources) graph.addNode(id, node);
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
  const ids = [...claims.keys()];
  graph.replaceAttributes({
    claims: ids,
    cited: ids.filter((id) => claims.get(id)?.support !== "uncited"),
    sources: [...sources.keys()],
  });
  return graph;
}

/** Counts each claim–source pair once: as direct if any of its edges is, else as carried. */
function count(
  input: GraphInput,
  claims: ReadonlyMap<StatementId, Mutable<ClaimNode>>,
  sources: ReadonlyMap<SourceId, Mutable<SourceNode>>,
): void {
  const claimAt = [...claims.values()];
  const sourceAt = [...sources.values()];
  const pairs = new Map<number, Scope>();
  for (const e of input.edges) {
    const claim = claims.get(e.claim);
    const source = sources.get(e.source);
    if (!claim) throw new GraphError(`buildGraph: edge ${e.id} names the unknown claim ${e.claim}`);
    if (!source) throw new GraphError(`buildGraph: edge ${e.id} names the unknown source ${e.source}`);
    const pair = claim.order * sources.size + source.order;
    if (pairs.get(pair) !== "direct") pairs.set(pair, e.scope);
  }
  for (const [pair, scope] of pairs) {
    const claim = claimAt[Math.floor(pair / sources.size)]!;
    claim[scope] += 1;
    sourceAt[pair % sources.size]![scope] += 1;
    if (claim.support !== "direct") claim.support = scope;
  }
  for (const o of input.open ?? []) {
    const claim = claims.get(o.claim);
    if (claim) claim.open += 1;
  }
}
