/** Mends words: parted at the end of a line, or with their accents standing beside the letters (TeX). */
import type { Line } from "./lines.ts";

/** Returns the words of the document that stand whole inside a line, lower-case. */
export function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const found = text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [];
    found.forEach((word, i) => {
      // The last word of a line that ends with a hyphen is a part.
      if (i < found.length - 1 || !/[-\u2010\u00ad]\s*$/.test(text)) words.add(word);
    });
  }
  return words;
}

/**
 * Whether the hyphen at the end of `text` goes when the next line follows. A word the document has with its hyphen
 * keeps it; one it has without, or that goes on in small letters, is joined.
 */
export function joins(text: string, next: string, words: ReadonlySet<string>): boolean {
  const end = /([\p{L}\p{M}]+)([-\u2010\u00ad])\s*$/u.exec(text.slice(-60));
  const start = /^\s*([\p{L}\p{M}]+)/u.exec(next.slice(0, 60));
  if (end === null || start === null) return false;
  if (end[2] === "\u00ad") return true;
  const [a, b] = [end[1]!.toLowerCase(), start[1]!.toLowerCase()];
  if (words.has(`${a}${b}`)) return true;
  if (words.has(`${a}-${b}`)) return false;
  // A whole word before the hyphen and none behind it is likelier a prefix parted than a compound.
  return /^\p{Ll}/u.test(start[1]!) && !(words.has(a) && words.has(b) && a.length > 3 && b.length > 3);
}

const accents: Readonly<Record<string, string>> = {
  "¨": "\u0308",
  "´": "\u0301",
  ˆ: "\u0302",
  "˜": "\u0303",
  ˇ: "\u030c",
  "˚": "\u030a",
};

/** Returns the text with accents that TeX prints as signs of their own put on the letter behind: "Fl¨uckiger". */
export function withAccents(text: string): string {
  return /[¨´ˆ˜ˇ˚]/.test(text)
    ? text.replace(
        /(?<![^\p{L}\s([-])([¨ˆ˜ˇ˚](?=\p{L})|´(?=[aeiouyAEOUY]))(\p{L})/gu,
        (_, accent: string, letter: string) => (letter + accents[accent]!).normalize("NFC"),
      )
    : text;
}
