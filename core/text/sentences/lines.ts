/** Single line ends that are more than white space: short lines without stops, indented items, the end of a list. */
import { classAt, classOf, isSpace, NEWLINE, skipSpace, UPPER } from "./chars.ts";
import type { Setting } from "./setting.ts";
import { starters } from "./starters.ts";
import { wordEnd } from "./tokens.ts";

const LONGEST_LINE = 60;
const unfinished = /[.!?,;:–—-]$/;

/** Lines of a narrow column are as long; a list's seldom are. */
const NARROWEST = 40;

/**
 * Three or more short lines of which none ends like a sentence or a clause: a list without bullets. Lines that could not
 * have taken the next one's first word are those of a narrow column.
 */
export function isLineList(setting: Setting, at: readonly number[]): boolean {
  const { text, from, to } = setting;
  const lines: string[] = [];
  let start = from;
  const line = (end: number) => {
    const words = text.slice(start, end).trim();
    start = end + 1;
    if (words === "") return true;
    lines.push(words);
    return !unfinished.test(words) && !/[.!?] /.test(words);
  };
  for (const place of at) {
    if (classOf(text.charCodeAt(place)) !== NEWLINE) continue;
    if (place - start > LONGEST_LINE || !line(place)) return false;
  }
  return to - start <= LONGEST_LINE && line(to) && lines.length >= 3 && !isColumn(lines);
}

function isColumn(lines: readonly string[]): boolean {
  const width = Math.max(...lines.map((words) => words.length));
  const isFull = (words: string, i: number): boolean =>
    words.length + 1 + lines[i + 1]!.split(/\s/, 1)[0]!.length > width - 2;
  // Names and addresses below each other begin with capitals.
  const goesOn = lines.some((words, i) => i > 0 && !/^[\p{Lu}•*-]/u.test(words));
  return width >= NARROWEST && goesOn && lines.slice(0, -1).every(isFull);
}

/**
 * Whether the line behind the line end at `place` begins something new: it is indented by a tab behind a short line
 * without a stop, or it begins with a word that begins sentences where a list in one line ended.
 */
export function opensLine(setting: Setting, place: number, inList: boolean): boolean {
  const { text, from, to } = setting;
  const next = skipSpace(text, place, to);
  if (classAt(text, next, from, to) !== UPPER) return false;
  if (inList && starters.has(text.slice(next, wordEnd(text, next, to)))) return true;
  if (text[next - 1] !== "\t") return false;
  let start = place;
  while (start > from && place - start < LONGEST_LINE && classOf(text.charCodeAt(start - 1)) !== NEWLINE)
    start--;
  if (place - start >= LONGEST_LINE) return false;
  let end = place;
  while (end > start && isSpace(classOf(text.charCodeAt(end - 1)))) end--;
  return end > start && !unfinished.test(text.slice(start, end));
}
