/** Single line ends that are more than white space: short lines without stops, indented items, the end of a list. */
import { classAt, classOf, isSpace, NEWLINE, skipSpace, UPPER } from "./chars.ts";
import type { Setting } from "./setting.ts";
import { starters } from "./starters.ts";
import { wordEnd } from "./tokens.ts";

const LONGEST_LINE = 60;
const unfinished = /[.!?,;:–—-]$/;

/** Three or more short lines of which none ends like a sentence or a clause: a list without bullets. */
export function isLineList(setting: Setting, at: readonly number[]): boolean {
  const { text, from, to } = setting;
  let start = from;
  let lines = 0;
  const line = (end: number) => {
    const words = text.slice(start, end).trim();
    start = end + 1;
    if (words === "") return true;
    lines++;
    return !unfinished.test(words) && !/[.!?] /.test(words);
  };
  for (const place of at) {
    if (classOf(text.charCodeAt(place)) !== NEWLINE) continue;
    if (place - start > LONGEST_LINE || !line(place)) return false;
  }
  return to - start <= LONGEST_LINE && line(to) && lines >= 3;
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
