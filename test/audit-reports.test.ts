/** Every audit report: what it says, that its reader can read it, and that hostile text stays text. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { parse as parseHtml } from "parse5";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { coverage } from "../core/audit/coverage.ts";
import { pageOf } from "../core/audit/describe.ts";
import { auditAll, rules, sift } from "../core/audit/index.ts";
import { findingsCsv } from "../core/export/findings-csv.ts";
import { junitReport } from "../core/export/junit.ts";
import { htmlAudit } from "../core/export/report-html.ts";
import { reportIndex } from "../core/export/report-index.ts";
import { jsonReport } from "../core/export/report-json.ts";
import { markdownAudit } from "../core/export/report-markdown.ts";
import { type AuditedFile, wholeReport } from "../core/export/report-types.ts";
import { sarifReport } from "../core/export/sarif.ts";
import type { Analysis, Finding } from "../core/model.ts";
import { readDocument } from "../core/read/index.ts";
import { reviewState } from "../core/review/index.ts";
import { fileRegions, positionsIn } from "../core/text-position.ts";
import { hostileAnalysis } from "./support/hostile-analysis.ts";
import { publishedSarifSchema } from "./support/sarif-schema.ts";

const golden = join(import.meta.dirname, "golden");
const options = { version: "1.2.3" };

async function audited(path: string): Promise<AuditedFile> {
  const bytes = readFileSync(join(golden, path));
  const read = await readDocument(bytes, { name: path.split("/").at(-1)! });
  if (!read.ok) throw new Error(read.problem.message);
  const analysis = analyse(read.document);
  const { kept, suppressed } = sift(
    auditAll(analysis),
    [{ code: "document-undated", reason: "it is a sample" }],
    analysis.document,
    analysis.sections,
  );
  return { uri: path, analysis: { ...analysis, findings: kept }, suppressed, source: bytes.toString("utf8") };
}

const files = await Promise.all(
  [
    "seed/medical-response.txt",
    "d07-cookstove-brief.md",
    "d09-canal-encyclopaedia.html",
    "d06-homework-apa.txt",
  ].map(audited),
);
const [sample] = files;

/** A hostile text in every place that a report shows. */
const withHostileFindings = (analysis: Analysis): AuditedFile => {
  const texts = analysis.statements.map((s) => s.text);
  const findings = rules.slice(0, 8).map(
    (rule, i): Finding => ({
      id: `f${i}`,
      code: rule.code,
      severity: rule.severity,
      subjects: [],
      spans: [],
      quote: texts[i % texts.length] ?? "",
      message: texts[(i + 1) % texts.length] ?? "",
      data: {},
    }),
  );
  return {
    uri: texts[0] ?? "",
    analysis: { ...analysis, findings },
    suppressed: findings
      .slice(0, 1)
      .map((finding) => ({ finding, reason: texts[0] ?? "", by: "configuration" })),
  };
};
const hostileFiles = fc.sample(hostileAnalysis(), { seed: 7, numRuns: 40 }).map(withHostileFindings);

