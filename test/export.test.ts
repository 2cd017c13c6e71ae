/** The exports of the sample page, letter by letter, and of the other golden documents, by independent readers. */
import { parse } from "@retorquere/bibtex-parser";
import { describe, expect, it } from "vitest";
import { StyleError, toBibliography, toBibtex } from "../core/bib/citation-js.ts";
import { codePointsIn } from "../core/export/code-points.ts";
import { toCslJson } from "../core/export/csl.ts";
import { claimsCsv, sourcesCsv } from "../core/export/csv.ts";
import { toGexf } from "../core/export/gexf.ts";
import { toGraphml } from "../core/export/graphml.ts";
import { documentIri, sourceIri } from "../core/export/iri.ts";
import { citationKeys } from "../core/export/keys.ts";
import { toMarkdownReport } from "../core/export/markdown-report.ts";
import { pinpointText } from "../core/export/pinpoints.ts";
import { toRis } from "../core/export/ris.ts";
import { toSvg } from "../core/export/svg.ts";
import { texText, texVerbatim } from "../core/export/tex.ts";
import { texTitle } from "../core/export/tex-title.ts";
import type { Csl, Source } from "../core/model.ts";
import { goldenAnalysis, goldenNames } from "./support/golden-analysis.ts";

const seed = goldenAnalysis("seed/medical-response");

const source = (csl: Csl, truncated = false): Source => ({
  id: "w1",
  key: "k",
  label: "K",
  csl,
  authorsTruncated: truncated,
  mentions: [],
  descriptions: [],
  evidence: [],
  conflicts: [],
});
const one = (csl: Csl, dialect: "bibtex" | "biblatex" = "bibtex"): string =>
  toBibtex({ statements: [], edges: [], sources: [source(csl)] }, { dialect });

