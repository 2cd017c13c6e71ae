/** BibTeX and CSL-JSON beside a document: names, LaTeX, macros, dates, broken entries. */
import { describe, expect, it } from "vitest";
import { readBibliography } from "../../core/read/bibliography.ts";
import { bibtexName, parseBibtex } from "../../core/read/bibtex.ts";
import { fromLatex } from "../../core/read/latex.ts";

describe("BibTeX", () => {
  it.each([
    ["Rowe, Martin", { family: "Rowe", given: "Martin" }],
    ["van der Schaar, Mihaela", { "non-dropping-particle": "van der", family: "Schaar", given: "Mihaela" }],
    ["Jos{\\'e} de la Pe\\~na", { "non-dropping-particle": "de la", family: "Peña", given: "José" }],
    ["King, Jr., Martin Luther", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["{Ministry of Energy}", { literal: "Ministry of Energy" }],
  ])("reads the name %s", (name, expected) => {
    expect(bibtexName(name)).toEqual(expected);
  });

  it.each([
    ['M{\\"o}ller \\& S{\\o}n', "Möller & Søn"],
    ["Ay\\c{s}e {\\ss} \\v{S}", "Ayşe ß Š"],
    ["{DNA} in \\textit{E. coli}, 3--5", "DNA in E. coli, 3–5"],
  ])("resolves %s", (latex, expected) => {
    expect(fromLatex(latex)).toBe(expected);
  });

  it("joins macros, keeps keys, and goes on behind an entry that breaks off", () => {
    const file = `@comment{x} @string{j = "Journal of "}
      @article{a_1, journal = j # {Water}, year = 1999, month = mar, number = 2, pages = {1--9}, title = {One}}
      @book{broken, title = {never closed
      @misc{c, title = {Three}, author = {A and others}}`;
    expect(parseBibtex(file)).toMatchObject([
      {
        id: "a_1",
        type: "article-journal",
        "container-title": "Journal of Water",
        issue: "2",
        page: "1-9",
        issued: { "date-parts": [[1999, 3]] },
      },
      { id: "c", type: "document", title: "Three", author: [{ family: "A" }] },
    ]);
  });

  it("ends on entries that never close", () => {
    const started = performance.now();
    for (const flood of ["@a{x, t={", "@a{", "@a{x, b=1,", '@a{x, t="{']) parseBibtex(flood.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("CSL-JSON", () => {
  const read = (text: string) => readBibliography({ name: null, bytes: new TextEncoder().encode(text) });

  it("keeps what the schema knows and drops what has another type", () => {
    const item = {
      id: 1,
      type: "book",
      title: "T",
      volume: 3,
      author: [{ family: "A", x: 1 }, "B"],
      issued: { "date-parts": [["2001", "5"]] },
      abstract: "x",
      DOI: {},
    };
    expect(read(JSON.stringify({ items: [item, { no: "type" }] }))).toEqual([
      {
        id: "1",
        type: "book",
        title: "T",
        volume: "3",
        author: [{ family: "A" }],
        issued: { "date-parts": [[2001, 5]] },
      },
    ]);
  });

  it("is empty for what is no JSON", () => {
    expect(read("[{")).toEqual([]);
  });
});
