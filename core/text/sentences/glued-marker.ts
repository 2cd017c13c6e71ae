/**
 * Markers glued to the stop that ends a sentence: `clearance.1 Where`, `text.[1,2] Next`, `age.† It`,
 * `1780.¹ A`. Says where they end; whether they are markers is decided again by `text/markers`.
 */
import { PLACE } from "../cited-place.ts";
import { classAt, DIGIT, isSpace, SUPERSCRIPT, SYMBOL, UPPER } from "./chars.ts";

const DASHES = "-–—‑−";
/** A group in brackets is short: `[12–15, 19]`, `[citation needed]`, `[@brew2010, p. 33; @weber2008]`. */
const LONGEST_GROUP = 200;

const bracketed =
  /^[\d^@]|^(?:see|cf\.|e\.g\.,?|-) ?@|^(?:note|nb|n|fn|ref|citation|clarification|page|who|when|[a-z])(?: |$|\d)/i;

function bracketGroup(text: string, at: number, to: number): number {
  const group = text.slice(at + 1, Math.min(to, at + LONGEST_GROUP));
  const close = group.indexOf("]");
  return close >= 0 && bracketed.test(group.slice(0, close)) ? at + close + 2 : at;
}

function digits(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && classAt(text, i, at, to) === DIGIT) i++;
  return i;
}

const place = new RegExp(PLACE, "y");

function placeEnd(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) !== 0x28) return at;
  place.lastIndex = at;
  return place.test(text) && place.lastIndex <= to ? place.lastIndex : at;
}

/** End of `1`, `1,2`, `3,5–7`, `1, 2`, `2(p14),3` at `at`, or `at`. Labels have one to three digits and no leading nought. */
export function numberList(text: string, at: number, to: number): number {
  let end = at;
  let i = at;
  for (;;) {
    const stop = digits(text, i, to);
    if (stop === i || stop - i > 3 || text.charCodeAt(i) === 0x30) return end;
    end = placeEnd(text, stop, to);
    i = end;
    const sign = text[i];
    if (sign === undefined || i >= to) return end;
    if (DASHES.includes(sign)) i++;
    else if (sign === "," || sign === ";") i += text[i + 1] === " " ? 2 : 1;
    else return end;
  }
}

function superscripts(text: string, at: number, to: number): number {
  let end = at;
  let i = at;
  while (i < to) {
    if (classAt(text, i, at, to) === SUPERSCRIPT) end = ++i;
    else if (i > at && ",;⁻⁾˒–-—⁃, ".includes(text[i]!) && classAt(text, i + 1, at, to) === SUPERSCRIPT) i++;
    else break;
  }
  return end;
}

/** End of all the markers glued at `at` (digits excepted), or `at`. */
export function signMarker(text: string, at: number, to: number): number {
  let i = at;
  for (;;) {
    const code = text.charCodeAt(i);
    let end = i;
    if (i >= to) return i;
    if (code === 0x5b) end = bracketGroup(text, i, to);
    else if (code === 0x28 && i === at) {
      const stop = numberList(text, i + 1, to);
      if (stop > i + 1 && text[stop] === ")") end = stop + 1;
    } else if (classAt(text, i, at, to) === SYMBOL) end = i + 1;
    else end = superscripts(text, i, to);
    if (end === i) return i;
    i = end;
    if (text[i] === "," && text[i + 1] === "[") i++;
  }
}

/** End of a list of numbers glued at `at` when white space, the end or a closing sign follows; else `at`. */
export function numberMarker(text: string, at: number, to: number): number {
  let end = numberList(text, at, to);
  if (end === at) return at;
  end = spacedNext(text, at, end, to);
  if (end >= to || isSpace(classAt(text, end, at, to)) || ")]”’\"'»".includes(text[end]!)) return end;
  // "1, 2-fold": the list ran into a word, but its first number may still be a marker.
  end = digits(text, at, to);
  return isSpace(classAt(text, end, at, to)) ? end : at;
}

/** `consultation.11 12 Take`: the next numbers, set off by a space and each one more than the last. */
function spacedNext(text: string, at: number, end: number, to: number): number {
  const last = (from: number, until: number) =>
    Number(/\d+$/.exec(text.slice(Math.max(from, until - 3), until))?.[0]);
  let i = end;
  while (text[i] === " ") {
    const stop = numberList(text, i + 1, to);
    const behind = classAt(text, stop + 1, at, to);
    if (stop === i + 1 || Number(text.slice(i + 1, digits(text, i + 1, to))) !== last(at, i) + 1) break;
    if (!isSpace(classAt(text, stop, at, to)) || (behind !== UPPER && behind !== DIGIT)) break;
    i = stop;
  }
  return i;
}
