/** Titles in BibTeX: words whose capitals mean something are braced, because styles set titles in lower case. */
import { oneLine } from "./one-line.ts";
import { type TexLetters, texText } from "./tex.ts";

/** A capital behind the first letter: JC, mRNA, McDonald, H1N1. */
const innerCapital = /^[^\p{L}\p{N}]*[\p{L}\p{N}].*\p{Lu}/u;
const capital = /^[^\p{L}\p{N}]*\p{Lu}/u;
const sentenceEnd = /[.:?!–—]["'”’)\]]*$/u;

/**
 * Returns the title escaped, with braces about words that must keep their capitals: those with a capital inside and,
 * in a title written like a sentence, every capitalised word that does not open it. In a Title Written Like This
 * nothing can be told from a first letter.
 */
export function texTitle(title: string, letters: TexLetters, language?: string): string {
  const words = oneLine(title).split(" ");
  const opens = words.map((_, i) => i === 0 || sentenceEnd.test(words[i - 1]!));
  const inner = words.filter((word, i) => !opens[i] && /^\P{L}*\p{L}{4}/u.test(word));
  const sentence =
    language?.startsWith("de") || inner.filter((word) => capital.test(word)).length * 2 <= inner.length;
  const allCapitals = !/\p{Ll}/u.test(title);
  return words
    .map((word, i) => {
      const text = texText(word, letters);
      const keep = innerCapital.test(word) || (sentence && !opens[i] && capital.test(word));
      return keep && !allCapitals ? braced(word, letters) : text;
    })
    .join(" ");
}

/** Braces the word without the punctuation around it. */
function braced(word: string, letters: TexLetters): string {
  const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word)!;
  return `${texText(before!, letters)}{${texText(core!, letters)}}${texText(after!, letters)}`;
}
