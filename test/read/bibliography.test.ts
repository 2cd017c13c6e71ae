/** BibTeX, RIS and CSL-JSON beside a document: names, LaTeX, macros, dates, broken entries. */
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
    ["{Mus{\\'e}e des Phares {\\&} Balises}", { literal: "Musée des Phares & Balises" }],
    ["{\\'E}va {Br{\\'u}ll Sons}", { family: "Brúll Sons", given: "Éva" }],
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

  it("gives a part what it lacks of the book, volume or year that holds it", () => {
    const file = `
      @incollection{part, author = {Vane, Jo}, title = {Stairs}, pages = {3--9}, crossref = {whole}}
      @article{piece, title = {Lifts}, date = {2001-05}, crossref = {issue}}
      @misc{alone, title = {Ramps}, crossref = {nowhere}}
      @collection{whole, editor = {Moor, Ida}, title = {Ways Up}, publisher = {Tarn}, year = 1999, doi = {10.1/x}}
      @periodical{issue, title = {House Notes}, volume = 4, year = 2000}
      @misc{circle, title = {Round}, crossref = {circle}}`;
    const [part, piece, alone, , , circle] = parseBibtex(file);
    expect(part).toEqual({
      id: "part",
      type: "chapter",
      author: [{ family: "Vane", given: "Jo" }],
      editor: [{ family: "Moor", given: "Ida" }],
      title: "Stairs",
      "container-title": "Ways Up",
      issued: { "date-parts": [[1999]] },
      page: "3-9",
      publisher: "Tarn",
    });
    expect(piece).toMatchObject({
      "container-title": "House Notes",
      volume: "4",
      issued: { "date-parts": [[2001, 5]] },
    });
    expect([alone, circle]).toMatchObject([{ title: "Ramps" }, { title: "Round" }]);
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

  it.each([
    ["month = sep, day = {14}", [1761, 9, 14]],
    ["month = {14 September}", [1761, 9, 14]],
    ['month = sep # "~14"', [1761, 9, 14]],
    ["month = 9", [1761, 9]],
    ["month = {September}, day = {99}", [1761, 9]],
    ["month = {Michaelmas}", [1761]],
    ["month = {14}, day = {3}", [1761]],
  ])("reads the date of %s", (fields, parts) => {
    expect(parseBibtex(`@article{a, journal = {Mercury}, year = 1761, ${fields}}`)[0]!.issued).toEqual({
      "date-parts": [parts],
    });
  });

  it.each([
    ["{Data set}", { medium: "Data set" }],
    ["{[Computer software]}", { medium: "Computer software" }],
    ["{Unpublished manuscript}", { medium: "Unpublished manuscript" }],
    ["{\\url{https://lamps.example/inventory}}", { URL: "https://lamps.example/inventory" }],
    ["{Accessed 3 May 2020}", {}],
    ["{Lantern House}", { publisher: "Lantern House" }],
    [
      "{Harbour Board hearings, oral evidence HB/9}",
      { medium: "Harbour Board hearings, oral evidence HB/9" },
    ],
    ["{File Makers Press 2}", { publisher: "File Makers Press 2" }],
  ])("reads howpublished = %s", (words, expected) => {
    const [entry] = parseBibtex(`@misc{a, title = {Inventory}, howpublished = ${words}}`);
    const { publisher, medium, URL } = entry!;
    expect({ publisher, medium, URL }).toEqual({
      publisher: undefined,
      medium: undefined,
      URL: undefined,
      ...expected,
    });
  });

  it("ends on entries that never close", () => {
    const started = performance.now();
    for (const flood of ["@a{x, t={", "@a{", "@a{x, b=1,", '@a{x, t="{']) parseBibtex(flood.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

const read = (text: string) => readBibliography({ name: null, bytes: new TextEncoder().encode(text) });

describe("RIS", () => {
  it("keeps an issue of a newspaper, which has neither title nor author", () => {
    expect(
      read("TY  - NEWS\nT2  - The Mercury\nDA  - 1761/09/14/\nER  - \nTY  - NEWS\nPY  - 1761\nER  - \n"),
    ).toEqual([
      {
        type: "article-newspaper",
        "container-title": "The Mercury",
        issued: { "date-parts": [[1761, 9, 14]] },
      },
    ]);
  });

  it("reads what databases and managers write: keys, persons, dates, pages, values over several lines", () => {
    const file = [
      "Provider: Some Host",
      "",
      "TY  - JOUR",
      "ID  - brew:2010",
      "AU  - Brew, Bruce J.",
      "AU  - van der Meer, Jan, Jr.",
      "TI  - Progressive multifocal leukoencephalopathy and other forms",
      "  of disease",
      "JO  - Nat Rev Neurol",
      "PY  - 2010",
      "DA  - 2010/12//",
      "VL  - 6",
      "IS  - 12",
      "SP  - 667",
      "EP  - 679",
      "DO  - https://doi.org/10.1038/nrneurol.2010.164",
      "SN  - 1759-4758",
      "ER  - ",
      "TY - CHAP",
      "A1 - World Health Organization",
      "T1 - On wells",
      "A2 - Hall, Ann",
      "BT - Water",
      "Y1 - 1999",
      "CY - London",
      "PB - Tern",
      "SP - 3-9",
      "ER -",
      "TY  - BOOK",
      "ER  - ",
    ].join("\r\n");
    expect(read(file)).toEqual([
      {
        id: "brew:2010",
        type: "article-journal",
        title: "Progressive multifocal leukoencephalopathy and other forms of disease",
        author: [
          { family: "Brew", given: "Bruce J." },
          { "non-dropping-particle": "van der", family: "Meer", given: "Jan", suffix: "Jr." },
        ],
        "container-title": "Nat Rev Neurol",
        issued: { "date-parts": [[2010, 12]] },
        volume: "6",
        issue: "12",
        page: "667-679",
        DOI: "10.1038/nrneurol.2010.164",
        ISSN: "1759-4758",
      },
      {
        type: "chapter",
        title: "On wells",
        author: [{ literal: "World Health Organization" }],
        editor: [{ family: "Hall", given: "Ann" }],
        "container-title": "Water",
        issued: { "date-parts": [[1999]] },
        page: "3-9",
        publisher: "Tern",
        "publisher-place": "London",
      },
    ]);
  });

  it("is not taken for BibTeX that speaks of it, nor the other way round", () => {
    expect(read("@book{a, title = {TY  - BOOK}}\nTY  - BOOK\nTI  - x\nER  - ")).toMatchObject([{ id: "a" }]);
    expect(read("TY  - BOOK\nTI  - @book{a, title = {x}}\nER  - ")).toMatchObject([{ type: "book" }]);
  });

  it("takes a record that never ends, and a flood, in linear time", () => {
    expect(read("TY  - BOOK\nTI  - Open")).toMatchObject([{ title: "Open" }]);
    const started = performance.now();
    for (const line of ["TY  - BOOK\n", "TI  - \n", "x\n", "TY  - BOOK\nTI  - a\nb\n"])
      read(`TY  - BOOK\n${line.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("CSL-JSON", () => {
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

describe("EndNote XML", () => {
  const styled = (text: string): string => `<style face="normal" font="default" size="100%">${text}</style>`;
  const file = (...records: readonly string[]): string =>
    `<?xml version="1.0" encoding="UTF-8" ?><xml><records>${records.map((r) => `<record><database name="x.enl">x</database>${r}</record>`).join("")}</records></xml>`;
  const read = (text: string) => readBibliography({ name: "lib.xml", bytes: new TextEncoder().encode(text) });

  it("reads articles, chapters, edited books and bodies", () => {
    const article = `<rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
      <contributors><authors><author>${styled("Brew, Bruce J.")}</author><author>${styled("World Health Organization,")}</author></authors></contributors>
      <titles><title>${styled("PML &amp; ")}<style face="italic">JC</style> virus</title><secondary-title>${styled("Nat Rev Neurol")}</secondary-title></titles>
      <periodical><full-title>Nature Reviews Neurology</full-title></periodical>
      <pages>${styled("667-679")}</pages><volume>6</volume><number>12</number>
      <dates><year>2010</year><pub-dates><date>Dec</date></pub-dates></dates>
      <isbn>1759-4758 (Print) 1759-4766 (Electronic)</isbn>
      <electronic-resource-num>https://doi.org/10.1038/nrneurol.2010.164</electronic-resource-num>`;
    const chapter = `<ref-type name="Book Section">5</ref-type>
      <contributors><authors><author>Ames, C.</author></authors><secondary-authors><author>Bell, D.</author></secondary-authors></contributors>
      <titles><title>Lead</title><secondary-title>On pipes</secondary-title></titles><pub-location>London</pub-location><publisher>Press</publisher><dates><year>1999</year></dates>`;
    const edited = `<ref-type name="Edited Book">28</ref-type><contributors><authors><author>Cole, E.</author></authors></contributors><titles><title>Copper</title></titles>`;
    expect(read(file(article, chapter, edited))).toEqual([
      {
        type: "article-journal",
        author: [{ family: "Brew", given: "Bruce J." }, { literal: "World Health Organization" }],
        title: "PML & JC virus",
        "container-title": "Nat Rev Neurol",
        volume: "6",
        issue: "12",
        page: "667-679",
        issued: { "date-parts": [[2010]] },
        DOI: "10.1038/nrneurol.2010.164",
        ISSN: "1759-4758",
      },
      {
        type: "chapter",
        author: [{ family: "Ames", given: "C." }],
        editor: [{ family: "Bell", given: "D." }],
        title: "Lead",
        "container-title": "On pipes",
        "publisher-place": "London",
        publisher: "Press",
        issued: { "date-parts": [[1999]] },
      },
      { type: "book", editor: [{ family: "Cole", given: "E." }], title: "Copper" },
    ]);
  });

  it("drops a record that tells no work, and a file that breaks off", () => {
    const good = "<titles><title>Lead</title></titles>";
    expect(read(file("<label>x</label>", good))).toEqual([{ type: "document", title: "Lead" }]);
    expect(read(file(good).slice(0, -12))).toEqual([]);
    expect(read(file(`<!DOCTYPE a [<!ENTITY b "c">]>${good}`))).toEqual([]);
  });
});
