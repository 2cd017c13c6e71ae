/** Makes names comparable: small letters, no accents, one form of apostrophe and hyphen. */

import { oneLine } from "../blanks.ts";

const PLAIN = /^[a-z]+$/;
const ASCII = /^[\0-\x7f]*$/;

/** Returns the folded form: "Müller-O’Neil" → "muller-o'neil". */
export function fold(name: string): string {
  const low = name.toLowerCase();
  if (PLAIN.test(low)) return low;
  if (ASCII.test(low)) return oneLine(low.replaceAll("`", "'"));
  return low
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ‘`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/ı/g, "i")
    .replace(/\s+/g, " ")
    .trim();
}
