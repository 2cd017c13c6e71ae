/** Decides whether a single full stop followed by white space ends its sentence. */
import { abbreviations } from "../abbreviations.ts";
import {
  classAt,
  DIGIT,
  LETTER,
  LOWER,
  OPEN,
  QUOTE,
  STOP,
  SUPERSCRIPT,
  SYMBOL,
  skipSpace,
  UPPER,
} from "./chars.ts";
import { citesBehind, legendLetters } from "./follow.ts";
import type { Setting } from "./setting.ts";
import { nameParticles, starters } from "./starters.ts";
import { classOfToken, isPlainWord, ordinal, previousWord, timeOpens, typeLetter } from "./token-class.ts";
import { smallName, wordEnd, wordStart } from "./tokens.ts";

/**
 * Whether the stop at `at`, in a sentence that begins at `begin`, ends it. `next` is the first sign behind the white
 * space and `value` its class; `marked` says that a marker, `closed` that a quote or bracket stands behind the stop.
 */
export function periodEnds(
  setting: Setting,
  begin: number,
  at: number,
  next: number,
  value: number,
  marked: boolean,
  closed: boolean,
): boolean {
  const { text, from, to } = setting;
  const start = wordStart(text, at, from);
  if (value === UPPER && isPlainWord(setting, begin, start, at)) return true;
  const token = text.slice(start, at);
  if (
    start === begin &&
    !marked &&
    /^(?:\d{1,3}(?:\.\d+)*|\p{L}|[IVXLC]{1,6}|[ivx]{1,5}|\d{1,2}\p{Ll})$/u.test(token)
  ) {
    return false;
  }
  // The sign behind an opening quote, bracket or dash tells what begins there.
  let first = next;
  let kind = value;
  while (first < to && (kind === OPEN || kind === QUOTE)) kind = classAt(text, ++first, from, to);
  const opened = first > next;
  const word = kind === UPPER || kind === LOWER ? text.slice(first, wordEnd(text, first, to)) : "";
  const read = classOfToken(setting, token, start, kind === UPPER, word);
  // “No.” waits for no number.
  const abbreviation = read === "number" && closed ? null : read;
  // "A. Barde": a letter with a stop is an initial, not an article.
  const starter = starters.has(word) && !(word.length === 1 && text[first + 1] === ".");
  if (kind === LOWER) {
    if (opened && legendLetters(text, next, to)) {
      return abbreviation === null || abbreviation === "end" || token.length === 1;
    }
    if (abbreviation !== null || opened) return false;
    // A marker behind the stop of an ordinary word: the sentence ended, however the next one begins.
    if (marked && /^\p{Ll}{4,}$/u.test(token)) return true;
    return !(closed && text[at + 1] !== ")") && smallName(text, first, to);
  }
  if (citesBehind(text, next, to, closed)) return false;
  if (kind === UPPER || kind === LETTER) {
    if (ordinal(setting, token, start, word)) return false;
    const bracket = text[next] === "(" || text[next] === "[";
    if (bracket && abbreviation !== null && abbreviation !== "end") return false;
    switch (abbreviation) {
      case null:
        return true;
      case "month":
        return abbreviations.get(word.toLowerCase()) !== "month";
      case "inner":
        // "cut the error to 0.08 mag.[6] Photographs": a unit that is written like a title.
        return marked && /\d$/.test(previousWord(text, start, from));
      case "number":
        return starter && word.length > 1 && !/^[ivx]+$/i.test(word);
      case "name":
        if (marked || (starter && !(token.length === 1 && nameParticles.has(word)))) return true;
        return typeLetter(setting, token, start) || (!opened && opensBehindName(setting, token, first, word));
      case "end":
        return !timeOpens(text, begin, start);
      default:
        return abbreviation satisfies never;
    }
  }
  if ((kind === DIGIT || "¼½¾".includes(text[first] ?? " ")) && numberGoesOn(setting, token, start, first))
    return false;
  if (kind === DIGIT) return abbreviation === null || (abbreviation === "end" && !opened);
  if (kind === SYMBOL || kind === SUPERSCRIPT) return abbreviation === null;
  if (kind === STOP)
    return abbreviation === null && text[first] === "." && classAt(text, first + 1, from, to) === DIGIT;
  if (text[first] === "-" || text[first] === "–" || text[first] === "—") {
    return abbreviation === null && classAt(text, skipSpace(text, first + 1, to), from, to) === UPPER;
  }
  return abbreviation === null && !"=<>≤≥+±×÷/,;:)]%&|".includes(text[first] ?? " ");
}

/** `£2. 10s.`, `11s. 6½d.`, `12 l. 10 s.`, `3 h. 20.`, `3. 5. 1917`, `5 Ardm. 2d 77`, `J Bedside Med. 2022;19`: money, dates, reporters go on. */
function numberGoesOn(setting: Setting, token: string, start: number, first: number): boolean {
  const next = setting.text.slice(first, Math.min(setting.to, first + 8));
  if (/^\d(?:d|nd|rd|th) \d/.test(next)) return true;
  if (/^(?:1[89]|20)\d\d; ?\d/.test(next)) return true;
  if (/^£?\d{1,5}$/.test(token) && /^\d{1,2} ?[sd]\b/.test(next))
    return token.startsWith("£") || setting.text[start - 1] === "£";
  if (/^\d{1,4}[sl]$/.test(token)) return /^\d{0,2}[¼½¾]? ?[ds]\b/.test(next);
  if (/^[lsh]$/.test(token) && /\d$/.test(previousWord(setting.text, start, setting.from)))
    return token === "h" ? /^\d\d(?:[.,;)]| ?min)/.test(next) : /^\d{1,2} ?[sdc]\b/.test(next);
  if (!/^\d{1,2}$/.test(token)) return false;
  if (/^\d{1,2}\. ?\d{2,4}\b/.test(next)) return true;
  return /^\d{4}\b/.test(next) && /^\d{1,2}\.$/.test(previousWord(setting.text, start, setting.from));
}

/** Abbreviations that seldom stand before a further part of their name. */
const closing = new Set(["inc", "ltd", "llc", "corp", "gmbh", "al", "sp", "spp"]);

/** "Research Facility Ltd. Forward and reverse primers": a word written like the first of a sentence. */
function opensBehindName(setting: Setting, token: string, first: number, word: string): boolean {
  if (!closing.has(token.toLowerCase()) || !/^\p{Lu}\p{Ll}{2,}$/u.test(word)) return false;
  const { text, from, to } = setting;
  const end = first + word.length;
  const behind = skipSpace(text, end, to);
  return behind > end && classAt(text, behind, from, to) === LOWER;
}
