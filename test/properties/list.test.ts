/** The list says what the graph says: on random graphs and filters, every claim, source and edge once in each tree. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDesk } from "../../client/desk/desk.ts";
import { questionOf } from "../../client/desk/emphasis.ts";
import { applyFilters, type Filter } from "../../client/desk/filter.ts";
import { claimOutline, type Item, type Outline, workOutline } from "../../client/graph/evidence-items.ts";
import { openRows } from "../../client/graph/rows.ts";
import { createScene } from "../../client/graph/scene.ts";
import { largeAnalysis } from "../support/large-analysis.ts";

const nobody = () => null;

function itemsOf(outline: Outline, isClosed: (i: number) => boolean): readonly Item[] {
  const rows = openRows(outline, isClosed);
  return Array.from({ length: rows.count }, (_, row) => {
    const at = rows.at(row);
    expect(rows.indexOf(at)).toBe(row);
    return outline.item(at.i, at.child);
  });
}

const filters: fc.Arbitrary<readonly Filter[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("state" as const),
      value: fc.constantFrom("direct" as const, "uncited" as const),
    }),
    fc.record({ kind: fc.constant("section" as const), value: fc.constantFrom("Section 1", "Section 2") }),
  ),
  { maxLength: 2 },
);

describe("the list", () => {
  it("holds the claims, sources and edges of the graph, no more and no fewer", () => {
    fc.assert(
      fc.property(
        fc.record({
          claims: fc.nat(30),
          sources: fc.nat(12),
          edges: fc.nat(50),
          seed: fc.nat(1e6),
          section: fc.constant(9),
        }),
        filters,
        (size, chosen) => {
          const desk = createDesk(largeAnalysis(size));
          const question = questionOf(desk, []);
          const shown = applyFilters(desk, chosen, { verdictOf: nobody, fallen: new Set() });
          const asked = { desk, question, shown, verdictOf: nobody };
          const options = { shown, notes: false, grouped: true };
          const scene = createScene(desk, options, (text) => 6 * text.length, { width: 600, height: 600 });
          const open = (): boolean => false;
          const byClaim = itemsOf(claimOutline(asked), open);
          const bySource = itemsOf(workOutline(asked), open);
          const top = (items: readonly Item[]): string[] =>
            items.filter((i) => i.level === 1).map((i) => i.id);
          const nodes = (kind: string): string[] =>
            scene.nodes.filter((n) => n.kind === kind).map((n) => `tree-${n.id}`);
          expect(top(byClaim)).toEqual(nodes("claim"));
          expect(top(bySource)).toEqual(nodes("source"));
          for (const items of [byClaim, bySource]) {
            const pairs = items.filter((i) => i.level === 2);
            expect(new Set(pairs.map((i) => i.id)).size).toBe(pairs.length);
            expect(new Set(scene.links.map((l) => `${l.from} ${l.to}`)).size).toBe(pairs.length);
            const citations = pairs.flatMap((i) => i.facts.filter((f) => f.includes(" · ")));
            expect(citations).toHaveLength(scene.links.length);
          }
        },
      ),
      { seed: 4600, numRuns: 300 },
    );
  });

  it("finds its rows again when some are closed", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.uniqueArray(fc.nat(19)), (seed, closed) => {
        const desk = createDesk(largeAnalysis({ claims: 20, sources: 6, edges: 30, seed }));
        const asked = { desk, question: questionOf(desk, []), shown: null, verdictOf: nobody };
        const outline = claimOutline(asked);
        const items = itemsOf(outline, (i) => closed.includes(i));
        const below = outline.sizes.reduce((sum, n, i) => sum + (closed.includes(i) ? 0 : n), 0);
        expect(items).toHaveLength(20 + below);
      }),
      { seed: 4600, numRuns: 100 },
    );
  });
});
