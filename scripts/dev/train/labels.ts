/**
 * Brings the labels of the training sets to one scheme: every token has a label; separators belong to the stretch
 * before them, opening brackets and key words ("In", "vol.", "pp.") to the stretch behind; "volume" strings are cut
 * into volume, issue, pages and date by the fields derived from them.
 */
import type { Label } from "../../../core/reference/segment.ts";
import { type Tokens, tokenize } from "../../../core/reference/tokens.ts";
import type { GoldRecord } from "./records.ts";

const MAP: Readonly<Record<string, Label>> = {
  author: "author",
  collaboration: "author",
  editor: "editor",
  translator: "translator",
  director: "other",
  producer: "other",
  title: "title",
  chapter: "title",
  journal: "journal",
  source: "journal",
  "container-title": "container",
  "collection-title": "collection",
  date: "date",
  volume: "volume",
  issue: "issue",
  pages: "pages",
  publisher: "publisher",
  institution: "publisher",
  location: "location",
  edition: "edition",
  genre: "genre",
  medium: "medium",
  note: "note",
  url: "url",
  doi: "doi",
  isbn: "isbn",
  issn: "issn",
  arxiv: "arxiv",
  pmid: "pmid",
  number: "number",
  "citation-number": "label",
  other: "other",
};

export interface Labelled {
  readonly tokens: Tokens;
  readonly labels: readonly Label[];
  /** True for the first token of a stretch. */
  readonly begins: readonly boolean[];
}

