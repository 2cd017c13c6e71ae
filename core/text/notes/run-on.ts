/**
 * Cuts pieces of a wrapped list without labels, indents or blank lines into its entries: nothing but the words shows
 * where the next entry begins.
 */

import { indent, type Line } from "../layout/lines.ts";
import type { Layout, Piece } from "../layout/pieces.ts";
import { fold } from "../markers/fold.ts";
import { isDatedHead } from "./dated-head.ts";

/** Characters looked at behind a line's beginning: long lists of authors run over several lines. */
const WINDOW = 400;

const NAME =
  "(?:(?:[dD]e|[vV][ao]n|[dD]er|[dD]en|[lL]a|[dD]i|[dD]u|[eE]l|[aA]l)[\\s-]){0,3}\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+)?";
/** "Moor, Ida, and Tom Reed. Going Up.", "---. Going Up.": names turned round, closed by a stop, and a title. */
const NAMED = new RegExp(
  `^(?:[-–—_]{2,3}\\.|${NAME},\\s\\p{Lu}[\\p{L}’'.-]*(?:\\s\\p{Lu}[\\p{L}’'.-]*){0,2}(?:,\\s(?:and\\s)?[\\p{Lu}][\\p{L}’'. -]{1,40}){0,2}(?:,\\set al)?\\.)\\s(?:[“"‘'«„]?\\p{Lu}|(?:1[5-9]|20)\\d\\d)`,
  "u",
);
/** "J., Browne, C., et al. (2009).": initials torn from a surname at the end of the line above. */
const TORN = /^(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}(?:,|\(|&\s|(?:and|und|et|y|e)\s)/u;
/** The end of an entry: a stop, a bracket, a number, or an address without a stop. */
const CLOSED = /(?:[.!?)\]\d/]|[.!?][”"’»]|(?:https?:\/\/|www\.|doi\.org\/|10\.\d{4,9}\/)\S+)$/;

/** "Borg JA", "Borg J-A": the initials of a name without stops. */
const INITIALS = /\s\p{Lu}(?:-?\p{Lu}){0,2}$/u;

/** Returns the pieces, those that hold several entries cut before each line that begins one. Linear in the lines. */
export function cutRunOn(text: string, layout: Layout, pieces: readonly Piece[]): readonly Piece[] {
  const { width } = layout;
  if (width === null || pieces.filter((piece) => piece.apart).length > 0.6 * pieces.length) return pieces;
  // Years stand behind the names in every entry of a list or in none: "Tollgate Press, 2016." begins no other entry.
  const heads = pieces.filter((piece) => isDatedHead(wordsFrom(text, piece.start, piece.end)));
  const dated = heads.length > 0 && (heads[0] === pieces[0] || heads.length >= 0.5 * pieces.length);
  let last = "";
  const parts = pieces.flatMap((piece): Piece[] => {
    const begins: number[] = [piece.from];
    // A piece may begin in the middle of an entry, behind a short line.
    if (isHead(wordsFrom(text, piece.start, piece.end), dated)) last = sortKey(text, piece.start, "") ?? last;
    for (let i = piece.from + 1; i < piece.to; i++) {
      const line = layout.lines[i]!;
      const key = sortKey(text, line.first, last);
      if (key === null || !opens(text, layout.lines, piece, i, dated)) continue;
      begins.push(i);
      last = key;
    }
    return begins.map((from, n) => part(layout.lines, piece, from, begins[n + 1] ?? piece.to));
  });
  return dated ? joinTorn(text, parts) : parts;
}

/**
 * Returns the parts, each that goes on with the entry above it joined to that: behind a short line, "Which fits best?"
 * or "Reg. Environ.", stand words without names and year, out of the order of the list.
 */
function joinTorn(text: string, parts: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  // What an entry that shows its beginning is sorted by; null for a part that shows none.
  const keys = parts.map(({ start, end }) =>
    isHead(wordsFrom(text, start, end), true) ? sortKey(text, start, "") : null,
  );
  const next: (string | null)[] = [];
  for (let i = parts.length - 1, key: string | null = null; i >= 0; i--) {
    next[i] = key;
    key = keys[i] ?? key;
  }
  let last = "";
  parts.forEach((piece, i) => {
    const above = joined.at(-1);
    const own = keys[i] ?? null;
    const key = own ?? sortKey(text, piece.start, last);
    const after = next[i] ?? null;
    const isOut = key === null || (after !== null && key > after);
    if (own === null && above && !piece.apart && isOut)
      joined[joined.length - 1] = { ...above, to: piece.to, end: piece.end };
    else joined.push(piece);
    last = own ?? last;
  });
  return joined;
}

/**
 * Returns what an entry is sorted by, null where it would stand before the entry above it: lists by name are sorted.
 * "van der Meer" stands under its particle or its name, letters like "Å" under A or behind Z, and a rule in place of
 * names anywhere. Works of one surname come by initials, by co-authors or by year.
 */
function sortKey(text: string, at: number, last: string): string | null {
  const words = text.slice(at, at + 40);
  if (/^(?:[-–—_]{2}|[^\p{L}]?[^\p{L}\p{ASCII}])/u.test(words)) return last;
  const name = (/[\p{L}][\p{L}’' -]{0,30}/u.exec(words)?.[0].trim() ?? "").replace(INITIALS, "");
  const bare = name.replace(/^(?:\p{Ll}[\p{L}’']{0,4}[ -]|[dl][’'])+(?=\p{Lu})/u, "");
  const keys = [name, bare].map((key) => fold(key).slice(0, 12)).filter((key) => key >= last);
  return keys.length === 0 ? null : keys.reduce((a, b) => (a < b ? a : b));
}

function opens(text: string, lines: readonly Line[], piece: Piece, i: number, dated: boolean): boolean {
  const [above, line] = [lines[i - 1]!, lines[i]!];
  if (indent(line) !== indent(lines[piece.from]!)) return false;
  if (!CLOSED.test(text.slice(Math.max(above.first, above.last - 120), above.last))) return false;
  return isHead(wordsFrom(text, line.first, piece.end), dated);
}

const isHead = (words: string, dated: boolean): boolean =>
  !TORN.test(words) && (NAMED.test(words) || (dated && isDatedHead(words)));

const wordsFrom = (text: string, from: number, to: number): string =>
  text.slice(from, Math.min(to, from + WINDOW)).replace(/\s+/g, " ");

const part = (lines: readonly Line[], piece: Piece, from: number, to: number): Piece => ({
  ...piece,
  from,
  to,
  start: lines[from]!.first,
  end: lines[to - 1]!.last,
  apart: from === piece.from && piece.apart,
});
