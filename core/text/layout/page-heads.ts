/** Finds the heads and feet of printed pages among the pieces of a text, by their place and by what comes back. */
import { groupBy } from "../../group-by.ts";
import { isCutOff, startsSmall } from "../page-breaks.ts";
import type { Piece } from "./pieces.ts";
import { PAGE_NUMBER } from "./running-lines.ts";

/** Longer pieces are running text. */
const SHORT = 220;

/** Returns the places of the pieces that are heads or feet; `words` are theirs on one line, "" for long ones. */
export function pageHeads(
  text: string,
  pieces: readonly Piece[],
  words: readonly string[],
): ReadonlySet<number> {
  const found = runningHeads(pieces, words);
  for (const i of paged(text, pieces)) found.add(i);
  for (const i of namedPages(text, pieces, words)) found.add(i);
  if (isHeadOfPage(text, pieces)) found.add(0);
  return found;
}

const WIDE_GAP = /\s{4,}/;

/** `NORPORT HOSPITALS NETWORK          Guideline 117`: a first line set at both margins says whose page it is. */
function isHeadOfPage(text: string, [first, next]: readonly Piece[]): boolean {
  if (first?.kind !== "text" || first.row || first.to !== first.from + 1 || !next?.apart) return false;
  const cells = text.slice(first.start, Math.min(first.end, first.start + SHORT)).split(WIDE_GAP);
  return cells.length > 1 && cells.length <= 3 && cells.every((cell) => cell.length <= SHORT / 3);
}

/** The page that a line at the head of a page names: `2021]     THE FACE AT THE TURNSTILE     1187`; else null. */
function headedPage(line: string): number | null {
  const cells = line.split(WIDE_GAP);
  if (cells.length < 2 || cells.length > 3 || !/\p{L}{3}/u.test(line)) return null;
  const page = [cells[0]!, cells.at(-1)!].find((cell) => /^\d{1,4}$/.test(cell));
  return page === undefined ? null : Number(page);
}

/** "Okafor 3", "3 Okafor", "Drains and Dikes, p. 12": words and the page beside them; a number behind such a word is its own. */
const HEAD_AND_PAGE = /^(?:(\p{L}.{1,50}?),?\s+(?:p\.\s?)?(\d{1,4})|(\d{1,4})\s+(\p{L}.{1,50}))$/u;
const NUMBERED_WORD =
  /(?:^|\s)(?:act|annex|anhang|appendix|article|art|band|bild|book|box|canto|case|chapter|chap|ch|day|essay|example|exhibit|experiment|exercise|figure|fig|grade|group|item|kapitel|lecture|lesson|letter|level|module|nos?|note|number|paper|part|phase|plate|question|room|round|rule|scene|schedule|section|sec|seite|sonnet|stage|step|study|table|teil|theme|topic|type|unit|version|volume|vol|week|year)\.?$/iu;
/** How far a head is set in that stands at the right margin or in the middle. */
const FAR_IN = 20;

/**
 * Lines apart with the same words and pages that rise: the author's name at the head of each page. Something more says
 * that they number no parts: they stand far in, or one of them cuts a sentence.
 */
function namedPages(text: string, pieces: readonly Piece[], words: readonly string[]): readonly number[] {
  const named: { readonly head: string; readonly at: number; readonly page: number }[] = [];
  pieces.forEach((p, i) => {
    if (p.kind !== "text" || p.row || !p.apart || pieces[i + 1]?.apart === false) return;
    const [, before, last, first, behind] = HEAD_AND_PAGE.exec(words[i]!) ?? [];
    const head = before ?? behind;
    if (head === undefined || NUMBERED_WORD.test(head)) return;
    named.push({ head, at: i, page: Number(last ?? first) });
  });
  const isFarIn = ({ at }: { readonly at: number }): boolean => {
    const { start } = pieces[at]!;
    return start - 1 - text.lastIndexOf("\n", start - 1) >= FAR_IN;
  };
  const cuts = ({ at }: { readonly at: number }): boolean => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    return (
      before !== undefined &&
      after !== undefined &&
      isCutOff(text.slice(Math.max(before.start, before.end - SHORT), before.end)) &&
      startsSmall(text.slice(after.start, after.start + 2))
    );
  };
  return [...groupBy(named, ({ head }) => head).values()]
    .filter((list) => list.length > 1 && list.every(({ page }, k) => k === 0 || page > list[k - 1]!.page))
    .filter((list) => list.every(isFarIn) || list.some(cuts))
    .flatMap((list) => list.map(({ at }) => at));
}

/** Lines apart that name a page each, set at the margin, one after the other. */
function paged(text: string, pieces: readonly Piece[]): readonly number[] {
  const found: number[] = [];
  let pages = 0;
  let last = -1;
  pieces.forEach((p, i) => {
    const apart = p.apart && p.to === p.from + 1 && pieces[i + 1]?.apart !== false;
    if (p.kind !== "text" || p.row || !apart || p.end - p.start > SHORT) return;
    const page = headedPage(text.slice(p.start, p.end));
    if (page === null) return;
    if (page <= last) pages = Number.NaN;
    last = page;
    pages += 1;
    found.push(i);
  });
  return pages > 1 ? found : [];
}

/** Short lines that come back beside page numbers: running heads and feet. */
function runningHeads(pieces: readonly Piece[], words: readonly string[]): Set<number> {
  const found = new Set<number>();
  const numbers = words.map((w) => PAGE_NUMBER.test(w));
  if (!numbers.includes(true)) return found;
  const short = [...words.keys()].filter((i) => {
    const { kind, row } = pieces[i]!;
    return words[i] !== "" && words[i]!.length <= 100 && kind === "text" && !row;
  });
  const places = groupBy(short, (i) => words[i]!);
  const beside = (i: number): boolean => [i - 1, i + 1].some((k) => found.has(k) || numbers[k] === true);
  // A second line of a head stands beside the first one.
  for (let round = 0; round < 2; round++) {
    for (const list of places.values()) {
      if (list.length < 2 || !list.some(beside)) continue;
      for (const i of list) found.add(i);
    }
  }
  return found;
}