const OPENING = /^[([{<“«„‘‹"']$/u;
const LETTERS = /[\p{L}\p{N}]/u;
const TRAILING_WORD = /^(?:eds?|edd|editors?|hrsg|hg|권|호|期|页|쪽|집|号|月号|p|pp)$/iu;

/** Returns the tokens of a record with one label each. */
export function labelRecord(record: GoldRecord): Labelled {
  const tokens = tokenize(record.raw);
  const n = tokens.count;
  const owner = new Int32Array(n).fill(-1);
  record.spans.forEach((span, k) => {
    for (let i = 0; i < n; i++) {
      const a = tokens.start[i]!;
      const b = tokens.end[i]!;
      const inside = Math.min(b, span.end) - Math.max(a, span.start);
      if (inside * 2 > b - a) owner[i] = k;
    }
  });
  fillGaps(record, tokens, owner);
  const labels: Label[] = [];
  for (let i = 0; i < n; i++) {
    const k = owner[i]!;
    labels.push(k === -2 ? "label" : k < 0 ? "other" : (MAP[record.spans[k]!.label] ?? "other"));
  }
  const begins = labels.map((l, i) => i === 0 || l !== labels[i - 1] || owner[i] !== owner[i - 1]);
  record.spans.forEach((span, k) => {
    if (span.label === "volume") cutVolume(record, tokens, owner, k, labels, begins);
  });
  tidy(tokens, labels, begins);
  return { tokens, labels, begins };
}

/** Gives every token between two spans to one of them. */
function fillGaps(record: GoldRecord, tokens: Tokens, owner: Int32Array): void {
  const word = (i: number): string => tokens.raw.slice(tokens.start[i], tokens.end[i]);
  for (let i = 0; i < tokens.count; i++) {
    if (owner[i] !== -1) continue;
    let j = i;
    while (j < tokens.count && owner[j] === -1) j++;
    const left = i === 0 ? -1 : owner[i - 1]!;
    const right = j === tokens.count ? -1 : owner[j]!;
    let cut = i;
    for (; cut < j; cut++) {
      const w = word(cut);
      const behind =
        cut + 1 < j &&
        left >= 0 &&
        TRAILING_WORD.test(word(cut + 1)) &&
        leansLeft(record, left, word(cut + 1));
      if (OPENING.test(w) && !behind) break;
      if (LETTERS.test(w) && !(left >= 0 && TRAILING_WORD.test(w) && leansLeft(record, left, w))) break;
    }
    if (left === -1) cut = i;
    if (right === -1) cut = j;
    for (let k = i; k < j; k++) owner[k] = k < cut ? left : right;
    if (i === 0 && right >= 0 && /^[[(]?\s*\d+/.test(tokens.raw)) for (let k = 0; k < j; k++) owner[k] = -2;
    i = j - 1;
  }
}

function leansLeft(record: GoldRecord, k: number, word: string): boolean {
  const label = record.spans[k]!.label;
  if (/^p/i.test(word)) return false;
  return label === "editor" || label === "author" || !/^[eh]/i.test(word);
}

/** Labels the parts of a volume string after the fields the set's owner derived from it. */
function cutVolume(
  record: GoldRecord,
  tokens: Tokens,
  owner: Int32Array,
  k: number,
  labels: Label[],
  begins: boolean[],
): void {
  const at: number[] = [];
  for (let i = 0; i < tokens.count; i++) if (owner[i] === k) at.push(i);
  if (at.length < 2) return;
  const text = record.raw.slice(tokens.start[at[0]!], tokens.end[at[at.length - 1]!]);
  const base = tokens.start[at[0]!]!;
  const parts = volumeParts(
    text,
    record.spans.some((s) => s.label === "pages"),
  );
  if (parts.length === 0) return;
  for (const i of at) {
    const a = tokens.start[i]! - base;
    const part = parts.find((p) => a >= p.start && a < p.end);
    const label = part?.label ?? "volume";
    const first =
      part === undefined ? i === at[0] : !at.some((j) => j < i && tokens.start[j]! - base >= part.start);
    labels[i] = label;
    begins[i] = first;
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly label: Label;
}

const YEAR = "(?:1[5-9]|20)\\d\\d";
const PAGE = "[A-Za-z]{0,2}\\d+(?:\\s*[-–—−‑‐]+\\s*[A-Za-z]{0,2}\\d+)?";
const VOLUME_SHAPES: readonly (readonly [RegExp, readonly Label[]])[] = (
  [
    // year;volume(issue):pages
    [
      `^(${YEAR}[^;]{0,12}[;:,]\\s*)([\\w]+\\s*)(\\([^)]*\\)[:.,;]?\\s*)(${PAGE}.*)$`,
      ["date", "volume", "issue", "pages"],
    ],
    [`^(${YEAR}[^;]{0,12}[;:,]\\s*)([\\w]+\\s*)(\\([^)]*\\).*)$`, ["date", "volume", "issue"]],
    [`^(${YEAR}[^;]{0,12}[;,]\\s*)([\\w]+[:,]\\s*)(${PAGE}.*)$`, ["date", "volume", "pages"]],
    [`^(${YEAR}[^;]{0,12}[;,]\\s*)([\\w]+\\W*)$`, ["date", "volume"]],
    // vol 5, no 3, pp 1-9
    [
      `^((?:vol(?:ume)?s?|v|bd|band|tome?|t|jg)\\b\\.?\\s*\\w+[\\s,.;:/]*)(\\(?\\s*(?:nos?|nr|n|num(?:ber)?|numéro|issue|iss|heft|h|fasc)\\b\\s*[.°ºo]?\\s*.*)$`,
      ["volume", "issue"],
    ],
    [
      `^(\\w+[\\s,.;:/]+)((?:pt|part|issue|iss|nos?|nr|n|numéro|num(?:ber)?|heft|h)\\b\\s*[.°ºo]?\\s*[\\w/–-]+[^\\w]*)$`,
      ["volume", "issue"],
    ],
    // volume (issue): pages
    [
      `^((?:vol(?:ume)?\\b\\.?\\s*|v\\.\\s*)?[\\w.]+\\s*,?\\s*)(\\([^)]*\\)[\\s:.,;]*)(?:pp?\\.?\\s*)?(${PAGE}\\W*)$`,
      ["volume", "issue", "pages"],
    ],
    [`^((?:vol(?:ume)?\\b\\.?\\s*|v\\.\\s*)?[\\w.]+\\s*,?\\s*)(\\([^)]*\\)\\W*)$`, ["volume", "issue"]],
    [`^((?:vol(?:ume)?\\b\\.?\\s*|v\\.\\s*)?[\\w]+[:]\\s*)(${PAGE}\\W*)$`, ["volume", "pages"]],
    [`^([\\w]+[,]\\s*)([A-Za-z]?\\d+\\s*[-–—−‑‐]+\\s*[A-Za-z]?\\d+\\W*)$`, ["volume", "pages"]],
    [`^(\\d+\\s*[./:-]\\s*)(\\d+(?:\\s*[-–/]\\s*\\d+)?\\W*)$`, ["volume", "issue"]],
    [`^((?:no|nr|n|issue|iss|numéro|heft)\\b\\s*[.°ºo]?\\s*\\w.*)$`, ["issue"]],
    [`^([n№][°º]?\\s*\\d.*)$`, ["issue"]],
    [`^(\\([^)]*\\)\\W*)$`, ["issue"]],
  ] as readonly (readonly [string, readonly Label[]])[]
).map(([source, labels]) => [new RegExp(source, "diu"), labels] as const);

/** `paged`: the pages have a span of their own, so no number in here is one. */
function volumeParts(text: string, paged: boolean): Part[] {
  for (const [pattern, labels] of VOLUME_SHAPES) {
    if (paged && labels.includes("pages")) continue;
    const m = pattern.exec(text);
    if (!m?.indices) continue;
    const out: Part[] = [];
    labels.forEach((label, i) => {
      const at = m.indices?.[i + 1];
      if (at) out.push({ start: out.length === 0 ? 0 : (out[out.length - 1]?.end ?? 0), end: at[1], label });
    });
    return out;
  }
  return [];
}

/** Moves opening brackets and quotes at the end of a stretch to the next one, closers at the start to the one before. */
function tidy(tokens: Tokens, labels: Label[], begins: boolean[]): void {
  const word = (i: number): string => tokens.raw.slice(tokens.start[i], tokens.end[i]);
  for (let i = tokens.count - 1; i > 0; i--) {
    if (!begins[i] || begins[i - 1] || !/^[([{“«„]$/u.test(word(i - 1))) continue;
    labels[i - 1] = labels[i]!;
    begins[i] = false;
    begins[i - 1] = true;
  }
  for (let i = 1; i < tokens.count - 1; i++) {
    if (!begins[i] || begins[i + 1] || !/^[)\]}”».,;:]$/u.test(word(i))) continue;
    if (labels[i] !== labels[i - 1] || word(i) !== ".") {
      labels[i + 1] = labels[i]!;
      labels[i] = labels[i - 1]!;
      begins[i] = false;
      begins[i + 1] = true;
    }
  }
}
