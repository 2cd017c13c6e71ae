/** What falls when sources are withdrawn. A question: computed and shown, never stored. */
import type { SourceId, StatementId } from "../model.ts";
import { sourceNode } from "./nodes.ts";
import type { EvidenceGraph, EvidenceGraphAttributes } from "./types.ts";

/**
 * A claim's *footing* is the set of its directly cited sources or, where it has none, of its carried ones.
 * Each list is in document order, and each claim with a footing is in exactly one of them.
 */
export interface Withdrawal {
  /** Claims cited directly whose every directly cited source is withdrawn. */
  readonly falls: readonly StatementId[];
  /** Claims with carried citations only, every source of which is withdrawn. */
  readonly fallsIfCarried: readonly StatementId[];
  /** Claims that lose at least one edge and keep part of their footing. */
  readonly weakened: readonly StatementId[];
  /**
   * Claims with an edge that lose none. Uncited claims stand on nothing and are in no list. Computed when first
   * read, in one pass over the graph's claims.
   */
  readonly stands: readonly StatementId[];
}

/**
 * Returns what happens to the claims when all `sources` are withdrawn together; their order does not matter.
 * Linear in the claims that rest on those sources, but for sorting them. Throws a GraphError for an unknown source.
 */
export function withdraw(graph: EvidenceGraph, sources: Iterable<SourceId>): Withdrawal {
  const orders = Array.from(sources, (source) => sourceNode(graph, source, "withdraw").order);
  return withdrawn(graph.getAttributes(), orders);
}

/** Returns what `withdraw` does, where the graph itself is not at hand: the sources by their `order`. */
export function withdrawn(
  { claims, pairs }: Pick<EvidenceGraphAttributes, "claims" | "pairs">,
  sources: Iterable<number>,
): Withdrawal {
  const lostDirect = new Map<number, number>();
  const lost = new Map<number, number>();
  for (const order of new Set(sources)) {
    for (let at = pairs.starts[order]!; at < pairs.starts[order + 1]!; at += 1) {
      const claim = pairs.claims[at]!;
      lost.set(claim, (lost.get(claim) ?? 0) + 1);
      if (pairs.direct[at] === 1) lostDirect.set(claim, (lostDirect.get(claim) ?? 0) + 1);
    }
  }
  const falls: StatementId[] = [];
  const fallsIfCarried: StatementId[] = [];
  const weakened: StatementId[] = [];
  for (const claim of Uint32Array.from(lost.keys()).sort()) {
    const direct = pairs.directOf[claim]!;
    const footing = direct > 0 ? direct : pairs.carriedOf[claim]!;
    const gone = (direct > 0 ? lostDirect : lost).get(claim) ?? 0;
    const list = gone < footing ? weakened : direct > 0 ? falls : fallsIfCarried;
    list.push(claims[claim]!);
  }
  let stands: readonly StatementId[] | null = null;
  return {
    falls,
    fallsIfCarried,
    weakened,
    get stands() {
      const cited = (order: number): boolean => pairs.directOf[order]! + pairs.carriedOf[order]! > 0;
      stands ??= claims.filter((_, order) => cited(order) && !lost.has(order));
      return stands;
    },
  };
}
