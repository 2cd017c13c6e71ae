/** Classes of characters for the sentence scanner: one table look-up for each UTF-16 unit. */

export const OTHER = 1;
export const LOWER = 2;
export const UPPER = 3;
/** A letter without case: Chinese, Arabic, Hebrew … */
export const LETTER = 4;
export const DIGIT = 5;
export const SPACE = 6;
/** `¹ ² ³ ⁰ ⁴`… */
export const SUPERSCRIPT = 7;
/** Symbols used as note markers, and the emphasis signs of Markdown that may stand in the same place. */
export const SYMBOL = 8;
/** From here on a unit needs a decision. */
export const SPECIAL = 10;
export const NEWLINE = 10;
/** `. ! ?` and the ellipsis character. */
export const STOP = 11;
/** Full-width and other stops that need no space behind them. */
export const WIDE_STOP = 12;
export const OPEN = 13;
export const CLOSE = 14;
/** Straight quotation marks: opening or closing by their neighbours. */
export const QUOTE = 15;
export const BULLET = 16;

const table = new Uint8Array(0x10000);

function fill(chars: string, value: number): void {
  for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = value;
}

fill("\t\v\f \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", SPACE);
fill("\u202f\u205f\u3000\ufeff", SPACE);
fill("\n\r\u2028\u2029", NEWLINE);
fill(".!?…‽", STOP);
fill("。！？．｡।॥؟۔", WIDE_STOP);
fill("([{“„‟‘‚«‹「『（【`", OPEN);
fill(")]}”’»›」』）】", CLOSE);
fill("\"'", QUOTE);
fill("•⁃‣◦▪●■", BULLET);
fill("*†‡§¶‖_", SYMBOL);
fill("⁰¹²³⁴⁵⁶⁷⁸⁹", SUPERSCRIPT);
for (let c = 0x30; c <= 0x39; c++) table[c] = DIGIT;
for (let c = 0x41; c <= 0x5a; c++) table[c] = UPPER;
for (let c = 0x61; c <= 0x7a; c++) table[c] = LOWER;

function learn(code: number): number {
  const char = String.fromCharCode(code);
  let value = OTHER;
  if (/\p{Lu}|\p{Lt}/u.test(char)) value = UPPER;
  else if (/\p{Ll}/u.test(char)) value = LOWER;
  else if (/\p{L}/u.test(char)) value = LETTER;
  else if (/\p{Nd}/u.test(char)) value = DIGIT;
  table[code] = value;
  return value;
}

/** The class of one UTF-16 unit (halves of surrogate pairs are `OTHER`). */
export function classOf(code: number): number {
  const value = table[code]!;
  return value === 0 ? learn(code) : value;
}

/** The class of the unit at `index`, or `SPACE` outside `[from, to)`. */
export function classAt(text: string, index: number, from: number, to: number): number {
  return index >= from && index < to ? classOf(text.charCodeAt(index)) : SPACE;
}

export function isSpace(value: number): boolean {
  return value === SPACE || value === NEWLINE;
}

export function isLetter(value: number): boolean {
  return value >= LOWER && value <= LETTER;
}

export function isWord(value: number): boolean {
  return value >= LOWER && value <= DIGIT;
}

/** The index of the first unit that is not white space in `[from, to)`, or `to`. */
export function skipSpace(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isSpace(classOf(text.charCodeAt(i)))) i++;
  return i;
}
