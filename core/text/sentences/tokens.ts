/** The word before a stop and the word behind it, read for the decision whether the stop ends a sentence. */
import { classAt, classOf, DIGIT, isWord, LOWER, UPPER } from "./chars.ts";

const APOSTROPHES = "'’";
/** No abbreviation is longer; a longer run is an address or a number. */
const LONGEST = 40;

/** Index where the word that ends at `end` begins: letters, digits, inner stops, apostrophes, `°`, `§`, `′`. */
export function wordStart(text: string, end: number, from: number): number {
  const least = Math.max(from, end - LONGEST);
  let i = end;
  while (i > least) {
    const code = text.charCodeAt(i - 1);
    if (isWord(classOf(code)) || code === 0xb0 || code === 0xa7 || code === 0x2032) i--;
    else if (code === 0x2e && i - 1 > least && isWord(classOf(text.charCodeAt(i - 2)))) i--;
    else if (APOSTROPHES.includes(text[i - 1]!) && i < end && isWord(classOf(text.charCodeAt(i - 2)))) i--;
    else break;
  }
  return i;
}

/** Index behind the word that begins at `start`: letters, digits, inner apostrophes and hyphens. */
export function wordEnd(text: string, start: number, to: number): number {
  const most = Math.min(to, start + LONGEST);
  let i = start;
  while (i < most) {
    const code = text.charCodeAt(i);
    if (isWord(classOf(code)) || code === 0x2032) i++;
    else if ((code === 0x27 || code === 0x2019) && isWord(classAt(text, i + 1, 0, most))) i++;
    else break;
  }
  return i;
}

export function allDigits(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (classOf(word.charCodeAt(i)) !== DIGIT) return false;
  return word.length > 0;
}

/**
 * Whether a word that begins small looks like a name that may begin a sentence: `tif1γ`, `cDNA`, `p53`, `pH`,
 * `o-dianisidine`, `n = 5`, `hf, head fold`, `a) an item`.
 */
export function smallName(text: string, start: number, to: number): boolean {
  let i = start;
  const most = Math.min(to, start + LONGEST);
  for (; i < most; i++) {
    const code = text.charCodeAt(i);
    const value = classOf(code);
    // "aegypti38" is a word with its marker.
    if (value === DIGIT && i - start > 5) return false;
    if (value === UPPER || value === DIGIT || (value === LOWER && code >= 0x370 && code < 0x400)) return true;
    if (value === LOWER) continue;
    if (code === 0x2d) {
      const after = classAt(text, i + 1, 0, most);
      return i - start === 1 || after === UPPER || after === DIGIT;
    }
    break;
  }
  const length = i - start;
  const next = text.charCodeAt(i);
  // "w) the first item"
  if (length === 1 && next === 0x29) return true;
  if (length === 1 && next === 0x20) return "=<>≤≥".includes(text[i + 1] ?? " ");
  return (
    length <= 4 &&
    next === 0x2c &&
    !["so", "or", "and", "but", "yet", "then", "thus"].includes(text.slice(start, i))
  );
}