describe("BibTeX of the sample page", () => {
  const file = toBibtex(seed, { dialect: "bibtex" });

  it("has the field's conventions: and others, month macro, double dash, pinpoints apart from pages", () => {
    expect(file).toBe(`@article{brew2010,
  title = {Progressive multifocal leukoencephalopathy and other forms of {JC} virus disease},
  author = {Brew, Bruce and Davies, Nicholas and others},
  journal = {Nat Rev Neurol},
  volume = {6},
  number = {12},
  year = {2010},
  month = dec,
  annotation = {1.2: p. 674; 1.3: p. 668; 1.6: p. 675}
}

@article{weber2008,
  title = {Progressive multifocal leukoencephalopathy},
  author = {Weber, Thomas},
  journal = {Neurol Clin},
  volume = {26},
  number = {3},
  pages = {833--854},
  year = {2008},
  month = aug
}

@article{khatri2009,
  title = {Effect of plasma exchange in accelerating natalizumab clearance and restoring leukocyte function},
  author = {Khatri, B. O. and Man, S. and Giovannoni, G. and Koo, A. P. and Lee, J. C. and Tucky, B. and Lynn, F. and Jurgensen, S. and Woodworth, J. and Goelz, S. and Duda, P. W. and Panzara, M. A. and Ransohoff, R. M. and Fox, R. J.},
  journal = {Neurology},
  volume = {72},
  pages = {402--409},
  year = {2009}
}
`);
  });

  it("is read by a second parser", () => {
    const { entries, errors } = parse(file, { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(["brew2010", "weber2008", "khatri2009"]);
    expect(entries[0]!.fields.author!.at(-1)).toEqual({ lastName: "others" });
    expect(entries[0]!.fields.pages).toBeUndefined();
    expect(entries[2]!.fields.author).toHaveLength(14);
    expect(entries.map(({ fields }) => fields.title)).toEqual(seed.sources.map(({ csl }) => csl.title));
  });

  it("gives only the sources asked for, and a date to BibLaTeX", () => {
    const some = toBibtex(seed, { dialect: "biblatex", sources: ["brew-2010"] });
    expect(some.match(/^@/gm)).toHaveLength(1);
    expect(some).toContain("  date = {2010-12},\n");
    expect(some).toContain("  journaltitle = {Nat Rev Neurol},\n");
  });
});

describe("BibTeX", () => {
  it.each(goldenNames)("of %s is read by a second parser, in both dialects", (name) => {
    const analysis = goldenAnalysis(name);
    for (const dialect of ["bibtex", "biblatex"] as const) {
      const { entries, errors } = parse(toBibtex(analysis, { dialect }), { sentenceCase: false });
      expect(errors).toEqual([]);
      expect(entries.map(({ fields }) => fields.title?.normalize("NFC").replaceAll("’", "'"))).toEqual(
        analysis.sources.map(({ csl }) => csl.title?.normalize("NFC").replaceAll("’", "'")),
      );
    }
  });

  it("keeps organisations, particles and suffixes whole", () => {
    const author = [
      { literal: "Ministry of Health and Welfare" },
      { family: "Berg", given: "Jan", "non-dropping-particle": "van den" },
      { family: "King", given: "Martin Luther", suffix: "Jr." },
      { family: "Smith and Sons", given: "A." },
      { family: "Plato" },
    ];
    expect(one({ type: "book", author })).toContain(
      "author = {{Ministry of Health and Welfare} and van den Berg, Jan and King, Jr., Martin Luther and {Smith and Sons}, A. and Plato}",
    );
  });

  it("knows theses, chapters and web pages", () => {
    expect(one({ type: "thesis", genre: "Doctoral dissertation", publisher: "ETH" })).toMatch(
      /@phdthesis\{k,\n {2}school = \{ETH\}/,
    );
    expect(one({ type: "thesis", genre: "MSc thesis" })).toMatch(/^@mastersthesis/);
    expect(one({ type: "chapter", title: "T", "container-title": "B" })).toMatch(
      /^@incollection[\s\S]*booktitle = \{B\}/,
    );
    const page: Csl = {
      type: "webpage",
      URL: "https://x.example/a_b?c=%20#d",
      accessed: { "date-parts": [[2020, 1, 2]] },
    };
    expect(one(page)).toContain("url = {https://x.example/a_b?c=%20#d},\n  urldate = {2020-01-02}");
    expect(one(page, "biblatex")).toMatch(/^@online/);
  });

  it("takes words for a date when there is no number", () => {
    expect(one({ type: "book", issued: { raw: "about 1850" } })).toContain("year = {1850}");
    expect(one({ type: "book", issued: { literal: "forthcoming" } })).toContain("year = {forthcoming}");
  });
});

describe("TeX", () => {
  it.each([
    ["\\input{x}", "{\\textbackslash}input{\\textbraceleft}x{\\textbraceright}"],
    ["50% & $5 #1_a", "50\\% \\& \\$5 \\#1\\_a"],
    ["Ångström Łódź ì ï ő ç", "{\\AA}ngstr{\\\"o}m {\\L}{\\'o}d{\\'z} {\\`\\i} {\\\"\\i} {\\H{o}} {\\c{c}}"],
    ["TGF-β1", "TGF-{$\\beta$}1"],
    ["a -- b", "a -{}- b"],
    ["漢字 🧪", "漢字 🧪"],
    ["soft\u00adhyphen \u202Eover", "softhyphen over"],
  ])("%s → %s", (text, tex) => {
    expect(texText(text, "ascii")).toBe(tex);
  });

  it("leaves accents to BibLaTeX and addresses raw", () => {
    expect(texText("Łódź_", "unicode")).toBe("Łódź\\_");
    expect(texVerbatim("10.1/a_b{c}\\d%20")).toBe("10.1/a_b%7Bc%7D%5Cd%20");
  });

  it.each([
    ["Role of mRNA in HIV and vitamin D", "Role of {mRNA} in {HIV} and vitamin {D}"],
    ["The Origins of Reasonable Use", "The Origins of Reasonable Use"],
    ["Meadows: The Danish coast revisited slowly", "Meadows: The {Danish} coast revisited slowly"],
    ["ALL CAPITALS HERE", "ALL CAPITALS HERE"],
    ["On (McDonald's) rule again today", "On ({McDonald's}) rule again today"],
  ])("protects the capitals of %s", (title, tex) => {
    expect(texTitle(title, "ascii")).toBe(tex);
  });
});

describe("CSL-JSON", () => {
  it("has the citation key as id and says where authors were cut short", () => {
    const items = JSON.parse(toCslJson(seed)) as Csl[];
    expect(items.map(({ id }) => id)).toEqual(["brew2010", "weber2008", "khatri2009"]);
    expect(items[0]!.custom).toEqual({ "authors-truncated": true });
    expect(Object.keys(items[0]!).slice(0, 4)).toEqual(["id", "type", "title", "author"]);
    expect({ ...items[1], id: "weber-2008" }).toEqual(seed.sources[1]!.csl);
  });
});

describe("keys and pinpoints", () => {
  it("makes keys safe and tells them apart whatever their case", () => {
    const keys = ["a b", "AB", "{x}", "", "Müller2010"].map((key, i) => ({
      ...source({ type: "book" }),
      id: `w${i}`,
      key,
    }));
    expect([...citationKeys(keys).values()]).toEqual(["ab", "AB-2", "x", "source", "Muller2010"]);
  });

  it.each([
    ["page", "675", "p. 675"],
    ["page", "12-15", "pp. 12-15"],
    ["page", "45 f.", "pp. 45 f."],
    ["section", "33-204", "sec. 33-204"],
    ["section", "3, 5", "secs. 3, 5"],
    ["folio", "17v", "fol. 17v"],
  ] as const)("%s %s → %s", (label, value, text) => {
    expect(pinpointText({ label, value })).toBe(text);
  });
});

describe("RIS", () => {
  it("writes one line a value and the ends of a range apart", () => {
    const lines = toRis(seed).split("\r\n");
    expect(lines.slice(14, 25)).toEqual([
      "TY  - JOUR",
      "ID  - weber2008",
      "TI  - Progressive multifocal leukoencephalopathy",
      "AU  - Weber, Thomas",
      "T2  - Neurol Clin",
      "PY  - 2008",
      "DA  - 2008/08/",
      "VL  - 26",
      "IS  - 3",
      "SP  - 833",
      "EP  - 854",
    ]);
    expect(lines).toContain("N1  - Cited for 1.2: p. 674; 1.3: p. 668; 1.6: p. 675");
  });
});

describe("tables and report", () => {
  it("count the seed's claims, citations and sources", () => {
    expect(claimsCsv(seed).split("\r\n")).toHaveLength(1 + 7 + 4 + 1);
    expect(sourcesCsv(seed)).toContain("brew2010,brew-2010,article-journal,");
    expect(toMarkdownReport(seed)).toContain(
      "10 claims: 4 cited directly, 2 by a carried citation only, 4 not cited. 3 sources.",
    );
    expect(toMarkdownReport(seed)).toContain("| 1.2, 1.6 (carried: 1.1, 1.5) |");
  });

  it("disarm formulas and keep numbers", () => {
    const [first] = seed.statements.filter(({ kind }) => kind === "claim");
    const file = claimsCsv({ ...seed, statements: [{ ...first!, text: '=HYPERLINK("x"),y' }], edges: [] });
    expect(file.split("\r\n")[1]).toMatch(
      /^1\.1,"'=HYPERLINK\(""x""\),y",Medical Response,1,75,175,uncited,/,
    );
  });
});

describe("pictures and graphs", () => {
  it("draw what is withdrawn and what falls with it", () => {
    const svg = toSvg(seed, { withdrawn: ["brew-2010"] });
    expect(svg.match(/>× /g)).toHaveLength(4);
    expect(svg.match(/>! /g)).toHaveLength(4);
    expect(svg).toContain(">(withdrawn)</text>");
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(2);
    expect(svg).not.toMatch(/<script|<style|href=/);
  });

  it("say their version", () => {
    expect(toGexf(seed)).toContain('<gexf xmlns="http://gexf.net/1.3"');
    expect(toGraphml(seed)).toContain('edgedefault="directed"');
  });
});

describe("Web Annotation", () => {
  it("names document and sources by what they are", () => {
    expect(documentIri({ hash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" })).toBe(
      "ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
    );
    const iriOf = (csl: Partial<Csl>): string => sourceIri(source({ type: "book", ...csl }));
    expect(iriOf({ DOI: "10.1000/a<b>{c}" })).toBe("https://doi.org/10.1000/a%3Cb%3E%7Bc%7D");
    expect(iriOf({ PMID: "123" })).toBe("https://pubmed.ncbi.nlm.nih.gov/123/");
    expect(iriOf({ URL: "javascript:alert(1)" })).toBe("urn:footing:source:w1");
  });

  it("counts code points", () => {
    const at = codePointsIn("a🧪b🧪");
    expect([0, 1, 3, 4, 6].map(at)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("formatted bibliography", () => {
  it("says et al. for authors cut short, in each style", () => {
    expect(toBibliography(seed, { style: "apa" })).toContain("Brew, B., Davies, N., et al. (2010). ");
    expect(toBibliography(seed, { style: "vancouver" })).toContain("1. Brew B, Davies N, et al. Progressive");
    expect(toBibliography(seed, { style: "chicago" })).toContain(
      "Brew, Bruce, Nicholas Davies, et al. 2010. ",
    );
  });

  it("takes any independent CSL style and refuses what is none", () => {
    const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title><id>t</id><updated>2024-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" suffix="!"/></layout></bibliography></style>`;
    expect(toBibliography(seed, { style: { xml }, sources: ["weber-2008"] })).toBe(
      "Progressive multifocal leukoencephalopathy!\n",
    );
    expect(() => toBibliography(seed, { style: { xml: "<a/>" } })).toThrow(StyleError);
  });
});
