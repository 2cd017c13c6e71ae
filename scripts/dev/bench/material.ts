/** What is measured: long documents and lists made from the golden documents, the same at every run. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Document } from "../../../core/model.ts";
import { readText } from "../../../core/read/text.ts";

const shared = process.env.FOOTING_SHARED ?? resolve(import.meta.dirname, "../../../../shared");

/** Returns the articles of the labelled set as plain texts; none where the set is not there. */
export function articleTexts(): readonly Uint8Array[] {
  const folder = join(shared, "corpus/jats");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return names.sort().map((name) => readFileSync(join(folder, name)));
}

const golden = resolve(import.meta.dirname, "../../../test/golden");
const articles = [
  "d01-monoxide-page",
  "d02-seagrass-preprint",
  "d03-pressure-ulcer-guideline",
  "seed/medical-response",
];

const running = (name: string): string => {
  const text = readFileSync(join(golden, `${name}.txt`), "utf8");
  const list = text.search(/\n(?:References\n|1 Bruce)/);
  return text.slice(0, list < 0 ? undefined : list).replaceAll(/\[\d[^\]]*\]|(?<=[.)])\d+(?:,\d+)*/g, "");
};

/** Returns paragraphs of about so many characters, in which `mark` says what stands before a sentence's full stop. */
function prose(characters: number, mark: () => string): string[] {
  const paragraphs = articles.flatMap((a) =>
    running(a)
      .split(/\n\n+/)
      .filter((p) => p.length > 120),
  );
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < characters; i++) {
    const cited = paragraphs[i % paragraphs.length]!.trim()
      .replaceAll(/\n/g, " ")
      .replaceAll(/\.(?= \p{Lu})/gu, () => `${mark()}.`);
    parts.push(cited);
    length += cited.length;
  }
  return parts;
}

/** Works that an article cites; one in five is cited by all articles. */
const cited = 35;

/** Returns article number `n` of about so many characters; the same number is the same text. */
export function articleText(n: number, characters: number): string {
  let label = 0;
  const entries = Array.from({ length: cited }, (_, i) => {
    const work = i % 5 === 0 ? i : 1000 + n * cited + i;
    return `[${i + 1}] Ames C, Bell D, Cole E. Lead in the pipes of old houses, part ${work}. J Water. ${1960 + (work % 60)};${(work % 40) + 1}:${work + 10}-${work + 19}.`;
  });
  const body = prose(characters - 130 * cited, () => ` [${(label++ % cited) + 1}]`);
  return [`Report ${n}`, ...body, "References", `${entries.join("\n")}\n`].join("\n\n");
}

/** Returns a plain text of about so many characters in bracket style, with its reference list. */
export function longText(characters: number): string {
  let label = 0;
  const parts = [
    "A long report on many things",
    ...prose(characters * 0.8, () => ` [${(label++ % 300) + 1}]`),
  ];
  let length = parts.slice(1).reduce((sum, part) => sum + part.length, 0);
  parts.push("References");
  const entries: string[] = [];
  for (let i = 0; length < characters || i < 300; i++) {
    const entry = `[${i + 1}] Ames C, Bell D, Cole E. Lead in the pipes of old houses, part ${i + 1}. J Water. ${1960 + (i % 60)};${(i % 40) + 1}(${(i % 12) + 1}):${i + 10}-${i + 19}.`;
    entries.push(entry);
    length += entry.length;
    if (i >= 299) break;
  }
  return `${parts.join("\n\n")}\n\n${entries.join("\n")}\n`;
}

/** Returns a document of so many footnotes: full references, short forms and ibid. in turn. */
export function manyNotes(count: number): Document {
  const names =
    "Adler Barlow Castro Dumont Eklund Fontaine Gallego Hartmann Ivanova Jarvis Keller Moreau Novak".split(
      " ",
    );
  const surname = (k: number): string =>
    `${names[k % names.length]}${String.fromCharCode(97 + (Math.floor(k / names.length) % 26))}${Math.floor(k / (26 * names.length)) > 0 ? "o" : ""}`;
  const body: string[] = [];
  const notes: string[] = [];
  for (let i = 1; i <= count; i++) {
    body.push(`The ${i % 7 === 0 ? "second" : "first"} point of part ${i} is that water moves slowly.${i}`);
    const k = Math.floor((i - 1) / 4);
    const full = `${surname(k)} T. The course of river number ${k + 1}. J Water. ${1950 + (k % 70)};${(k % 30) + 1}:${k + 100}-${k + 140}.`;
    notes.push(
      `${i} ${[full, `${surname(k)}, ${k + 110}.`, `Ibid., ${k + 112}.`, `${surname(k)}, ${k + 120}.`][(i - 1) % 4]}`,
    );
  }
  const text = `On rivers\n\n${body.join(" ")}\n\nNotes\n\n${notes.join("\n\n")}\n`;
  return readText(new TextEncoder().encode(text), null);
}

/** Returns so many raw references of the golden lists, in turn. */
export function references(count: number): readonly string[] {
  const lists = articles.flatMap((a) =>
    readFileSync(join(golden, `${a}.txt`), "utf8")
      .split("\n")
      .filter((l) => /^(?:\[\d+\]|\d+\.?) \p{Lu}.*\d{4}/u.test(l))
      .map((l) => l.replace(/^(?:\[\d+\]|\d+\.?) /, "")),
  );
  return Array.from({ length: count }, (_, i) => lists[i % lists.length]!);
}
