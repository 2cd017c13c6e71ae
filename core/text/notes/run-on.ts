/**
 * Cuts pieces of a wrapped list without labels, indents or blank lines into its entries: nothing but the words shows
 * where the next entry begins.
 */

import { indent, type Line } from "../layout/lines.ts";
import type { Layout, Piece } from "../layout/pieces.ts";
import { fold } from "../markers/fold.ts";

/** Characters looked at behind a line's beginning: long lists of authors run over several lines. */
const WINDOW = 400;

const NAME =
  "(?:(?:[dD]e|[vV][ao]n|[dD]er|[dD]en|[lL]a|[dD]i|[dD]u|[eE]l|[aA]l)[\\s-]){0,3}\\p{Lu}[\\p{L}’'-]+(?:[\\s-]\\p{Lu}[\\p{L}’'-]+)?";
const YEAR = "(?:(?:1[5-9]|20)\\d\\d[a-z]?|n\\.\\s?d\\.|in press|forthcoming|no date)";
/** "Brew, B., & van Oort, K. (2008a).", "National Board (2015).": names, and a year in brackets. */
const DATED = new RegExp(
  `^(?:\\p{Lu}|(?:de|van|von|der|den|la|di|du|el|al)\\s)(?:[\\p{L}\\p{M}’'.,&\\s/-]|\\[[^\\]]{1,30}\\]){1,300}?\\s\\((?:eds?\\.\\)\\.?\\s\\()?${YEAR}[^()]{0,30}\\)`,
  "u",
);
/** "Brandt L. 2011.", "Holm A, Petrie S. 2019b.": the year stands behind initials without stops. */
const PLAIN = new RegExp(
  `^${NAME}\\s\\p{Lu}{1,3}(?:,\\s${NAME}\\s\\p{Lu}{1,3}){0,12}(?:,\\set al)?\\.\\s\\[?${YEAR}\\]?\\.`,
  "u",
);
/** "[SRA] Slate Roofers Association. 2018." */
const LETTERED = new RegExp(`^\\[\\p{Lu}[\\p{L}-]{1,9}\\]\\s[^.]{3,120}\\.\\s\\[?${YEAR}\\]?\\.`, "u");
/** "Moor, Ida, and Tom Reed. Going Up.", "---. Going Up.": names turned round, closed by a stop, and a title. */
const NAMED = new RegExp(
  `^(?:[-–—_]{2,3}\\.|${NAME},\\s\\p{Lu}[\\p{L}’'.-]*(?:\\s\\p{Lu}[\\p{L}’'.-]*){0,2}(?:,\\s(?:and\\s)?[\\p{Lu}][\\p{L}’'. -]{1,40}){0,2}(?:,\\set al)?\\.)\\s(?:[“"‘'«„]?\\p{Lu}|(?:1[5-9]|20)\\d\\d)`,
  "u",
);
/** The end of an entry: a stop, a bracket, a number, or an address without a stop. */
const CLOSED = /(?:[.!?)\]\d/]|[.!?][”"’»]|(?:https?:\/\/|www\.|doi\.org\/|10\.\d{4,9}\/)\S+)$/;

/** Returns the pieces, those that hold several entries cut before each line that begins one. Linear in the lines. */
export function cutRunOn(text: string, layout: Layout, pieces: readonly Piece[]): readonly Piece[] {
  if (layout.width === null || pieces.filter((piece) => piece.apart).length > 0.6 * pieces.length)
    return pieces;
  let last = "";
  return pieces.flatMap((piece): Piece[] => {
    const begins: number[] = [piece.from];
    last = sortKey(text, piece.start) ?? last;
    for (let i = piece.from + 1; i < piece.to; i++) {
      const line = layout.lines[i]!;
      const key = sortKey(text, line.first);
      if (!opens(text, layout.lines, piece, i) || (key !== null && key < last)) continue;
      begins.push(i);
      last = key ?? last;
    }
    return begins.map((from, n) => part(layout.lines, piece, from, begins[n + 1] ?? piece.to));
  });
}

/** Lists by name are sorted: what would stand before the entry above it is no entry. Null for a rule in place of names. */
function sortKey(text: string, at: number): string | null {
  const words = text.slice(at, at + 16);
  if (/^[-–—_]{2}/.test(words)) return null;
  return fold(/[\p{L}’' -]{1,12}/u.exec(words)?.[0].trim() ?? "");
}

function opens(text: string, lines: readonly Line[], piece: Piece, i: number): boolean {
  const [above, line] = [lines[i - 1]!, lines[i]!];
  if (indent(line) !== indent(lines[piece.from]!)) return false;
  if (!CLOSED.test(text.slice(Math.max(above.first, above.last - 120), above.last))) return false;
  const words = text.slice(line.first, Math.min(piece.end, line.first + WINDOW)).replace(/\s+/g, " ");
  return [DATED, PLAIN, LETTERED, NAMED].some((head) => head.test(words));
}

const part = (lines: readonly Line[], piece: Piece, from: number, to: number): Piece => ({
  ...piece,
  from,
  to,
  start: lines[from]!.first,
  end: lines[to - 1]!.last,
  apart: from === piece.from && piece.apart,
});
