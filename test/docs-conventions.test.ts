/**
 * docs/formats.md shows each convention of markers with an example out of the case files. With UPDATE_GOLDEN=1 the
 * table is written anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const page = join(root, "docs/formats.md");
const begin = "<!-- conventions: npm run golden writes this table from test/cases/outline -->\n";
const end = "<!-- end of conventions -->\n";

const files = [
  "superscript",
  "unicode-superscript",
  "bracket",
  "parenthesis",
  "symbol",
  "author-year",
  "author-page",
  "key",
] as const;

const cell = (words: string): string => words.replace(/[|*_]/g, "\\$&");

/** The first statements with a marker in the expected outlines of one case file, each with what its marker leads to. */
function examples(file: string): string[] {
  const text = readFileSync(join(root, `test/cases/outline/${file}.case`), "utf8");
  const found = text.matchAll(/^\d+\.\d+ (.*⟦.*)\n((?: {2}→ .*\n?)+)/gm);
  return [...found].slice(0, 2).map(([, words, leads]) => {
    const shown = cell(words!)
      .replace(/⟦(.*?)⟧/g, "**$1**")
      .replaceAll("⏎", " ");
    return `${shown} ${cell(leads!.trim().replace(/\s*\n\s*/g, " "))}`;
  });
}

function table(): string {
  const rows = files.map((file) => {
    const purpose = readFileSync(join(root, `test/cases/outline/${file}.case`), "utf8").split("\n")[0]!;
    return `| \`${file}\` | ${cell(purpose)} | ${examples(file).join("<br>")} |\n`;
  });
  return `| convention | what it is | read as |\n| --- | --- | --- |\n${rows.join("")}`;
}

it("docs/formats.md shows the conventions as the cases have them (npm run golden)", () => {
  const text = readFileSync(page, "utf8");
  const [head, rest] = text.split(begin);
  const [shown, tail] = (rest ?? "").split(end);
  const made = table();
  for (const file of files) expect(examples(file).length).toBeGreaterThan(0);
  if (process.env.UPDATE_GOLDEN) writeFileSync(page, head + begin + made + end + tail);
  else expect(shown).toBe(made);
});
