/** A text reads the same however its lines, blanks and quotation marks are set: same claims, same works, same places. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../core/analyse.ts";
import { readText } from "../../core/read/text.ts";

const golden = resolve(import.meta.dirname, "../golden");
const texts = ["", "more", "unseen"].flatMap((folder) =>
  readdirSync(join(golden, folder))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => [name, readFileSync(join(golden, folder, name), "utf8")] as const),
);

const one = (words: string): string =>
  words.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, " ");

/** Returns what rests on what, as lines: the claim, the work by author, year and title, the place, the scope. */
function footing(text: string): readonly string[] {
  const { statements, sources, edges } = analyse(readText(new TextEncoder().encode(text), null));
  const claims = new Map(statements.map((statement) => [statement.id, one(statement.text)]));
  const works = new Map(
    sources.map(({ id, csl }) => {
      const [first] = csl.author ?? [];
      const year = csl.issued?.["date-parts"]?.[0]?.[0] ?? "";
      return [id, one(`${first?.family ?? first?.literal ?? ""} ${year} ${csl.title ?? ""}`)];
    }),
  );
  return edges
    .map(({ claim, source, pinpoint, scope }) =>
      [claims.get(claim), works.get(source), pinpoint?.value ?? "", scope].join(" | "),
    )
    .sort();
}

const asPrinted = new Map<string, readonly string[]>();

function footingAsPrinted(text: string): readonly string[] {
  const known = asPrinted.get(text) ?? footing(text);
  asPrinted.set(text, known);
  return known;
}

const isWrapped = (text: string): boolean =>
  text.split("\n").filter((line) => line.length > 50 && line.length < 90).length > 20;

/** Breaks lines at the width; what hangs is set in below notes and entries that begin with a number. */
function wrap(text: string, width: number, hang: string): string {
  const line = (words: string): string => {
    const set = /^(?:\[?\d|[¹²³⁴-⁹])/.test(words) ? hang : "";
    const lines: string[] = [];
    for (const word of words.split(" ")) {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > width)
        lines.push(last === undefined ? word : set + word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines.join("\n");
  };
  return text
    .split("\n")
    .map((words) => (words.length > width ? line(words) : words))
    .join("\n");
}

/** A setting of a text, or null where the text has no room for it. */
type Setting = (text: string) => string | null;

const unwrapped =
  (set: (text: string) => string): Setting =>
  (text) =>
    isWrapped(text) || /\t| \| |\r/.test(text) ? null : set(text);

const settings: Readonly<Record<string, Setting>> = {
  "Windows line ends": (text) => text.replace(/\r?\n/g, "\r\n"),
  "blanks at the ends of lines": (text) => text.replace(/(\r?\n)/g, "  $1"),
  "a page set in as a whole": (text) =>
    text.includes("\t") ? null : text.replace(/^(?=[^\r\n])/gm, "     "),
  "two blanks behind stops": (text) =>
    text.replace(/([\p{Ll}\d)][.?!]["”’)]?\d{0,2}) (?=\p{Lu}\p{Ll})/gu, "$1  "),
  "straight quotation marks": (text) => text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'"),
  "lines of 78 characters": unwrapped((text) => wrap(text, 78, "")),
  "lines of 84 characters, notes that hang": unwrapped((text) => wrap(text, 84, "    ")),
};

/** A block quotation without marks is told by its lines. */
const setByLines = /ae06-empty-chair/;

describe.each(Object.entries(settings))("%s", (name, set) => {
  it("change nothing", () => {
    const differ: Record<string, readonly string[]> = {};
    let tried = 0;
    for (const [file, text] of texts) {
      if (/^lines/.test(name) && setByLines.test(file)) continue;
      const other = set(text);
      if (other === null || other === text) continue;
      tried++;
      const [before, now] = [footingAsPrinted(text), footing(other)];
      const lost = before.filter((edge) => !now.includes(edge));
      const more = now.filter((edge) => !before.includes(edge));
      if (lost.length + more.length > 0)
        differ[file] = [...lost.map((edge) => `- ${edge}`), ...more.map((edge) => `+ ${edge}`)];
    }
    expect(differ).toEqual({});
    expect(tried).toBeGreaterThan(40);
  }, 120_000);
});
