/** What falls when sources are withdrawn. A question: computed and shown, never stored. */
import type { Scope, SourceId, StatementId } from "../model.ts";
import { load } from "./load.ts";
import { claimNode, sourceNode } from "./nodes.ts";
import type { EvidenceGraph } from "./types.ts";

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
   * read, in one pass over the graph's cited claims.
   */
  readonly stands: readonly StatementId[];
}

/**
 * Returns what happens to the claims when all `sources` are withdrawn together; their order does not matter.
 * Linear in the edges of those sources. Throws a GraphError for an unknown source.
 */
export function withdraw(graph: EvidenceGraph, sources: Iterable<SourceId>): Withdrawal {
  const lost = new Map<StatementId, Lost>();
  for (const source of new Set(sources)) {
    sourceNode(graph, source, "withdraw");
    const { direct, carried } = load(graph, source);
    for (const claim of direct) at(lost, claim).direct += 1;
    for (const claim of carried) at(lost, claim).carried += 1;
  }
  const touched = Array.from(lost, ([id, without]) => {
    const node = claimNode(graph, id, "withdraw");
    const scope: Scope = node.direct > 0 ? "direct" : "carried";
    return { id, scope, order: node.order, fallen: node[scope] === without[scope] };
  }).sort((a, b) => a.order - b.order);
  let stands: readonly StatementId[] | null = null;
  return {
    falls: touched.filter((c) => c.fallen && c.scope === "direct").map((c) => c.id),
    fallsIfCarried: touched.filter((c) => c.fallen && c.scope === "carried").map((c) => c.id),
    weakened: touched.filter((c) => !c.fallen).map((c) => c.id),
    get stands() {
      stands ??= graph.getAttribute("cited").filter((claim) => !lost.has(claim));
      return stands;
    },
  };
}

interface Lost {
  direct: number;
  carried: number;
}

function at(lost: Map<StatementId, Lost>, claim: StatementId): Lost {
  const found = lost.get(claim);
  if (found) return found;
  const fresh: Lost = { direct: 0, carried: 0 };
  lost.set(claim, fresh);
  return fresh;
}
