/** What stands behind a stop: closing signs, a lost space, a citation, or a place where a sentence may begin. */
import { abbreviations } from "../abbreviations.ts";
import {
  CLOSE,
  classAt,
  DIGIT,
  isLetter,
  isSpace,
  isWord,
  LETTER,
  LOWER,
  OPEN,
  OTHER,
  QUOTE,
  SPACE,
  STOP,
  skipSpace,
  UPPER,
} from "./chars.ts";
import type { Setting } from "./setting.ts";
import { starters } from "./starters.ts";
import { allDigits, smallName, wordEnd, wordStart } from "./tokens.ts";

/** Zero-width space and joiner, word joiner, soft hyphen. */
const INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad";
/** Quotation marks that open in one language and close in another. */
const OPENING_OR_CLOSING = "“«‹";
/** Signs that open a sentence though they are no letters. */
const OPENING_SIGNS = "¿¡$€£#@";

/** Closing quotes and brackets behind a stop, also behind a no-break space before `»`. */
export function closers(text: string, from: number, to: number): number {
  let i = from;
  for (;;) {
    const value = classAt(text, i, from, to);
    // Mostly a space that no closing sign follows.
    if (value === SPACE && text.charCodeAt(i + 1) < 0xbb) return Math.min(i, to);
    if (value === CLOSE || (value === OTHER && INVISIBLE.includes(text[i]!))) i++;
    else if (
      (value === QUOTE || OPENING_OR_CLOSING.includes(text[i] ?? " ")) &&
      !isLetter(classAt(text, i + 1, from, to))
    )
      i++;
    else if (value === SPACE && (text[i + 1] === "»" || text[i + 1] === "›") && frenchClose(text, i, to))
      i += 2;
    else return Math.min(i, to);
  }
}

/** `Oui. »` closes, `3. »Ja.«` opens. */
function frenchClose(text: string, at: number, to: number): boolean {
  return at + 1 < to && !isWord(classAt(text, at + 2, at, to));
}

/** Whether what stands at `next` may begin a sentence behind `!`, `?`, an ellipsis or a marker. */
export function beginsSentence(setting: Setting, next: number): boolean {
  const { text, from, to } = setting;
  if (next >= to) return true;
  const value = classAt(text, next, from, to);
  if (value === UPPER || value === LETTER || value === DIGIT) return true;
  if (value === OPEN || value === QUOTE) {
    const inner = classAt(text, next + 1, from, to);
    return (
      inner === UPPER ||
      inner === LETTER ||
      inner === DIGIT ||
      inner === OPEN ||
      inner === QUOTE ||
      inner === STOP
    );
  }
  if (text[next] === "-" || text[next] === "–" || text[next] === "—") {
    return classAt(text, skipSpace(text, next + 1, to), from, to) === UPPER;
  }
  const code = text.charCodeAt(next);
  if (value === OTHER) return (code >= 0xd800 && code < 0xdc00) || OPENING_SIGNS.includes(text[next]!);
  return value === LOWER && smallName(text, next, to);
}

/** `…." (Smith 55).`, `…." [8].`: a citation that the sentence's own stop follows. */
export function citesBehind(text: string, next: number, to: number, closed: boolean): boolean {
  if (text[next] !== "(" && text[next] !== "[") return false;
  const group = text.slice(next, Math.min(to, next + 120));
  const close = group.indexOf(text[next] === "(" ? ")" : "]");
  if (close < 0 || !".,;:".includes(group[close + 1] ?? " ")) return false;
  return closed || (text[next] === "[" && /\d$/.test(group.slice(0, close)));
}

/** `world.Today is`, `data).To find`: the space was lost between two sentences. */
export function missingSpace(setting: Setting, at: number, next: number, bare: boolean): boolean {
  const { text, from, to } = setting;
  if (classAt(text, next, from, to) !== UPPER) return false;
  const end = wordEnd(text, next, to);
  const word = text.slice(next, end);
  if (word !== "I" && !/^\p{Lu}\p{Ll}+(?:['’]\p{Ll}+)?$/u.test(word)) return false;
  if (!bare) return starters.has(word);
  const after = text[end];
  const alone =
    end >= to ||
    after === "," ||
    isSpace(classAt(text, end, from, to)) ||
    (after === "." && isSpace(classAt(text, end + 1, from, to)));
  if (!alone) return false;
  const start = wordStart(text, at, from);
  const token = text.slice(start, at);
  const before = classAt(text, start - 1, from, to);
  if (token === "" && before === CLOSE) return starters.has(word);
  const last = token.slice(token.lastIndexOf(".") + 1);
  if (abbreviations.has(last.toLowerCase())) return false;
  if (!isSpace(before) && !(text[start - 1] === "," && allDigits(token))) return false;
  if (starters.has(word)) return /^(?:\p{Lu}?\p{Ll}{2,}|\p{Lu}{2,}s?|\d+)$/u.test(last);
  return /^\p{Lu}?\p{Ll}{2,}$/u.test(token);
}

/** `(a)`, `(b, c)`, `(d–f)`, `(a', b')`: the letters of a figure's parts. */
export function legendLetters(text: string, at: number, to: number): boolean {
  return /^\(\p{L}['′]?(?:[\s,–-]+(?:and )?\p{L}['′]?)*,?\)/u.test(text.slice(at, Math.min(to, at + 24)));
}
