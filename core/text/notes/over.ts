/** Finds the lines that end the last note of the page before. Says nothing of how the halves are read. */
import type { Span } from "../../model.ts";
import { isChromeLine } from "../kinds/chrome.ts";
import { blank, isRule } from "../layout/lines.ts";
import type { Layout } from "../layout/pieces.ts";
import type { Chain, Entry } from "./chains.ts";

/** A note that runs over takes so many lines of the next page at most. */
const MOST_OVER = 6;

/** What ends no note: a mark that joins, or a word that waits for another. */
const WAITS =
  /(?:[;,:(&–-]|(?<!\p{L})(?:and|or|see|see also|cf\.|in|of|the|a|by|at|from|with|pp?\.|v\.|und|vgl\.|siehe|et|voir|e|y|véase|cfr\.))$/iu;

/**
 * Returns the lines right above a page's notes that end the last note of the page before: it broke off, and they stand
 * apart from the text. Linear in the lines of the two.
 */
export function restOfNote(
  text: string,
  layout: Layout,
  before: Chain | undefined,
  first: number,
): Span | null {
  const last = before?.entries.at(-1);
  if (!last) return null;
  let from = first;
  while (from > 0 && first - from <= MOST_OVER && !parts(text, layout, from)) from--;
  if (from === first || first - from > MOST_OVER || from <= last.to) return null;
  const [start, end] = [layout.lines[from]!.first, layout.lines[first - 1]!.last];
  const goesOn = breaksOff(text, layout, last) || isCutWord(text, layout, last, start);
  return goesOn && !isChromeLine(text.slice(start, end)) ? { start, end } : null;
}

/** Whether the line stands apart from the one above. */
function parts(text: string, layout: Layout, line: number): boolean {
  const above = layout.lines[line - 1]!;
  return blank(above) || isRule(text, above) || layout.opens(line);
}

const endOf = (layout: Layout, { to }: Entry): number => layout.lines[to - 1]!.last;

/** The note's last words wait for more, or a bracket is open. */
function breaksOff(text: string, layout: Layout, note: Entry): boolean {
  const end = endOf(layout, note);
  if (WAITS.test(text.slice(Math.max(note.label.bodyStart, end - 16), end))) return true;
  const words = text.slice(Math.max(note.label.bodyStart, end - LONGEST_BRACKET), end);
  return words.lastIndexOf("(") > words.lastIndexOf(")");
}
/** A bracket that was opened further back was never closed. */
const LONGEST_BRACKET = 200;

/** No stop ends the note, and its rest begins in small letters. */
const isCutWord = (text: string, layout: Layout, note: Entry, rest: number): boolean => {
  const end = endOf(layout, note);
  return /[\p{Ll}\d]$/u.test(text.slice(end - 2, end)) && /^\p{Ll}/u.test(text.slice(rest, rest + 2));
};