describe("SARIF", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(publishedSarifSchema());
  const log = (list: readonly AuditedFile[]) => {
    const report = sarifReport(options);
    const text = `${report.head}${list.map((f) => report.file(f)).join("")}${report.broken("a b.docx", "is no zip")}${report.foot()}`;
    return JSON.parse(text) as {
      runs: { results: SarifResult[]; invocations: unknown[]; artifacts: unknown[] }[];
    };
  };
  interface SarifResult {
    readonly ruleId: string;
    readonly suppressions: readonly { readonly justification: string }[];
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region?: Readonly<Record<"startLine" | "startColumn" | "endLine" | "endColumn", number>>;
      };
    }[];
  }

  it("keeps to the published schema, whatever the text", () => {
    for (const list of [files, hostileFiles]) {
      validate(log(list));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ version: "2.1.0", runs: [{ tool: { driver: {} } }] })).toBe(false);
    expect(validate({ ...log(files), unheardOf: true })).toBe(false);
  });

  it("keeps dismissed findings with their reason, and names the broken file", () => {
    const [run] = log(files).runs;
    const dismissed = run!.results.filter((r) => r.suppressions.length > 0);
    expect(dismissed.map((r) => [r.ruleId, r.suppressions[0]!.justification])).toContainEqual([
      "document-undated",
      "it is a sample",
    ]);
    expect(run!.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: "is no zip" },
            locations: [{ physicalLocation: { artifactLocation: { uri: "a%20b.docx" } } }],
          },
        ],
      },
    ]);
  });

  it("shows findings on their lines in text, Markdown and HTML", () => {
    for (const file of files) {
      const [run] = log([file]).runs;
      const lines = (file.source ?? "").split(/\r\n|\n|\r/);
      const findings = file.analysis.findings.filter((f) => f.spans.length > 0);
      const placed = run!.results.filter((r) => r.locations[0]!.physicalLocation.region);
      expect(placed).toHaveLength(findings.length);
      findings.forEach((finding, i) => {
        const { startLine, startColumn } = placed[i]!.locations[0]!.physicalLocation.region!;
        const word = /[\p{L}\p{N}]+/u.exec(
          file.analysis.document.text.slice(finding.spans[0]!.start, finding.spans[0]!.end),
        )![0];
        const at = lines[startLine - 1]!.indexOf(word, startColumn - 1);
        expect({ code: finding.code, word, off: at - startColumn + 1 }).toMatchObject({
          off: expect.toSatisfy((n) => n >= 0 && n < 4),
        });
      });
    }
  });
});

