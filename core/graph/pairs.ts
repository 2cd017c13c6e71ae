/** Who rests on whom, packed: each claim–source pair once, by source. Large graphs are asked here, not edge by edge. */

/** Numbers are the nodes' `order`. */
export interface Pairs {
  /** The pairs of source `s` are those from `starts[s]` up to `starts[s + 1]`. */
  readonly starts: Uint32Array;
  /** The claim of each pair. */
  readonly claims: Uint32Array;
  /** 1 where at least one citation of the pair is direct. */
  readonly direct: Uint8Array;
  /** Sources of each claim, direct and carried only. */
  readonly directOf: Uint32Array;
  readonly carriedOf: Uint32Array;
}

/** The ends of each edge, and 1 where it is direct. */
export interface PackedEdges {
  readonly claims: Uint32Array;
  readonly sources: Uint32Array;
  readonly direct: Uint8Array;
}

/** Returns each pair of `edges` once, a source's pairs in the order of its edges. Linear. */
export function packPairs(edges: PackedEdges, claimCount: number, sourceCount: number): Pairs {
  const order = bySource(edges.sources, sourceCount);
  const starts = new Uint32Array(sourceCount + 1);
  const claims = new Uint32Array(order.length);
  const direct = new Uint8Array(order.length);
  /** Where the claim's pair with the source at hand is, plus one; stale when below the source's start. */
  const placed = new Uint32Array(claimCount);
  let at = 0;
  let source = 0;
  for (const edge of order) {
    while (source < edges.sources[edge]!) starts[++source] = at;
    const claim = edges.claims[edge]!;
    if (placed[claim]! <= starts[source]!) {
      claims[at] = claim;
      at += 1;
      placed[claim] = at;
    }
    direct[placed[claim]! - 1]! |= edges.direct[edge]!;
  }
  while (source < sourceCount) starts[++source] = at;

  const directOf = new Uint32Array(claimCount);
  const carriedOf = new Uint32Array(claimCount);
  for (let i = 0; i < at; i += 1) (direct[i] === 1 ? directOf : carriedOf)[claims[i]!]! += 1;
  return { starts, claims: claims.slice(0, at), direct: direct.slice(0, at), directOf, carriedOf };
}

/** Returns the edges' places sorted by source, edges of one source in their order (counting sort). */
function bySource(sources: Uint32Array, sourceCount: number): Uint32Array {
  const next = new Uint32Array(sourceCount + 1);
  for (const source of sources) next[source + 1]! += 1;
  for (let s = 0; s < sourceCount; s += 1) next[s + 1]! += next[s]!;
  const order = new Uint32Array(sources.length);
  for (const [edge, source] of sources.entries()) order[next[source]!++] = edge;
  return order;
}
