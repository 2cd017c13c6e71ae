/** Exports against the libraries that others would use for them. Measured on the built engine. */
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import { build, built } from "../built.ts";
import { manyNotes, references } from "../material.ts";
import { type Row, versus } from "../measure.ts";

/** Returns the rows. */
export async function exportRows(): Promise<Row[]> {
  build();
  const { analyse } = await built<typeof import("../../../../core/analyse.ts")>("core/analyse.ts");
  const { toBibtex } = await built<typeof import("../../../../core/bib/index.ts")>("core/bib/index.ts");
  const { toGexf } = await built<typeof import("../../../../core/export/gexf.ts")>("core/export/gexf.ts");
  const { toRis } = await built<typeof import("../../../../core/export/ris.ts")>("core/export/ris.ts");
  const { parseReference } =
    await built<typeof import("../../../../core/reference/index.ts")>("core/reference/index.ts");
  const { Cite } = await import("../peers.ts");
  const analysis = analyse(manyNotes(1200));
  // As real references are: of all types, with all sorts of fields and letters.
  const parsed = references(600).map((raw) => parseReference(raw).csl);
  const sources = parsed.map((csl, i) => ({
    id: `w${i}`,
    key: `key${i}`,
    label: `Work ${i}`,
    csl,
    authorsTruncated: false,
    mentions: [],
    descriptions: [],
    evidence: [],
    conflicts: [],
  }));
  const input = { statements: [], edges: [], sources };
  const items = sources.map(({ csl, key }) => ({ ...csl, id: key }));
  // What the peer writes is what it reads in our file: the same nodes with the same attributes.
  const graph = gexf.parse(MultiDirectedGraph, toGexf(analysis));
  const bibliography = { part: "export", amount: items.length, unit: "entries", rounds: 15 } as const;
  return [
    await versus({
      ...bibliography,
      what: `BibTeX of ${items.length} sources`,
      ours: ["toBibtex", () => toBibtex(input, { dialect: "bibtex" })],
      peer: ["Citation.js", () => new Cite(items).format("bibtex")],
    }),
    await versus({
      ...bibliography,
      what: `RIS of ${items.length} sources`,
      ours: ["toRis", () => toRis(input)],
      peer: ["Citation.js", () => new Cite(items).format("ris")],
    }),
    await versus({
      part: "export",
      what: `GEXF of ${graph.order} nodes and ${graph.size} edges`,
      amount: graph.order + graph.size,
      unit: "nodes and edges",
      rounds: 15,
      ours: ["toGexf", () => toGexf(analysis)],
      peer: ["graphology-gexf", () => gexf.write(graph)],
    }),
  ];
}