describe("positions", () => {
  it("count lines and columns from one, over every line end", () => {
    const at = positionsIn("ab\r\nc\rd\n");
    expect([0, 1, 4, 6, 8].map(at)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });

  it("find every claim of a Markdown and an HTML document again", () => {
    for (const { analysis, source } of files.slice(1, 3)) {
      const at = positionsIn(source!);
      const regionOf = fileRegions(analysis.document, source!);
      const words = (text: string) => text.replace(/<[^>]*>/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const claim of analysis.statements.filter((s) => s.kind === "claim")) {
        const region = regionOf(claim)!;
        const offsets = [...source!].map((_, i) => i).filter((i) => at(i).line === region.start.line);
        const start = offsets[0]! + region.start.column - 1;
        const own = words(analysis.document.text.slice(claim.start, claim.end));
        expect(words(source!.slice(start, start + 400)).slice(0, 4)).toEqual(own.slice(0, 4));
      }
    }
  });

  it("are not known for a file that was not given, and not for words that are not there", () => {
    const { analysis } = files[1]!;
    expect(fileRegions(analysis.document, null)({ start: 0, end: 5 })).toBeNull();
    expect(fileRegions(analysis.document, "nothing of it")({ start: 0, end: 5 })).toBeNull();
  });

  it("take linear time in a file of other words", () => {
    const { analysis } = files[1]!;
    const many = Array.from({ length: 20_000 }, (_, i) => `w${i % 97}`).join(" ");
    const blocks = [{ kind: "paragraph" as const, start: 0, end: many.length }];
    const document = { ...analysis.document, text: many, blocks };
    const started = performance.now();
    fileRegions(document, `${many.split(" ").reverse().join(" ")}`)({ start: 0, end: 10 });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("JSON", () => {
  it("has coverage, findings with place and page, and dismissed ones apart", () => {
    const [entry] = JSON.parse(wholeReport(jsonReport(options), [sample!])) as Record<string, unknown>[];
    expect(entry).toMatchObject({
      file: "seed/medical-response.txt",
      footing: "1.2.3",
      coverage: { claims: 10, direct: 4, carried: 2, open: 0, uncited: 4 },
      suppressed: [{ code: "document-undated", reason: "it is a sample", by: "configuration" }],
    });
    expect((entry!.findings as { page: string; region: unknown }[])[0]).toMatchObject({
      page: "docs/findings/citation-scope-unclear.md",
      region: { start: { line: 6, column: 1 } },
    });
  });
});

describe("CSV", () => {
  it("has a row for each finding and is read back whole", () => {
    for (const file of [...files, ...hostileFiles]) {
      const rows = parseCsv(wholeReport(findingsCsv(options), [file]), {
        bom: true,
        columns: true,
      }) as Record<string, string>[];
      const dismissed = file.suppressed ?? [];
      expect(rows.map((r) => r.code)).toEqual(
        [...file.analysis.findings, ...dismissed.map((s) => s.finding)].map((f) => f.code),
      );
      for (const row of rows) expect(Object.values(row).every((cell) => !/^[=+\-@]/.test(cell))).toBe(true);
    }
  });
});

describe("JUnit", () => {
  interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  const elements = (text: string): Element[] => {
    const list: Element[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", (tag) =>
      list.push({ name: tag.name, attributes: tag.attributes as Record<string, string> }),
    );
    parser.write(text).close();
    return list;
  };

  it("has a suite for each document and a test for each rule", () => {
    const list = elements(wholeReport(junitReport(options), files));
    expect(list.filter((e) => e.name === "testsuite")).toHaveLength(files.length);
    expect(list.filter((e) => e.name === "testcase")).toHaveLength(files.length * rules.length);
    const [suite] = list.filter((e) => e.name === "testsuite");
    const failing = new Set(
      sample!.analysis.findings.filter((f) => f.severity !== "info").map((f) => f.code),
    );
    expect(suite!.attributes).toMatchObject({ tests: String(rules.length), failures: String(failing.size) });
  });

  it("is XML whatever the text", () => {
    for (const file of hostileFiles)
      expect(() => elements(wholeReport(junitReport(options), [file]))).not.toThrow();
  });
});

describe("Markdown", () => {
  it("has coverage, findings with links to their pages, and the reasons of dismissals", () => {
    const text = markdownAudit(sample!, options);
    expect(text).toContain("| Medical Response | 10 | 4 | 2 | 0 | 4 |");
    expect(text).toContain("[hedged-claim](docs/findings/hedged-claim.md)");
    expect(text).toContain("it is a sample");
  });

  it("shows hostile text as it is", () => {
    for (const file of hostileFiles) {
      const kinds = new Set<string>();
      const walk = (node: { readonly type: string; readonly children?: readonly unknown[] }): void => {
        kinds.add(node.type);
        for (const child of node.children ?? []) walk(child as typeof node);
      };
      walk(fromMarkdown(markdownAudit(file, options)));
      expect(
        [...kinds].filter((kind) => kind === "html" || kind === "image" || kind === "definition"),
      ).toEqual([]);
    }
  });
});

interface Node {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}
const all = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(all)];
const textOf = (node: Node): string =>
  node.nodeName === "#text" ? (node.value ?? "") : (node.childNodes ?? []).map(textOf).join("");

describe("the HTML page", () => {
  const page = htmlAudit(sample!, options);
  const nodes = (text: string) => all(parseHtml(text) as unknown as Node);
  const attribute = (node: Node, name: string) => node.attrs?.find((a) => a.name === name)?.value;

  it("is the same bytes twice", () => {
    expect(htmlAudit(sample!, options)).toBe(page);
  });

  it("needs nothing outside itself and runs nothing", () => {
    for (const file of [...files, ...hostileFiles]) {
      const list = nodes(htmlAudit(file, options));
      const tags = new Set(list.flatMap((n) => n.tagName ?? []));
      for (const tag of [
        "script",
        "iframe",
        "object",
        "embed",
        "link",
        "img",
        "form",
        "base",
        "use",
        "image",
      ])
        expect(tags.has(tag)).toBe(false);
      for (const { attrs = [] } of list)
        for (const { name, value } of attrs) {
          expect(name).not.toMatch(/^on|^src|^xlink/);
          if (name === "href") expect(value).toMatch(/^#|^https?:\/\//);
          if (name === "style") expect(value).toMatch(/^(?:flex:\d+|width:48%)$/);
        }
    }
  });

  it("holds the whole text in its order, the claims marked by what they rest on", () => {
    for (const file of files) {
      const section = nodes(htmlAudit(file, options)).find((n) => attribute(n, "class") === "text")!;
      const added = new Set(["label", "stands", "f error", "f warning", "f info"]);
      const own = (node: Node): string =>
        added.has(attribute(node, "class") ?? "")
          ? ""
          : node.nodeName === "#text"
            ? (node.value ?? "")
            : (node.childNodes ?? []).map(own).join("");
      const bare = (text: string) => text.replace(/\s+/g, "");
      expect(bare(own(section))).toBe(bare(file.analysis.document.text));
      const claims = file.analysis.statements.filter((s) => s.kind === "claim");
      const marked = all(section).filter((n) => attribute(n, "class")?.startsWith("claim "));
      expect(marked.map((n) => bare(textOf(n)))).toEqual(
        claims.map((c) => bare(file.analysis.document.text.slice(c.start, c.end))),
      );
      const counts = coverage(file.analysis);
      for (const kind of ["direct", "carried", "open", "uncited"] as const)
        expect(marked.filter((n) => attribute(n, "class") === `claim ${kind}`)).toHaveLength(counts[kind]);
    }
  });

  it("leads from the text to findings, notes and sources, and every link arrives", () => {
    for (const file of files) {
      const list = nodes(htmlAudit(file, options));
      const ids = list.flatMap((n) => attribute(n, "id") ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(ids);
      const inside = list.flatMap((n) => attribute(n, "href") ?? []).filter((href) => href.startsWith("#"));
      expect(inside.filter((href) => !known.has(href.slice(1)))).toEqual([]);
      expect(list.filter((n) => /^f\d+$/.test(attribute(n, "id") ?? ""))).toHaveLength(
        file.analysis.findings.length,
      );
    }
  });

  it("names file, hash, version, conditions, rules and dismissals", () => {
    const text = textOf(parseHtml(page) as unknown as Node).replace(/\s+/g, " ");
    for (const words of [
      sample!.analysis.document.hash,
      "Footing 1.2.3; the age of sources not judged; retractions not checked.",
      "document-undated",
      "it is a sample",
      pageOf("hedged-claim"),
      "Without it: 2 claims fall (1.2, 1.6); carried ones too (1.1, 1.5); weaker: 1.3.",
    ])
      expect(text).toContain(words);
  });

  it("shows the verdicts of a review", () => {
    const { claim, source } = sample!.analysis.edges[0]!;
    const statement = sample!.analysis.statements.find((s) => s.id === claim)!;
    const reviews = reviewState([
      {
        kind: "verdict",
        id: "e1",
        reviewer: "Ada",
        at: "2026-01-01T00:00:00Z",
        subject: { kind: "pair", claim, source },
        quote: { exact: statement.text, prefix: "", suffix: "" },
        verdict: "does-not-support",
        reasons: ["not-stated"],
        tags: [],
        comment: "",
      },
    ]);
    const text = textOf(parseHtml(htmlAudit(sample!, options, reviews)) as unknown as Node);
    expect(text).toContain("✕ does not support");
    expect(text).toContain("1 of the pairs have a verdict");
    expect(text).toContain("not judged");
  });
});

describe("the index of many reports", () => {
  const rows = [
    { name: "a|b <i>.txt", page: "a-b.html", coverage: coverage(sample!.analysis) },
    { name: "broken.pdf", page: null, coverage: null },
  ];
  it("has a line for each document, broken ones too", () => {
    const list = all(parseHtml(reportIndex("html", rows, options)) as unknown as Node);
    const texts = list.filter((n) => n.tagName === "tr").map((n) => textOf(n));
    expect(texts).toHaveLength(4);
    expect(texts[1]).toContain("a|b <i>.txt");
    expect(texts[2]).toContain("could not be read");
    expect(reportIndex("markdown", rows, options)).toContain(
      "| [a\\|b &lt;i&gt;.txt](a-b.html) | 0 | 11 | 17 |",
    );
  });
});

describe("coverage", () => {
  it("adds up, by section and in all, and counts the pairs", () => {
    for (const { analysis } of files) {
      const counts = coverage(analysis, () => true);
      const claims = analysis.statements.filter((s) => s.kind === "claim").length;
      expect(counts.direct + counts.carried + counts.open + counts.uncited).toBe(claims);
      expect(counts.sections.reduce((sum, s) => sum + s.claims, 0)).toBe(claims);
      const pairs = new Set(analysis.edges.map((e) => `${e.claim} ${e.source}`));
      expect(counts.pairs.direct + counts.pairs.carried).toBe(pairs.size);
      expect(counts.pairs.reviewed).toBe(pairs.size);
    }
  });
});
