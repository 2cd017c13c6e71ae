/**
 * Finds the notes and reference lists of a document and cuts them into entries: labelled runs first (with or
 * without a heading, at the end, per page, per chapter), then lists without labels.
 */
import type { NoteType, Span } from "../../model.ts";
import { isShortForm } from "../../short-form.ts";
import { isChromeLine } from "../kinds/chrome.ts";
import { blank } from "../layout/lines.ts";
import type { Layout, Piece } from "../layout/pieces.ts";
import { findAsides } from "./aside.ts";
import { buildChains, type Chain, type Entry } from "./chains.ts";
import type { Evidence } from "./evidence.ts";
import { type Announced, announces } from "./headings.ts";
import { likeness } from "./likeness.ts";
import { isNoise, wordsEnd } from "./noise.ts";
import { restOfNote } from "./over.ts";
import { isMostlySmall } from "./small-letters.ts";
import { findUnlabelled } from "./unlabelled.ts";

/** A note before it has an id. */
export interface FoundNote extends Span {
  readonly type: NoteType;
  readonly label: string | null;
  readonly scope: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

export interface NoteList extends Span {
  readonly notes: readonly FoundNote[];
  readonly labelled: boolean;
  /** Its labels are called for as `[^label]`. */
  readonly caret: boolean;
  /** It explains signs in a table, a caption or the lines of the title, and nothing in the running text. */
  readonly aside?: boolean;
  /** It holds the last words of the note in front of it, which ran over to the next page. */
  readonly over?: boolean;
}

/**
 * Returns the lists of notes in text order, beside those the format gives. `signs` tells which signs stand in tables,
 * captions and the lines of the title. Linear in the lines.
 */
export function findNotes(
  text: string,
  layout: Layout,
  evidence: Evidence,
  signs: Evidence,
  proseStart: number,
  given: readonly NoteList[],
): NoteList[] {
  const accepted: Accepted[] = [];
  const rejected: Chain[] = [];
  // Lists with nothing but titles between them, one a chapter, are called for by the same text.
  let calledFrom = 0;
  let previousEnd = 0;
  let inherited = false;
  const lastLine = lastWords(layout);
  for (const chain of buildChains(text, layout)) {
    const first = chain.entries[0]!;
    const from = layout.lines[first.from]!.first;
    const heading = headingAbove(text, layout, first.from);
    const gathered = accepted.length > 0 && from - previousEnd < BETWEEN;
    if (!gathered) calledFrom = previousEnd;
    const announced: boolean = heading !== null || (gathered && inherited);
    const judged = judge(text, layout, chain, evidence, calledFrom, announced, lastLine);
    const goesOn = from - previousEnd < INTERRUPTED && countsOn(accepted.at(-1), chain);
    if (goesOn && (judged.references > 0 || judged.shortForms > 0)) {
      accepted.push({ chain, announced: accepted.at(-1)!.announced, type: accepted.at(-1)!.type });
      previousEnd = layout.lines[chain.entries.at(-1)!.to - 1]!.last;
      continue;
    }
    if (!judged.accepted || (from < proseStart && !announced)) {
      rejected.push(chain);
      continue;
    }
    const symbol = first.label.family === "symbol";
    const type = symbol ? "footnote" : typeOf(heading, judged);
    const kept = heading === null && gathered && inherited ? accepted.at(-1)!.type : type;
    accepted.push({ chain, announced, type: kept });
    inherited = announced;
    previousEnd = layout.lines[chain.entries.at(-1)!.to - 1]!.last;
  }
  const main = toLists(text, layout, settleTypes(accepted));
  // Where signs call for the notes of the running text, those of a table cannot be told from them.
  const signed = [...given, ...main].some((list) => /^[*†‡§‖¶#]/.test(list.notes[0]!.label ?? ""));
  const asides = signed ? [] : findAsides(text, layout, rejected, signs, proseStart);
  const aside = toLists(text, layout, asides.map(asFootnotes)).map(markAside);
  const lists = [...main, ...aside].sort((a, b) => a.start - b.start);
  const calledAnywhere = (label: string): boolean => evidence(label, 0, text.length);
  const known = [...given, ...lists].sort((a, b) => a.start - b.start);
  return known.some((list) => list.notes[0]!.type === "reference")
    ? lists
    : [...lists, ...findUnlabelled(text, layout, known, calledAnywhere)].sort((a, b) => a.start - b.start);
}

const asFootnotes = (chain: Chain): Accepted => ({ chain, announced: false, type: "footnote" });
const markAside = (list: NoteList): NoteList => ({ ...list, aside: true });

/** Characters between two lists that leave room for a title only. */
const BETWEEN = 160;

/** Characters between two parts of a list that leave room for a figure's caption and the heads of a page. */
const INTERRUPTED = 800;

/** Whether the run takes up the numbers where the list broke off. */
function countsOn(list: Accepted | undefined, { entries }: Chain): boolean {
  const last = list?.chain.entries.at(-1)?.label;
  const first = entries[0]!.label;
  return (
    last !== undefined && first.family === last.family && first.value === last.value + 1 && first.value > 1
  );
}

interface Accepted {
  readonly chain: Chain;
  readonly announced: boolean;
  readonly type: NoteType;
}

/** Lists without a heading that count the same way are footnotes if one of them reads so, whatever the others look like. */
function settleTypes(accepted: readonly Accepted[]): readonly Accepted[] {
  const bare = accepted.filter((list) => !list.announced);
  if (bare.length < 2 || bare.every((list) => list.type === "reference")) return accepted;
  return accepted.map((list) => (list.announced ? list : { ...list, type: "footnote" }));
}

function toLists(text: string, layout: Layout, accepted: readonly Accepted[]): NoteList[] {
  const scopes = new Map<string, number>();
  return accepted.flatMap(({ chain, type, announced }, i) => {
    const first = chain.entries[0]!;
    const symbol = first.label.family === "symbol";
    const numbering = symbol ? "symbol" : String(type === "reference");
    const restarts = first.label.value === 1 || symbol || !scopes.has(numbering);
    const scope = (scopes.get(numbering) ?? 0) + (restarts ? 1 : 0);
    scopes.set(numbering, scope);
    const rest = announced ? null : restOfNote(text, layout, accepted[i - 1]?.chain, first.from);
    const over: NoteList[] = rest
      ? [
          {
            notes: [
              {
                ...rest,
                type: "footnote",
                label: null,
                scope,
                bodyStart: rest.start,
                bodyEnd: rest.end,
              },
            ],
            ...rest,
            labelled: false,
            caret: false,
            over: true,
          },
        ]
      : [];
    const list: NoteList = {
      notes: chain.entries.map((entry) => toNote(text, layout, entry, type, scope)),
      start: layout.lines[first.from]!.first,
      end: layout.lines[chain.entries.at(-1)!.to - 1]!.last,
      labelled: true,
      caret: first.label.family === "caret",
    };
    return [...over, list];
  });
}

function toNote(text: string, layout: Layout, entry: Entry, type: NoteType, scope: number): FoundNote {
  const [to, end] = trimNoise(text, layout, entry.from, entry.to);
  const below = entry.label.alone && to > entry.from + 1;
  const bodyStart = below ? layout.lines[entry.from + 1]!.first : entry.label.bodyStart;
  return {
    start: layout.lines[entry.from]!.first,
    end: layout.lines[entry.to - 1]!.last,
    type,
    label: entry.label.label,
    scope,
    bodyStart,
    bodyEnd: Math.max(bodyStart, wordsEnd(text, bodyStart, end)),
  };
}

/** Lines of page links at the end of an entry are no words of it. Returns the last line kept and its end. */
export function trimNoise(text: string, layout: Layout, from: number, to: number): [number, number] {
  let last = to;
  while (last > from + 1) {
    const line = layout.lines[last - 1]!;
    if (!blank(line) && !isNoise(text, line.first, line.last)) break;
    last--;
  }
  return [last, layout.lines[last - 1]!.last];
}

interface Judged {
  readonly accepted: boolean;
  /** The share of entries that read like references. */
  readonly references: number;
  readonly shortForms: number;
  readonly entries: number;
}

function judge(
  text: string,
  layout: Layout,
  chain: Chain,
  evidence: Evidence,
  previousEnd: number,
  announced: boolean,
  lastLine: number,
): Judged {
  let like = 0;
  let shortForms = 0;
  let called = 0;
  const start = layout.lines[chain.entries[0]!.from]!.first;
  for (const entry of chain.entries) {
    const end = layout.lines[entry.to - 1]!.last;
    const body = entry.label.alone ? layout.lines[entry.from]!.last : entry.label.bodyStart;
    if (likeness(text, body, end) >= 2) like++;
    if (isShortForm(text.slice(body, Math.min(end, body + 200)))) shortForms++;
    if (entry.label.family === "caret" || evidence(entry.label.label, previousEnd, start)) called++;
  }
  const n = chain.entries.length;
  const family = chain.entries[0]!.label.family;
  const strong = family === "caret" || family === "superscript" || family === "symbol";
  const last = chain.entries.at(-1)!.to;
  const atEnd = last >= lastLine || endsPage(text, layout, last);
  const accepted =
    (announced && (like + shortForms > 0 || called > 0)) ||
    (like >= 0.5 * n && (n >= 3 || called === n) && (called > 0 || n >= 5)) ||
    // A short page may call for one of its two notes only.
    (like === n && called > 0 && atEnd) ||
    (called >= 0.7 * n && (atEnd || strong) && (like > 0 || shortForms > 0 || atEnd));
  return {
    accepted: accepted && !belowTable(text, layout, chain.entries[0]!.from, family),
    references: like / n,
    shortForms,
    entries: n,
  };
}

/** A list at a page's foot is followed by the page number or the next page's head. */
function endsPage(text: string, layout: Layout, line: number): boolean {
  let i = line;
  while (i < layout.lines.length && blank(layout.lines[i]!)) i++;
  const next = layout.lines[i];
  if (!next) return true;
  if (next.newPage || layout.lines[i - 1]!.newPage) return true;
  const words = text.slice(next.first, Math.min(next.last, next.first + 80));
  return PAGE_END.test(words) || RUNNING_HEAD.test(words);
}

const PAGE_END =
  /^(?:[-–—\s]*(?:\d{1,4}|[ivxl]{1,6})[-–—\s]*|page \d+.*|p\. \d+|\[page \d+\]|[*_=–—-]{3,}|chapter\b.*)$/i;
/** "12   The Grain Quarterly", "Spring 2015 | 13", "[2022]   The Grain Quarterly   44": the page's number at the outer edge. */
const RUNNING_HEAD =
  /^(?:\d{1,4}(?: {2,}| ?[|·•] ?)\p{Lu}\p{L}.{1,60}|(?:[[(](?:1[5-9]|20)\d\d[\])] {2,})?\p{Lu}\p{L}.{1,60}(?: {2,}| ?[|·•] ?)\d{1,4})$/u;

/** Notes under a table explain its cells; a bar of links is none, though it looks like a single row of cells. */
function belowTable(text: string, layout: Layout, line: number, family: string): boolean {
  if (family === "bracket" || family === "caret") return false;
  const above = lineAbove(layout, line);
  const row = layout.lines[above];
  if (!row?.row || isChromeLine(text.slice(row.first, row.last))) return false;
  return layout.lines[lineAbove(layout, above)]?.row === true;
}

/** Index of the nearest line above that holds words; -1 where there is none. */
function lineAbove(layout: Layout, line: number): number {
  let i = line - 1;
  while (i >= 0 && blank(layout.lines[i]!)) i--;
  return i;
}

function typeOf(heading: Announced | null, { references, shortForms, entries }: Judged): NoteType {
  if (heading === "endnotes") return "endnote";
  if (heading === "notes") return "footnote";
  // What points back time and again are notes, though their author calls them references.
  if (heading === "references")
    return shortForms > 1 && shortForms >= 0.2 * entries ? "footnote" : "reference";
  return references >= 0.7 && shortForms === 0 ? "reference" : "footnote";
}

/** Returns what the nearest line above announces, if it is a list heading. */
export function headingAbove(text: string, layout: Layout, line: number): Announced | null {
  const above = layout.lines[lineAbove(layout, line)];
  return above ? announces(text.slice(above.first, above.last)) : null;
}

function lastWords(layout: Layout): number {
  let i = layout.lines.length;
  while (i > 0 && blank(layout.lines[i - 1]!)) i--;
  return i;
}

/** Short sentences have few such words, but most of what they say is in small letters; names and addresses are not. */
function isTalk(words: string): boolean {
  const sentences =
    words.match(/[\p{Ll}\d%)]{2}[.!?]["”’)\]]?[\d,–*†‡§¹²³⁰⁴-⁹[\]()-]*(?=\s+\p{Lu}|\s*$)/gu) ?? [];
  return sentences.length >= 2 && isMostlySmall(words);
}

/** "• Most settle within three weeks and leave no scar.1": a summary's point; no author, title or menu is set so. */
function isPoint(words: string): boolean {
  const said = /^[-–•●▪◦‣►]\s+(\p{Lu}.*[\p{Ll}\d%]{2}[.!?]["”’)\]]?[\d,–*†‡§¹²³⁰⁴-⁹[\]()-]*)$/su.exec(
    words,
  )?.[1];
  return said !== undefined && said.split(/\s/).length >= 5 && isMostlySmall(said);
}

/** A sentence that calls for a note, "for forty loads a year.2": a short paragraph, and no line of names. */
const CALLS = /\p{Ll}{2}[.!?]["”’)\]]?\d{1,3}(?=\s+\p{Lu}|$)/u;

/** Returns the offset of the first paragraph of running text; before it stand titles, authors and addresses. */
export function proseStart(text: string, pieces: readonly Piece[]): number {
  for (const piece of pieces) {
    if (piece.kind !== "text" && piece.kind !== "paragraph") continue;
    if (piece.row) continue;
    if (piece.end - piece.start < 100) {
      const words = text.slice(piece.start, piece.end);
      if (isPoint(words) || (CALLS.test(words) && isMostlySmall(words, 0.5))) return piece.start;
      continue;
    }
    const words = text.slice(piece.start, Math.min(piece.end, piece.start + 400));
    if (/^(?:\d|[*†‡§])/.test(words)) continue;
    // A title may be as long as a paragraph and has no stop.
    if (
      !/[.:;?!…]["”’)\]]?(?:[\d,–*†‡§¹²³⁰⁴-⁹[\]()-]|\(pp?\.?\s?\d[^()]{0,12}\))*$/.test(
        text.slice(Math.max(piece.start, piece.end - 30), piece.end),
      )
    )
      continue;
    // Addresses have "of" and "and"; running text has the rest as well.
    if (
      (
        words.match(
          /\s(?:the|to|in|that|is|are|was|were|for|with|by|as|this|which|be|der|die|das|den|und|im|le|la|les|des|dans)\s/g,
        ) ?? []
      ).length >= 4 ||
      isTalk(words) ||
      isPoint(words)
    ) {
      return piece.start;
    }
  }
  return 0;
}
