/** Laws of the evidence graph on random graphs: withdrawal against brute force, labels that never overlap. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Box,
  buildGraph,
  type EvidenceGraph,
  foundationLayout,
  type GraphInput,
  load,
  type PlacedNode,
  soleSupport,
  type Withdrawal,
  withdraw,
} from "../../core/graph/index.ts";
import type { Scope } from "../../core/model.ts";
import { graphInput } from "../support/graph-input.ts";

interface Wire {
  readonly claim: number;
  readonly source: number;
  readonly scope: Scope;
}

const wires = (claims: number, sources: number): fc.Arbitrary<Wire[]> =>
  fc.array(
    fc.record({
      claim: fc.nat(claims - 1),
      source: fc.nat(sources - 1),
      scope: fc.constantFrom<Scope>("direct", "carried"),
    }),
    { maxLength: 14 },
  );
const CLAIMS = 6;
const SOURCES = 4;
const sets = fc.subarray([0, 1, 2, 3].map((i) => `w${i}`));

/** Deletes the edges of the sources and counts again what each claim has left. */
function bruteForce({ edges, statements }: GraphInput, gone: readonly string[]): Withdrawal {
  const lists = { falls: [], fallsIfCarried: [], weakened: [], stands: [] } as {
    [K in keyof Withdrawal]: string[];
  };
  for (const { id } of statements) {
    const before = edges.filter(({ claim }) => claim === id);
    const after = before.filter(({ source }) => !gone.includes(source));
    const direct = (list: typeof before): number => list.filter(({ scope }) => scope === "direct").length;
    if (before.length === 0) continue;
    if (after.length === before.length) lists.stands.push(id);
    else if (direct(before) > 0) (direct(after) === 0 ? lists.falls : lists.weakened).push(id);
    else (after.length === 0 ? lists.fallsIfCarried : lists.weakened).push(id);
  }
  return lists;
}

const plain = ({ falls, fallsIfCarried, weakened, stands }: Withdrawal): Withdrawal => ({
  falls,
  fallsIfCarried,
  weakened,
  stands,
});

describe("withdrawal", () => {
  it("equals the brute-force count on 10,000 graphs, in any order of sources", () => {
    fc.assert(
      fc.property(wires(CLAIMS, SOURCES), sets, sets, (list, a, b) => {
        const input = graphInput({ claims: CLAIMS, sources: SOURCES, wires: list });
        const graph = buildGraph(input);
        const got = plain(withdraw(graph, [...a, ...b]));
        expect(got).toEqual(bruteForce(input, [...a, ...b]));
        expect(plain(withdraw(graph, [...b, ...a]))).toEqual(got);
      }),
      { seed: 4600, numRuns: 10_000 },
    );
  });

  it("agrees with sole support: a source alone brings down just what it holds alone", () => {
    fc.assert(
      fc.property(wires(CLAIMS, SOURCES), (list) => {
        const graph = buildGraph(graphInput({ claims: CLAIMS, sources: SOURCES, wires: list }));
        const sole = soleSupport(graph);
        for (const source of graph.getAttribute("sources")) {
          const { falls, fallsIfCarried, weakened } = withdraw(graph, [source]);
          const { direct, carried } = sole.get(source) ?? { direct: [], carried: [] };
          expect({ direct, carried }).toEqual({ direct: falls, carried: fallsIfCarried });
          const resting = load(graph, source);
          expect([...resting.direct, ...resting.carried].sort()).toEqual(
            [...falls, ...fallsIfCarried, ...weakened].sort(),
          );
        }
      }),
      { seed: 4600, numRuns: 1000 },
    );
  });
});

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1e-6 &&
  b.x < a.x + a.width - 1e-6 &&
  a.y < b.y + b.height - 1e-6 &&
  b.y < a.y + a.height - 1e-6;
const nodeBox = ({ x, y, size }: PlacedNode): Box => ({
  x: x - size,
  y: y - size,
  width: 2 * size,
  height: 2 * size,
});

function expectRoomForAll(graph: EvidenceGraph, width: number, unit: number): void {
  const layout = foundationLayout(graph, { measure: (text) => text.length * unit, width });
  const boxes = layout.nodes.flatMap((node) => [
    { owner: node.id, ...node.label },
    { owner: node.id, ...nodeBox(node) },
  ]);
  for (const [i, a] of boxes.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(-1e-6);
    expect(a.x + a.width).toBeLessThanOrEqual(layout.width + 1e-6);
    expect(a.y).toBeGreaterThanOrEqual(-1e-6);
    expect(a.y + a.height).toBeLessThanOrEqual(layout.height + 1e-6);
    for (const b of boxes.slice(i + 1)) if (overlap(a, b)) expect([a.owner, b.owner]).toEqual("apart");
  }
  for (const { lines, label } of layout.nodes)
    for (const { text } of lines) expect(text.length * unit).toBeLessThanOrEqual(label.width + 1e-6);
}

describe("foundation layout", () => {
  const texts = fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.lorem({ maxCount: 12 })), {
    minLength: 1,
    maxLength: 30,
  });
  it("lets no label overlap another one or a node", () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(29), fc.nat(19)), { maxLength: 60 }),
        fc.integer({ min: 100, max: 2000 }),
        fc.integer({ min: 1, max: 20 }),
        (claimTexts, sourceLabels, pairs, width, unit) => {
          const list = pairs
            .filter(([claim, source]) => claim < claimTexts.length && source < sourceLabels.length)
            .map(([claim, source]): Wire => ({ claim, source, scope: "direct" }));
          const input = graphInput({
            claims: claimTexts.length,
            sources: sourceLabels.length,
            wires: list,
            text: (i) => claimTexts[i]!,
            label: (i) => sourceLabels[i]!,
          });
          expectRoomForAll(buildGraph(input), width, unit);
        },
      ),
      { seed: 4600, numRuns: 400 },
    );
  });

  it("is the same for the same graph and finite for an empty one", () => {
    const graph = buildGraph(graphInput({ claims: 0, sources: 0, wires: [] }));
    const measure = (text: string): number => text.length * 7;
    expect(foundationLayout(graph, { measure })).toEqual({
      nodes: [],
      width: 0,
      height: 0,
      storeys: 0,
      cellars: 0,
    });
  });
});
