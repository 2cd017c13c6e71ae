/** What goes out as a bibliography comes back as one: the golden documents' sources, through each format. */
import { describe, expect, it } from "vitest";
import { sourceFormats } from "../core/bib/formats.ts";
import type { Csl } from "../core/model.ts";
import { readBibliography } from "../core/read/bibliography.ts";
import { goldenAnalysis, goldenNames } from "./support/golden-analysis.ts";

/** What all four formats have a place for. Quotes and dashes are TeX's own there. */
const essence = (csl: Csl) => ({
  title: csl.title
    ?.normalize("NFC")
    .replace(/[’‘]/g, "'")
    .replace(/[“”]|``|''/g, '"')
    .replace(/[–—]/g, "-"),
  year: csl.issued?.["date-parts"]?.[0]?.[0],
  doi: csl.DOI?.toLowerCase(),
  // RIS cannot tell a person of one name from an organisation.
  authors: (csl.author ?? []).map((name) => (name.family ?? name.literal ?? "").normalize("NFC")),
});

describe.each(["bibtex", "biblatex", "ris", "csl-json"])("%s", (format) => {
  it.each(goldenNames)("comes back, %s", async (name) => {
    const analysis = goldenAnalysis(name);
    const file = await sourceFormats.get(format)!.write({ ...analysis, statements: [], edges: [] });
    const back = readBibliography({ name: null, bytes: new TextEncoder().encode(file) });
    expect(back.map(essence)).toEqual(analysis.sources.map(({ csl }) => essence(csl)));
  });
});
