/** The graph: what falls without a source. Measured on the built engine. */
import { build, built } from "../built.ts";
import { type Row, versus } from "../measure.ts";

/** Returns the rows. */
export async function graphRows(): Promise<Row[]> {
  build();
  const { buildGraph, withdraw } =
    await built<typeof import("../../../../core/graph/index.ts")>("core/graph/index.ts");
  const claims = 200_000;
  const sources = 20_000;
  const statements = Array.from({ length: claims }, (_, i) => ({
    id: `s${i}`,
    kind: "claim" as const,
    label: `1.${i}`,
    start: i,
    end: i + 1,
    textEnd: i + 1,
    text: "x",
    section: null,
    paragraph: 1,
    block: Math.floor(i / 6),
    markers: [],
  }));
  const edges = Array.from({ length: 1_000_000 }, (_, i) => ({
    id: `e${i}`,
    claim: `s${(i * 7919) % claims}`,
    marker: "m",
    note: null,
    item: "i",
    source: `w${(i * i + 31 * i) % sources}`,
    pinpoint: null,
    form: "full" as const,
    scope: i % 3 === 0 ? ("carried" as const) : ("direct" as const),
    plausibility: null,
    basis: { rule: "made", confidence: "certain" as const, spans: [] },
  }));
  const works = Array.from({ length: sources }, (_, i) => ({
    id: `w${i}`,
    key: `w${i}`,
    label: `w${i}`,
    csl: { type: "book" },
    authorsTruncated: false,
    mentions: [],
    descriptions: [],
    evidence: [],
    conflicts: [],
  }));
  const graph = buildGraph({ statements, sources: works, edges });
  const brute = (without: string): number => {
    const left = new Map<string, number>();
    for (const e of edges) if (e.scope === "direct" && e.source !== without) left.set(e.claim, 1);
    return edges.filter((e) => e.scope === "direct" && e.source === without && !left.has(e.claim)).length;
  };
  return [
    await versus({
      part: "graph",
      what: "what falls without one source, 1,000,000 edges, against recounting",
      amount: 1,
      unit: "questions",
      ours: ["withdraw", () => withdraw(graph, ["w42"]).falls.length],
      peer: ["delete and recount", () => brute("w42")],
    }),
  ];
}
