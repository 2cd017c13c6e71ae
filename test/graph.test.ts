/** The evidence graph of the sample page: what it holds, what its queries answer, how it is laid out. */
import { describe, expect, it } from "vitest";
import {
  buildGraph,
  chains,
  foundation,
  foundationLayout,
  GraphError,
  load,
  neighbourhood,
  shortLabel,
  soleSupport,
  withdraw,
} from "../core/graph/index.ts";
import { goldenAnalysis } from "./support/golden-analysis.ts";

const seed = goldenAnalysis("seed/medical-response");
const graph = buildGraph(seed);
describe("buildGraph", () => {
  it("has a node per claim and source and an edge per citation", () => {
    expect([graph.order, graph.size]).toEqual([13, 7]);
    expect(graph.getNodeAttributes("s1")).toMatchObject({ kind: "claim", label: "1.1", support: "carried" });
    expect(graph.getNodeAttributes("s3")).toMatchObject({ support: "direct", direct: 2, carried: 0 });
    expect(graph.getNodeAttributes("s8")).toMatchObject({ support: "uncited", direct: 0, carried: 0 });
    expect(graph.getNodeAttributes("brew-2010")).toMatchObject({ kind: "source", direct: 3, carried: 2 });
    expect(graph.getEdgeAttributes("e4")).toMatchObject({
      kind: "cites",
      form: "short",
      scope: "direct",
      pinpoint: { label: "page", value: "668" },
    });
  });

  it("refuses an edge that leads nowhere and two nodes with one id", () => {
    const [edge] = seed.edges;
    expect(() => buildGraph({ ...seed, edges: [{ ...edge!, source: "nobody" }] })).toThrow(GraphError);
    expect(() => buildGraph({ ...seed, edges: [{ ...edge!, claim: "h1" }] })).toThrow(/unknown claim h1/);
    const [source] = seed.sources;
    expect(() => buildGraph({ ...seed, sources: [{ ...source!, id: "s1" }] })).toThrow(/two nodes/);
  });
});

describe("queries", () => {
  it("answers what falls without Brew", () => {
    expect(withdraw(graph, ["brew-2010"])).toEqual({
      falls: ["s2", "s6"],
      fallsIfCarried: ["s1", "s5"],
      weakened: ["s3"],
      stands: ["s4"],
    });
  });

  it("lets nothing fall when nothing is withdrawn, and everything when all is", () => {
    expect(withdraw(graph, [])).toEqual({
      falls: [],
      fallsIfCarried: [],
      weakened: [],
      stands: ["s1", "s2", "s3", "s4", "s5", "s6"],
    });
    const all = withdraw(graph, graph.getAttribute("sources"));
    expect(all.falls).toEqual(["s2", "s3", "s4", "s6"]);
    expect(all.stands).toEqual([]);
  });

  it("writes out the chain from a claim to a source", () => {
    expect(chains(graph, "s6", "brew-2010")).toEqual([
      {
        edge: "e7",
        claim: "s6",
        marker: "m4",
        note: "n4",
        item: "i5",
        source: "brew-2010",
        pinpoint: { label: "page", value: "675" },
        scope: "direct",
      },
    ]);
    expect(chains(graph, "s3").map(({ source }) => source)).toEqual(["weber-2008", "brew-2010"]);
    expect(chains(graph, "s4", "brew-2010")).toEqual([]);
  });

  it("says what a claim rests on and what rests on a source", () => {
    expect(foundation(graph, "s3")).toMatchObject({ support: "direct", sole: null });
    expect(foundation(graph, "s1")).toMatchObject({ support: "carried", sole: "brew-2010" });
    expect(foundation(graph, "s9")).toMatchObject({ support: "uncited", sole: null, edges: [] });
    expect(load(graph, "brew-2010")).toMatchObject({ direct: ["s2", "s3", "s6"], carried: ["s1", "s5"] });
    expect(neighbourhood(graph, "s3")).toEqual({
      node: "s3",
      edges: ["e3", "e4"],
      neighbours: ["weber-2008", "brew-2010"],
    });
    expect([...soleSupport(graph)]).toEqual([
      ["brew-2010", { direct: ["s2", "s6"], carried: ["s1", "s5"] }],
      ["khatri-2009", { direct: ["s4"], carried: [] }],
    ]);
  });

  it("names what it was asked for when it is not there", () => {
    expect(() => withdraw(graph, ["nobody"])).toThrow("withdraw: no source nobody");
    expect(() => withdraw(graph, ["s1"])).toThrow("withdraw: no source s1");
    expect(() => chains(graph, "s1", "nobody")).toThrow(GraphError);
    expect(() => neighbourhood(graph, "nobody")).toThrow(GraphError);
    expect(() => foundation(graph, "brew-2010")).toThrow(GraphError);
    expect(() => load(graph, "s1")).toThrow(GraphError);
  });
});

describe("foundationLayout", () => {
  const measure = (text: string): number => text.length * 7;
  const layout = foundationLayout(graph, { measure });

  it("puts claims on top in document order and sources below", () => {
    const claims = layout.nodes.filter(({ kind }) => kind === "claim");
    const sources = layout.nodes.filter(({ kind }) => kind === "source");
    expect(claims.map(({ id }) => id)).toEqual(graph.getAttribute("claims"));
    expect(claims.every((node, i) => i === 0 || node.x > claims[i - 1]!.x)).toBe(true);
    expect(Math.max(...claims.map(({ y }) => y))).toBeLessThan(Math.min(...sources.map(({ y }) => y)));
    expect([layout.storeys, layout.cellars]).toEqual([1, 1]);
    const [a, b, c] = [5, 6, 7].map((i) => claims[i]!.x);
    expect(b! - a!).toBeGreaterThan(c! - b! + 20);
  });

  it("draws a source by the number of its claims", () => {
    const size = (id: string): number => layout.nodes.find((node) => node.id === id)!.size;
    expect((size("brew-2010") / size("weber-2008")) ** 2).toBeCloseTo(5);
  });

  it("goes into storeys between paragraphs when there is no room", () => {
    const narrow = foundationLayout(graph, { measure, width: 700 });
    const ys = narrow.nodes.slice(0, 10).map(({ y }) => y);
    expect(narrow.storeys).toBe(2);
    expect(new Set(ys.slice(0, 6)).size).toBe(1);
    expect(ys[6]).toBeGreaterThan(ys[5]!);
  });
});

describe("shortLabel", () => {
  it.each([
    [
      "There are no known interventions that can reliably prevent PML.",
      "no known interventions that can reliably…",
    ],
    ["It is believed that the best prognosis is good.", "believed that the best prognosis is good"],
    ["For some drugs, plasma exchange may be effective here.", "plasma exchange may be effective here"],
    ["Health visits alone changed nothing.", "Health visits alone changed nothing"],
    ["", ""],
    ["   ", ""],
    ["It is.", "It is"],
    ["Donaudampfschifffahrtsgesellschaftskapitän fuhr.", "Donaudampfschifffahrtsg… fuhr"],
    ["a\u0000b\u202Ec d", "b c d"],
  ])("%j → %j", (text, label) => {
    expect(shortLabel(text)).toBe(label);
  });

  it("keeps negations and never splits a surrogate pair", () => {
    expect(shortLabel("Not all of them.")).toMatch(/^Not/);
    expect(shortLabel("🧪".repeat(100))).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
