/**
 * What each claim stands on, counted: the nodes of the evidence graph and who rests on whom, without the graph itself.
 * Enough to show a text and to ask what falls, where the program that holds graphs would have to be waited for.
 */
import type { SourceId, StatementId } from "../model.ts";
import { type PackedEdges, type Pairs, packPairs } from "./pairs.ts";
import {
  type ClaimNode,
  type EvidenceGraphAttributes,
  GraphError,
  type GraphInput,
  type SourceNode,
} from "./types.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Footing extends EvidenceGraphAttributes {
  /** In document order. */
  readonly claimNodes: ReadonlyMap<StatementId, ClaimNode>;
  /** In the order of the analysis. */
  readonly sourceNodes: ReadonlyMap<SourceId, SourceNode>;
}

/**
 * Returns the nodes with their counts, and the pairs. Linear in statements, sources and edges.
 *
 * Throws a GraphError when an edge names a claim or source that is not there, or two nodes share an id.
 */
export function footingOf(input: GraphInput): Footing {
  const claims = new Map<StatementId, Mutable<ClaimNode>>();
  const sources = new Map<SourceId, Mutable<SourceNode>>();
  for (const s of input.statements) {
    if (s.kind !== "claim") continue;
    if (claims.has(s.id)) throw new GraphError(`footingOf: two claims have the id ${s.id}`);
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
      throw new GraphError(`footingOf: two nodes have the id ${s.id}`);
    sources.set(s.id, {
      kind: "source",
      order: sources.size,
      label: s.label,
      key: s.key,
      direct: 0,
      carried: 0,
    });
  }
  const pairs = packPairs(packEdges(input.edges, claims, sources), claims.size, sources.size);
  count(pairs, input.open, claims, sources);
  const ids = [...claims.keys()];
  return {
    claimNodes: claims,
    sourceNodes: sources,
    claims: ids,
    cited: ids.filter((id) => claims.get(id)?.support !== "uncited"),
    sources: [...sources.keys()],
    pairs,
  };
}

/** Returns the ends of the edges as numbers. Throws on an end that is not there. */
function packEdges(
  edges: GraphInput["edges"],
  claims: ReadonlyMap<StatementId, ClaimNode>,
  sources: ReadonlyMap<SourceId, SourceNode>,
): PackedEdges {
  const n = edges.length;
  const packed = { claims: new Uint32Array(n), sources: new Uint32Array(n), direct: new Uint8Array(n) };
  for (const [i, e] of edges.entries()) {
    const claim = claims.get(e.claim);
    const source = sources.get(e.source);
    if (!claim) throw new GraphError(`footingOf: edge ${e.id} names the unknown claim ${e.claim}`);
    if (!source) throw new GraphError(`footingOf: edge ${e.id} names the unknown source ${e.source}`);
    packed.claims[i] = claim.order;
    packed.sources[i] = source.order;
    packed.direct[i] = e.scope === "direct" ? 1 : 0;
  }
  return packed;
}

/** Writes the counts into the nodes. */
function count(
  { starts, direct, directOf, carriedOf }: Pairs,
  open: GraphInput["open"],
  claims: ReadonlyMap<StatementId, Mutable<ClaimNode>>,
  sources: ReadonlyMap<SourceId, Mutable<SourceNode>>,
): void {
  for (const claim of claims.values()) {
    claim.direct = directOf[claim.order]!;
    claim.carried = carriedOf[claim.order]!;
    claim.support = claim.direct > 0 ? "direct" : claim.carried > 0 ? "carried" : "uncited";
  }
  for (const source of sources.values()) {
    for (let at = starts[source.order]!; at < starts[source.order + 1]!; at += 1)
      source[direct[at] === 1 ? "direct" : "carried"] += 1;
  }
  for (const { claim } of open ?? []) {
    const node = claims.get(claim);
    if (node) node.open += 1;
  }
}
