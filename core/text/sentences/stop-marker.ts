/** Finds the markers behind a stop that belong to the sentence it ends, known beforehand or read from the text. */
import { abbreviations } from "../abbreviations.ts";
import { classAt, DIGIT, isSpace, isWord, OPEN, SPACE, SUPERSCRIPT, skipSpace, UPPER } from "./chars.ts";
import { beginsSentence, closers } from "./follow.ts";
import { numberMarker, signMarker } from "./glued-marker.ts";
import type { Setting } from "./setting.ts";
import { starters } from "./starters.ts";
import { classOfToken, previousWord } from "./token-class.ts";
import { wordEnd, wordStart } from "./tokens.ts";

/**
 * End of the markers, with the signs that close behind them, that follow the stop at `at`; `runEnd` is where the
 * stop's own signs end and `closed` where its closing signs do. `closed` when there are none.
 */
export function markersEnd(
  setting: Setting,
  begin: number,
  at: number,
  runEnd: number,
  closed: number,
): number {
  const { text, from, to } = setting;
  let end = knownEnd(setting, closed);
  if (end > closed) return closers(text, end, to);
  end = signMarker(text, closed, to);
  if (end > closed) return closers(text, end, to);
  if (classAt(text, closed, from, to) === DIGIT) {
    end = numberMarker(text, closed, to);
    if (end > closed && (closed > runEnd || numberIsMarker(setting, begin, at, closed, end)))
      return closers(text, end, to);
    return closed;
  }
  return spacedMarker(setting, closed);
}

/** Known markers that begin at `at`, one behind the other, with the brackets round them. */
function knownEnd(setting: Setting, at: number): number {
  const { text, to } = setting;
  let end = at;
  let i = at;
  for (;;) {
    if (i < to && "[(".includes(text[i]!) && setting.markerAt(i) < 0) i++;
    const stop = i < to ? setting.markerAt(i) : -1;
    if (stop < 0) return end;
    i = Math.min(stop, to);
    while (i < to && ")]".includes(text[i]!)) i++;
    end = i;
    if (text[i] === "," || text[i] === ";") i++;
  }
}

/** `text. [1] Next`: a marker set off by a space, when a sentence begins behind it. */
function spacedMarker(setting: Setting, at: number): number {
  const { text, from, to } = setting;
  if (classAt(text, at, from, to) !== SPACE) return at;
  const next = skipSpace(text, at, to);
  const value = classAt(text, next, from, to);
  const known = isWord(value) && value !== DIGIT ? next : knownEnd(setting, next);
  const end =
    known > next ? known : value === SUPERSCRIPT || text[next] === "[" ? signMarker(text, next, to) : next;
  if (end <= next) return at;
  const behind = skipSpace(text, end, to);
  return behind >= to || (behind > end && beginsSentence(setting, behind)) ? end : at;
}

/** A number glued to a stop: a marker behind a word; behind a number only when more speaks for it. */
function numberIsMarker(setting: Setting, begin: number, at: number, start: number, end: number): boolean {
  const { text, from, to } = setting;
  const before = classAt(text, at - 1, from, to);
  const token = text.slice(wordStart(text, at, from), at);
  const next = skipSpace(text, end, to);
  if (before !== DIGIT) {
    const capital = classAt(text, next, from, to) === UPPER;
    const word = text.slice(next, wordEnd(text, next, to));
    const kind = classOfToken(setting, token, at - token.length, capital, word);
    if (kind === "number" || kind === "inner" || kind === "month") return false;
    // "chr.1, 92 cM": a list with spaces counts only before a capital.
    if (next < to && !capital && text.slice(start, end).includes(" ")) return false;
    return !isSpace(before) && before !== OPEN;
  }
  // "2.1 Cores": a sentence does not consist of a number.
  if (setting.known || at - token.length === begin) return false;
  if (next >= to) return true;
  if (classAt(text, next, from, to) !== UPPER) return false;
  if (/[,;–-]/.test(text.slice(start, end))) return true;
  if (/^(?:1[5-9]|20)\d\d$/.test(token)) return true;
  const word = text.slice(next, wordEnd(text, next, to));
  if (starters.has(word)) return true;
  // "1.200 Mann": thousands as written on the Continent.
  if (/^\d{1,3}$/.test(token) && end - start === 3) return false;
  // "0.5 Molar", "n = 5.2 Years": a decimal fraction.
  if (
    token === "0" ||
    /[=<>≤≥±~≈$€£] ?$/.test(text.slice(Math.max(from, at - token.length - 2), at - token.length))
  )
    return false;
  const lead = previousWord(text, at - token.length, from).toLowerCase();
  if (abbreviations.get(lead.replace(/\.$/, "")) === "number" || numbered.has(lead)) return false;
  // "E18.5" is an embryonic day, "11.7 Tesla" a quantity.
  return /^\p{Lu}\p{Ll}{3,}$/u.test(word) && !/^[EP]\d+$/.test(token) && !units.has(word);
}

const units = new Set("Tesla Kelvin Celsius Fahrenheit Hertz Volt Volts Watt Watts Gray".split(" "));

/** Words whose number may have a second part: "version 2.0 Beta", "Section 2.1 Cores". */
const numbered = new Set(
  `section sections table tables figure figures chapter chapters part version release appendix step level stage scheme
  ph box panel equation clause article rule category type grade abschnitt kapitel tabelle abbildung`.split(
    /\s+/,
  ),
);
