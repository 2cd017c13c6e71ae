/** Tells a word that was divided at the end of a line from one that is set with a hyphen. */

/** Returns the words that stand whole inside a line, lower-case. */
export function wordsOf(lines: readonly { readonly text: string }[]): ReadonlySet<string> {
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
  if (words.has(`${a}-${b}`) || (a.length > 3 && (FIRST.test(a) || SECOND.test(b)))) return false;
  // A whole word before the hyphen and none behind it is likelier a prefix parted than a compound.
  return /^\p{Ll}/u.test(start[1]!) && !(words.has(a) && words.has(b) && a.length > 3 && b.length > 3);
}

/** Parts that stand before or behind a hyphen of their own. */
const FIRST = /^(?:double|triple|single|self|well|cross|long|short|high|half|evidence|community|population)$/;
const SECOND =
  /^(?:based|led|free|wide|term|blind|blinded|scale|level|year|old|specific|controlled|effective|effectiveness|income|century|making)$/;
