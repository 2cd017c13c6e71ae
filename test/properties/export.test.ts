/** Every export read back by a reader that is not ours, over analyses full of hostile strings. */
import { parse } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBibtex } from "../../core/bib/citation-js.ts";
import { toCslJson } from "../../core/export/csl.ts";
import type { Analysis } from "../../core/model.ts";
import { hostileAnalysis } from "../support/hostile-analysis.ts";

const seeded = { seed: 4600, numRuns: 150 };

/** What no writer of a line-based text format can keep: control characters, half pairs, runs of blanks. */
const settled = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/\p{Cc}+/gu, "")
    .replace(/ {2,}/g, " ")
    .trim()
    .normalize("NFKC");

describe("BibTeX", () => {
  it.each(["bibtex", "biblatex"] as const)(
    "%s is read by another parser, titles letter by letter",
    (dialect) => {
      fc.assert(
        fc.property(hostileAnalysis(), (analysis) => {
          const file = toBibtex(analysis, { dialect });
          const { entries, errors } = parse(file, { sentenceCase: false, raw: false });
          expect(errors).toEqual([]);
          expect(entries).toHaveLength(analysis.sources.length);
          expect(new Set(entries.map(({ key }) => key.toLowerCase())).size).toBe(entries.length);
          for (const [i, { fields }] of entries.entries()) {
            const { csl, authorsTruncated } = analysis.sources[i]!;
            expect(bare(fields.title)).toBe(bare(settled(csl.title ?? "")));
            const named = (csl.author ?? []).filter(
              ({ family, given, literal }) => settled(`${family ?? ""}${given ?? ""}${literal ?? ""}`) !== "",
            ).length;
            expect(fields.author?.length ?? 0).toBe(named === 0 ? 0 : named + (authorsTruncated ? 1 : 0));
          }
        }),
        seeded,
      );
    },
  );

  it("holds no command that a document could have put there", () => {
    fc.assert(
      fc.property(hostileAnalysis(), (analysis) => {
        for (const dialect of ["bibtex", "biblatex"] as const) {
          const file = toBibtex(analysis, { dialect });
          expect(file).not.toMatch(/\\(?:input|end|write|def|include|csname)\b/);
          expect(file).not.toMatch(/(?!\n)\p{Cc}/u);
          expectBalanced(file);
          expect(toBibtex(analysis, { dialect })).toBe(file);
        }
      }),
      seeded,
    );
  });
});

/** The parser gives markup and look-alike letters for what it reads: taken away on both sides. */
function bare(value: string | undefined): string {
  return (value ?? "")
    .replace(/<\/?(?:span[^>]*|sub|sup|i|b)>/g, "")
    .normalize("NFKC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .trim();
}

/** BibTeX counts every brace. No line inside an entry may begin a new one. */
function expectBalanced(file: string): void {
  let depth = 0;
  for (const line of file.split("\n")) {
    if (line.startsWith("@")) expect(depth).toBe(0);
    for (const c of line) depth += c === "{" ? 1 : c === "}" ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
}

describe("CSL-JSON", () => {
  it("comes back exactly", () => {
    fc.assert(
      fc.property(hostileAnalysis(), (analysis: Analysis) => {
        const items = JSON.parse(toCslJson(analysis)) as Record<string, unknown>[];
        expect(items.map(({ id: _id, custom: _custom, ...rest }) => rest)).toEqual(
          analysis.sources.map(({ csl }) => JSON.parse(JSON.stringify(csl)) as unknown),
        );
      }),
      seeded,
    );
  });
});
