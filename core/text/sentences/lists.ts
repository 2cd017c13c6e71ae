/** Items of a list set inside one paragraph: `1) The first item 2) The second item`, `a. … b. …`. */
import { classAt, isSpace, UPPER } from "./chars.ts";

export interface Enumerator {
  readonly start: number;
  readonly style: "1." | "1)" | "a." | "a)" | "A)" | "i)";
  readonly value: number;
}

/** No number of an item is longer. */
const LONGEST = 4;
const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

const NONE: readonly Enumerator[] = [];

/** A figure or a letter from a to z: nothing else numbers an item. */
const isNumbering = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);

/** The enumerators that end at the stop or bracket at `at`: none, one, or two readings of "i)". */
export function enumerators(text: string, at: number, from: number, to: number): readonly Enumerator[] {
  let start = at;
  while (start > from && at - start <= LONGEST && isNumbering(text.charCodeAt(start - 1))) start--;
  if (at - start > LONGEST || at === start) return NONE;
  const before = classAt(text, start - 1, from, to);
  if (start > from && !isSpace(before) && !"•⁃‣◦▪●".includes(text[start - 1]!)) return NONE;
  const token = text.slice(start, at);
  const stop = text[at] === "." ? "." : ")";
  if (stop === "." && text[at + 1] === ")") return enumeratorsOf(start, token, ")");
  if (!isSpace(classAt(text, at + 1, from, to))) return [];
  if (stop === ".") {
    let i = at + 1;
    while (isSpace(classAt(text, i, from, to)) && i < to) i++;
    if (classAt(text, i, from, to) !== UPPER) return [];
  }
  return enumeratorsOf(start, token, stop);
}

function enumeratorsOf(start: number, token: string, stop: "." | ")"): Enumerator[] {
  const found: Enumerator[] = [];
  if (/^\d{1,2}$/.test(token)) found.push({ start, style: `1${stop}`, value: Number(token) });
  if (/^[a-z]$/.test(token)) found.push({ start, style: `a${stop}`, value: token.charCodeAt(0) - 96 });
  if (stop === ")" && /^[A-Z]$/.test(token))
    found.push({ start, style: "A)", value: token.charCodeAt(0) - 64 });
  if (stop === ")" && romans.includes(token))
    found.push({ start, style: "i)", value: romans.indexOf(token) + 1 });
  return found;
}
