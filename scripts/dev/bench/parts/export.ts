/** Exports against the library that others would use for them. */
import { analyse } from "../../../../core/analyse.ts";
import { toBibtex } from "../../../../core/bib/citation-js.ts";
import { manyNotes } from "../material.ts";
import { type Row, versus } from "../measure.ts";

/** Returns the rows. */
export async function exportRows(): Promise<Row[]> {
  const { Cite } = await import("../peers.ts");
  const analysis = analyse(manyNotes(1200));
  const items = analysis.sources.map((s) => ({ ...s.csl, id: s.key }));
  return [
    await versus({
      part: "export",
      what: "BibTeX of 300 sources, against Citation.js alone",
      amount: items.length,
      unit: "entries",
      ours: ["toBibtex", () => toBibtex(analysis, { dialect: "bibtex" })],
      peer: ["Citation.js", () => new Cite(items).format("bibtex")],
    }),
  ];
}
