/** Configuration, dismissals, the retraction list: what changes which findings are made and shown. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { optionsOf, parseConfig, publishedConfigSchema } from "../core/audit/config.ts";
import { csvRows } from "../core/audit/csv.ts";
import { ames, bell, cole, marked, page } from "../core/audit/example.ts";
import { type AuditOptions, auditAll, checkedAgainst, defaultOptions, sift } from "../core/audit/index.ts";
import { nearest } from "../core/audit/nearest.ts";
import { isoDate, parseRetractions, type RetractionIndex, standing } from "../core/audit/retractions.ts";
import type { Analysis, Finding } from "../core/model.ts";
import { readDocument } from "../core/read/index.ts";
import { readText } from "../core/read/text.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const analysed = (text: string, audit: Partial<AuditOptions> = {}): Analysis =>
  analyse(readText(bytes(text), "page.txt"), { audit });
const codes = (findings: readonly Finding[]): string[] => [...new Set(findings.map((f) => f.code))].sort();

describe("the configuration", () => {
  const schema = JSON.parse(
    readFileSync(resolve(import.meta.dirname, "../data/schema/config.schema.json"), "utf8"),
  ) as object;
  const whole = {
    asOf: "2026-01-31",
    off: ["hedged-claim"],
    on: ["inference-on-uncited"],
    severity: { "no-identifier": "warning" },
    thresholds: { maxAgeYears: 5 },
    authors: ["Ames, Clara"],
    ownResults: ["Results"],
    classes: [{ name: "preprint", doiPrefixes: ["10.1101/"] }],
    retractions: "retraction_watch.csv",
    failOn: "error",
    suppress: [{ code: "no-identifier", reason: "an old book" }],
  };

  it("is published as the schema the code reads with (npm run schema)", () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(publishedConfigSchema())));
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const valid = ajv.compile(schema);
    expect(valid(whole)).toBe(true);
    expect(valid({ ...whole, off: ["hedged-clam"] })).toBe(false);
  });

  it("becomes options, and leaves the rest at the defaults", () => {
    const read = parseConfig(whole);
    expect(read.ok && optionsOf(read.config)).toMatchObject({
      asOf: "2026-01-31",
      off: ["hedged-claim"],
      maxAgeYears: 5,
      severities: { "no-identifier": "warning" },
    });
    expect(optionsOf({})).toEqual({
      off: defaultOptions.off,
      severities: {},
      authors: [],
      ownResults: [],
      papers: true,
      classes: [],
      suppressions: [],
    });
  });

  it("names every mistake with its place, and the code that was meant", () => {
    const read = parseConfig({ off: ["hedged-clam"], thresholds: { maxAgeYears: 0 }, colour: "red" });
    expect(read.ok ? [] : read.problems).toEqual([
      expect.stringMatching(/^off\.0: no such code \(hedged-claim\?\)/),
      expect.stringContaining("thresholds.maxAgeYears: "),
      expect.stringContaining("colour"),
    ]);
    expect(parseConfig({ suppress: [{ code: "no-identifier", reason: " " }] }).ok).toBe(false);
  });
});

describe("switches", () => {
  const text = page(`${marked}\n\nResults\n\nTwo pipes held 5 mg of lead. The third was clean.`, [
    ames,
    bell,
    cole,
  ]);

  it("turn codes off and severities over", () => {
    const found = analysed(text, {
      off: ["no-identifier"],
      severities: { "uncited-claim": "error" },
    }).findings;
    expect(codes(found)).not.toContain("no-identifier");
    expect(found.filter((f) => f.code === "uncited-claim").map((f) => f.severity)).toEqual([
      "error",
      "error",
    ]);
  });

  it("leave a document's own results alone", () => {
    expect(codes(analysed(text).findings)).toContain("uncited-paragraph");
    const quiet = analysed(text.replace("Results", "3. Results"), { ownResults: ["results"] }).findings;
    expect(codes(quiet).filter((c) => c.startsWith("uncited") || c === "number-uncited")).toEqual([]);
  });
});

describe("dismissals", () => {
  const analysis = analysed(page(marked, [ames, bell, cole]));
  const findings = auditAll(analysis);
  const sifted = (suppressions: AuditOptions["suppressions"]) =>
    sift(findings, suppressions, analysis.document, analysis.sections);

  it("take findings out by code, by words and by id, and keep the reason", () => {
    const byCode = sifted([{ code: "no-identifier", reason: "house style" }]);
    expect(codes(byCode.kept)).not.toContain("no-identifier");
    expect(byCode.suppressed.map((s) => s.reason)).toEqual(["house style", "house style", "house style"]);
    const byWords = sifted([{ code: "no-identifier", reason: "x", quote: "copper IN the pipes" }]);
    expect(byWords.suppressed.map((s) => s.finding.quote)).toEqual(["Copper in the pipes of new houses"]);
    const { id } = findings.find((f) => f.code === "no-identifier")!;
    expect(sifted([{ code: "no-identifier", reason: "x", id }]).suppressed).toHaveLength(1);
  });

  it("report those that meet nothing", () => {
    const gone = { code: "no-identifier", reason: "x", quote: "Iron" };
    expect(sifted([gone])).toMatchObject({ suppressed: [], unused: [gone] });
  });

  it("work through analyse", () => {
    const suppressions = [{ code: "no-identifier", reason: "x" }];
    expect(codes(analysed(page(marked, [ames, bell, cole]), { suppressions }).findings)).not.toContain(
      "no-identifier",
    );
  });

  const uncited = (paragraphs: string) => `# Lead\n\n${paragraphs}\n\n[^1]: ${ames}\n`;
  it.each([
    [
      "page.md",
      uncited(
        "Lead harms children.[^1]\n\n<!-- footing-ignore uncited-claim: everybody knows -->\n\nOld houses have lead pipes.\n\nFew owners know.",
      ),
    ],
    [
      "page.html",
      `<h1>Lead</h1><p>Lead harms children.</p><!-- footing-ignore uncited-claim: everybody knows --><p>Old houses have lead pipes.</p><p>Few owners know.</p>`,
    ],
  ])("stand in a comment before the paragraph: %s", async (name, text) => {
    const read = await readDocument(bytes(text), { name });
    if (!read.ok) throw new Error(read.problem.message);
    const found = analyse(read.document);
    const { kept, suppressed } = sift(auditAll(found), [], found.document, found.sections);
    expect(suppressed.map((s) => [s.finding.code, s.finding.quote, s.reason, s.by])).toEqual([
      ["uncited-claim", "Old houses have lead pipes.", "everybody knows", "comment"],
    ]);
    expect(kept.filter((f) => f.code === "uncited-claim").map((f) => f.quote)).toContain("Few owners know.");
  });

  it("do not count without a reason, and hold for the whole file where they say so", async () => {
    const text = (comment: string) =>
      bytes(`# Lead\n\n<!-- ${comment} -->\n\nOld houses have lead pipes.\n\nFew owners know.\n`);
    const left = async (comment: string) => {
      const read = await readDocument(text(comment), { name: "page.md" });
      if (!read.ok) throw new Error(read.problem.message);
      return analyse(read.document).findings.filter((f) => f.code === "uncited-claim").length;
    };
    expect(await left("footing-ignore uncited-claim")).toBe(2);
    expect(await left("footing-ignore uncited-claim:  ")).toBe(2);
    expect(await left("footing-ignore-file uncited-claim, hedged-claim: a leaflet")).toBe(0);
  });
});

const head =
  "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes";
const row = (
  id: number,
  title: string,
  date: string,
  doi: string,
  pmid: string,
  nature: string,
  reason = "+Error in Data;",
) =>
  `${id},"${title}",(HSC) Health;,Uni of Nowhere,J Water,Pub,Utopia,"Ames, C;Bell, D;",,Research Article;,${date},10.5555/notice.${id},0,1/1/2010 0:00,${doi},${pmid},${nature},${reason},No,`;
const list = (...rows: readonly string[]): RetractionIndex => {
  const read = parseRetractions([head, ...rows].join("\r\n"), "a".repeat(64));
  if (!read.ok) throw new Error(read.message);
  return read.index;
};
const doi = "10.5555/jw.2011.10";
const cited = page(marked, [`${ames} doi:${doi.toUpperCase()}`, `${bell} PMID: 123456`, cole]);
const about = (index: RetractionIndex): Finding[] =>
  analysed(cited, { retractions: index }).findings.filter((f) => /retract|notice/.test(f.code));

describe("the retraction list", () => {
  it("is read by the names of its columns, wherever they stand", () => {
    const index = list(
      row(1, `Lead, ""again""`, "3/7/2019 0:00", doi, "0", "Retraction", "+Error in Data;+Notice - Limited;"),
      row(2, "Copper", "12/31/2020 0:00", "unavailable", "123456", "Correction"),
      row(3, "Zinc", "1/1/2021 0:00", "Unavailable", "0", "Something else"),
    );
    expect(index).toMatchObject({ rows: 3, skipped: 1, upTo: "2020-12-31", hash: "a".repeat(64) });
    expect(index.byDoi.get(doi)).toEqual([
      {
        id: "1",
        title: 'Lead, "again"',
        nature: "retraction",
        date: "2019-03-07",
        noticeDoi: "10.5555/notice.1",
        reasons: ["Error in Data", "Notice - Limited"],
      },
    ]);
    expect([...index.byPmid.keys()]).toEqual(["123456"]);
    const turned = parseRetractions(
      `\ufeffRetractionNature,Original Paper PubMedID,originalpaperdoi\nRetraction,,${doi}\n`,
      "",
    );
    expect(turned.ok && turned.index.byDoi.get(doi)?.[0]).toMatchObject({ id: "row 1", date: null });
  });

  it("is refused when it is another file", () => {
    expect(parseRetractions("a,b\n1,2\n", "")).toEqual({
      ok: false,
      message:
        "is no Retraction Watch list: it has no column RetractionNature, OriginalPaperDOI, OriginalPaperPubMedID",
    });
    expect(parseRetractions("", "").ok).toBe(false);
  });

  it("reads its dates and refuses others", () => {
    expect([
      isoDate("3/7/2019 0:00"),
      isoDate("12/31/2020"),
      isoDate("13/1/2020"),
      isoDate("2020-01-01"),
    ]).toEqual(["2019-03-07", "2020-12-31", null, null]);
  });

  it("makes an error of a standing retraction, with hash and date of the list", () => {
    const [found] = about(list(row(1, "x", "3/7/2019 0:00", doi, "0", "Retraction")));
    expect(found).toMatchObject({
      code: "retracted-source",
      severity: "error",
      data: { list: "a".repeat(64), upTo: "2019-03-07", records: ["1"] },
    });
    expect(found!.message).toContain("retracted on 2019-03-07 (Error in Data)");
  });

  it("never calls a noticed or reinstated paper retracted", () => {
    const soft = about(
      list(
        row(1, "x", "3/7/2019 0:00", doi, "0", "Retraction"),
        row(2, "x", "5/1/2020 0:00", doi, "0", "Reinstatement"),
        row(3, "y", "5/1/2020 0:00", "0", "123456", "Expression of concern"),
      ),
    );
    expect(soft.map((f) => [f.code, f.severity]).filter(([c]) => c !== "retraction-not-checked")).toEqual([
      ["source-notice", "warning"],
      ["source-notice", "warning"],
    ]);
    const again = list(
      row(1, "x", "5/1/2020 0:00", doi, "0", "Reinstatement"),
      row(2, "x", "3/7/2021 0:00", doi, "0", "Retraction"),
    );
    expect(standing(again.byDoi.get(doi)!).kind).toBe("retracted");
  });

  it("says what it could not look up, and guesses by title only as a guess", () => {
    const index = list(
      row(1, "Zinc in the taps of schools.", "3/7/2019 0:00", "10.5555/other", "0", "Retraction"),
    );
    expect(about(index).map((f) => [f.code, f.severity])).toEqual([
      ["possible-retraction", "info"],
      ["retraction-not-checked", "info"],
    ]);
    expect(about(index)[1]!.data.sources).toEqual(["cole2013"]);
  });

  it("is refused when it was cut off: what is missing would clear sources", () => {
    const whole = [head, row(1, "a, b", "3/7/2019 0:00", doi, "0", "Retraction")].join("\r\n");
    const cuts = Array.from({ length: whole.length - head.length - 5 }, (_, i) =>
      whole.slice(0, whole.length - 3 - i),
    );
    for (const cut of cuts) expect(parseRetractions(cut, "")).toMatchObject({ ok: false });
    expect(parseRetractions(`${whole}\r\n2,"Never ends, `, "")).toMatchObject({
      ok: false,
      message: "breaks off: row 2 has 2 cells, the first line 20",
    });
    expect(parseRetractions(whole.replace(",No,", ',No,"and'), "")).toMatchObject({
      ok: false,
      message: "breaks off inside a quoted cell of row 1",
    });
    expect(parseRetractions(`${whole}\u0000`, "")).toMatchObject({ ok: false });
  });

  it("says of an analysis that was made before what it would have said then, and takes it back", () => {
    const index = list(
      row(1, "x", "3/7/2019 0:00", doi, "0", "Retraction"),
      row(2, "y", "5/1/2020 0:00", "0", "123456", "Correction"),
      row(3, "Zinc in the taps of schools.", "3/7/2019 0:00", "10.5555/other", "0", "Retraction"),
    );
    const plain = analysed(cited);
    const then = analysed(cited, { retractions: index });
    expect(then.findings.length).toBe(plain.findings.length + 4);
    expect(checkedAgainst(plain, index)).toEqual(then);
    expect(checkedAgainst(then, index)).toEqual(then);
    expect(checkedAgainst(then, null)).toEqual(plain);
    expect(checkedAgainst(plain, null)).toBe(plain);
  });

  it("takes seventy thousand rows", () => {
    const many = Array.from({ length: 70_000 }, (_, i) =>
      row(
        i,
        `A study of lead in pipe number ${i}`,
        "3/7/2019 0:00",
        `10.5555/${i}`,
        String(i + 1),
        "Retraction",
      ),
    );
    const index = list(...many);
    expect(index.rows).toBe(70_000);
    expect(index.byDoi.get("10.5555/69999")).toHaveLength(1);
  });
});

describe("CSV", () => {
  const rows = (text: string) => [...csvRows(text)];
  it("keeps commas, quotes and line ends inside quoted cells", () => {
    expect(rows('a,"b, ""c""\nd",e\r\nf,,\n')).toEqual([
      ["a", 'b, "c"\nd', "e"],
      ["f", "", ""],
    ]);
    expect(rows('a"b,c\n"open,')).toEqual([['a"b', "c"], ["open,"]]);
    expect(rows("\ufeffa\n\nb")).toEqual([["a"], ["b"]]);
  });
});

describe("nearest names", () => {
  it("offers a neighbour and no stranger", () => {
    const names = ["Halloran", "Holloway", "Smith"];
    expect(nearest("Haloran", names, (n) => n)).toEqual(["Halloran"]);
    expect(nearest("Smiht", names, (n) => n)).toEqual(["Smith"]);
    expect(nearest("Brew", names, (n) => n)).toEqual([]);
  });
  it("stands in the finding and links nothing", () => {
    const found = analysed(page(marked, [ames, bell.replace("Bell", "Halloran"), "Haloran, 5."]));
    const [finding] = found.findings.filter((f) => f.code === "unresolved-short-form");
    expect(finding!.message).toContain("Was Halloran 2012 meant?");
    expect(finding!.data.nearest).toEqual(["Halloran 2012"]);
  });
});
