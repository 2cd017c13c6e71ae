/**
 * References in styles and of kinds that the labelled sets hardly show, read field by field. The floors are what is
 * measured, less two: a change that falls below them reads worse than before.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Csl, CslDate, CslName } from "../core/model.ts";
import { parseReference } from "../core/reference/index.ts";

const FOLDER = join(import.meta.dirname, "cases/references/styles");
/** Fields that count even where nothing is expected: an invented one is wrong. */
const CORE: readonly (keyof Csl)[] = [
  "author",
  "editor",
  "translator",
  "title",
  "container-title",
  "collection-title",
  "issued",
  "volume",
  "issue",
  "page",
  "publisher",
  "publisher-place",
  "edition",
  "URL",
  "DOI",
  "number",
  "number-of-pages",
  "accessed",
];
const MORE: readonly (keyof Csl)[] = ["ISBN", "PMID", "archive", "archive_location", "authority", "genre"];

interface Wanted {
  readonly raw: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly free: ReadonlySet<string>;
  readonly truncated: boolean;
}

function read(file: string): Wanted[] {
  return readFileSync(join(FOLDER, file), "utf8")
    .split(/\n\n+/)
    .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("# ")))
    .filter((lines) => lines.length > 1)
    .map(([raw = "", ...lines]) => ({
      raw,
      fields: new Map(
        lines.flatMap((line) => {
          const m = /^([\w.-]+): (.*)$/.exec(line);
          return m ? [[m[1]!, m[2]!] as const] : [];
        }),
      ),
      free: new Set(
        lines.filter((line) => line.endsWith("?") && !line.includes(": ")).map((l) => l.slice(0, -1)),
      ),
      truncated: lines.includes("authors truncated"),
    }));
}

const letters = (s: string): string =>
  s
    .normalize("NFKD")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";
const person = (n: CslName): string =>
  n.literal ??
  [n["dropping-particle"], n["non-dropping-particle"], n.family, n.given, n.suffix].filter(Boolean).join(" ");

/** Persons by their names in order, dates by their numbers, the rest by letters and digits. */
function worth(value: Csl[keyof Csl]): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return (value as CslName[]).map((n) => letters(person(n))).join(" | ");
  if (typeof value === "object")
    return ((value as CslDate)["date-parts"] ?? []).map((p) => p.join("-")).join("/");
  return letters(value);
}

function wanted(field: string, text: string | undefined): string {
  if (text === undefined) return "";
  if (field === "issued" || field === "accessed") return text;
  return text.split(" | ").map(letters).join(" | ");
}

interface Score {
  readonly allRight: number;
  readonly micro: number;
  readonly types: number;
  readonly wrong: readonly string[];
}

function score(list: readonly Wanted[]): Score {
  let [hit, extra, missed, right, typed, typesRight] = [0, 0, 0, 0, 0, 0];
  const wrong: string[] = [];
  for (const { raw, fields, free, truncated } of list) {
    const { csl, authorsTruncated } = parseReference(raw);
    const bad: string[] = [];
    for (const field of [...CORE, ...MORE]) {
      const a =
        field === "number" && fields.has("custom.arxiv")
          ? wanted(field, fields.get("custom.arxiv"))
          : wanted(field, fields.get(field));
      const b = worth(csl[field]);
      if (a === "" && (b === "" || free.has(field) || MORE.includes(field))) continue;
      if (a === b) {
        hit++;
        continue;
      }
      if (a !== "") missed++;
      if (b !== "") extra++;
      bad.push(`  ${field}: ${a} ≠ ${b}`);
    }
    if (truncated && !authorsTruncated) bad.push("  authors not truncated");
    if (bad.length === 0) right++;
    else wrong.push(raw, ...bad);
    const type = fields.get("type");
    if (type !== undefined) {
      typed++;
      if (type === csl.type) typesRight++;
    }
  }
  return {
    allRight: right / list.length,
    micro: (2 * hit) / (2 * hit + extra + missed),
    types: typesRight / typed,
    wrong,
  };
}

const FLOORS: Readonly<Record<string, { allRight: number; micro: number; types: number }>> = {
  "english.txt": { allRight: 0.84, micro: 0.95, types: 0.94 },
  "continental-and-law.txt": { allRight: 0.8, micro: 0.94, types: 0.98 },
  "science-and-mixed.txt": { allRight: 0.89, micro: 0.97, types: 0.94 },
  "held-back.txt": { allRight: 0.62, micro: 0.9, types: 0.93 },
};

describe("styles", () => {
  for (const [file, floor] of Object.entries(FLOORS)) {
    it(`${file}: fields, whole references and types`, () => {
      const { wrong, ...got } = score(read(file));
      if (process.env.SHOW !== undefined) console.log(file, got, `\n${wrong.join("\n")}`);
      expect(got.allRight, wrong.join("\n")).toBeGreaterThanOrEqual(floor.allRight);
      expect(got.micro).toBeGreaterThanOrEqual(floor.micro);
      expect(got.types).toBeGreaterThanOrEqual(floor.types);
    });
  }
});
