/** Reads a stop with all that belongs to it and says whether a sentence ends there. */
import {
  CLOSE,
  classAt,
  classOf,
  isSpace,
  isWord,
  LOWER,
  QUOTE,
  STOP,
  skipSpace,
  WIDE_STOP,
} from "./chars.ts";
import { beginsSentence, citesBehind, closers, missingSpace } from "./follow.ts";
import { periodEnds } from "./period.ts";
import type { Setting } from "./setting.ts";
import { starters } from "./starters.ts";
import { markersEnd } from "./stop-marker.ts";
import { wordEnd } from "./tokens.ts";

export interface Stop {
  /** End of the stop with its closing signs and markers. */
  readonly end: number;
  readonly ends: boolean;
}

/** The stop at `at` in a sentence that begins at `begin`. */
export function readStop(setting: Setting, begin: number, at: number): Stop {
  const { text, from, to } = setting;
  const sign = classOf(text.charCodeAt(at));
  if (sign === QUOTE || sign === CLOSE) return brokenOff(setting, at);
  if (sign === WIDE_STOP) return { end: wideEnd(text, at, to), ends: true };
  let runEnd = at + 1;
  while (runEnd < to && classOf(text.charCodeAt(runEnd)) === STOP) runEnd++;
  const dots = text[at] === "." && runEnd === at + 1 ? spacedDots(text, runEnd, to) : 0;
  if (dots >= 2) {
    runEnd += 2 * dots;
    // "compounds. . . . The": a stop, then three dots that open the next sentence.
    if (dots === 3 && isWord(classAt(text, at - 1, from, to))) {
      const behind = skipSpace(text, runEnd, to);
      if (behind < to && beginsSentence(setting, behind)) return { end: at + 1, ends: true };
    }
  }
  if (at === begin || (text[at - 1] === "[" && text[runEnd] === "]")) return { end: runEnd, ends: false };
  const closed = closers(text, runEnd, to);
  const end = markersEnd(setting, begin, at, runEnd, closed);
  const next = skipSpace(text, end, to);
  if (next >= to) return { end, ends: true };
  const single = text[at] === "." && runEnd === at + 1;
  if (next === end) {
    return { end, ends: single && end === closed && missingSpace(setting, at, end, closed === runEnd) };
  }
  const value = classAt(text, next, from, to);
  if (single) {
    return { end, ends: periodEnds(setting, begin, at, next, value, end > closed, closed > runEnd) };
  }
  if (isSpace(classAt(text, at - 1, from, to)) && !mayStandFree(text, at, next, to))
    return { end, ends: false };
  const ends =
    value !== LOWER && beginsSentence(setting, next) && !citesBehind(text, next, to, closed > runEnd);
  return { end, ends };
}

/** `--" At this`: speech that breaks off ends its sentence when the next word begins one. */
function brokenOff(setting: Setting, at: number): Stop {
  const { text, to } = setting;
  const next = skipSpace(text, at + 1, to);
  return { end: at + 1, ends: next > at + 1 && starters.has(text.slice(next, wordEnd(text, next, to))) };
}

/** Whether a run set off by a space can end a sentence: not in ". . . I", where the capital proves nothing. */
function mayStandFree(text: string, at: number, next: number, to: number): boolean {
  return text[at] === "?" || text[at] === "!" || text.slice(next, wordEnd(text, next, to)) !== "I";
}

function wideEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  for (; end < to; end++) {
    const value = classOf(text.charCodeAt(end));
    if (value !== CLOSE && value !== WIDE_STOP) break;
  }
  return end;
}

/** How many more dots follow, each behind one space: two in `. . .`. */
function spacedDots(text: string, from: number, to: number): number {
  let i = from;
  while (i + 1 < to && isSpace(classOf(text.charCodeAt(i))) && text[i + 1] === ".") i += 2;
  return (i - from) / 2;
}
