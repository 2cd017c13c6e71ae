/**
 * Matches of a pattern of many phrases anywhere in a text. Each phrase is a small pattern of its own, tried only at
 * the words that begin like it: one pattern of them all is tried in full at every letter, and most words begin none.
 */
import { alternatives, beginnings, PLAIN } from "./beginnings.ts";
import { type Begun, fitting, remembered } from "./sorted.ts";

/**
 * Returns the function that `matchAll` is for the pattern. Its phrases must begin with characters they name, and where
 * no letter from a to z stands in front: each says so itself, by `\b` or by looking behind. Linear in the text.
 */
export function wordMatches(pattern: RegExp): (text: string) => RegExpExecArray[] {
  const flags = `${pattern.flags.replace("g", "")}y`;
  const branches = alternatives(pattern.source).map((source): Begun => {
    const begins = beginnings(source, pattern.ignoreCase);
    return { pattern: new RegExp(source, flags), begins };
  });
  const first = new Uint8Array(PLAIN);
  for (const [slot] of branches.flatMap((branch) => branch.begins)) {
    if (slot === undefined || slot === null)
      throw new Error(`wordMatches: ${pattern} may begin with anything`);
    for (const character of slot) if (character.charCodeAt(0) < PLAIN) first[character.charCodeAt(0)] = 1;
  }
  const byStart = remembered(fitting(branches));
  return (text) => {
    const found: RegExpExecArray[] = [];
    let inWord = false;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const follows = inWord;
      inWord = isPlainLetter(code);
      if (follows || (code < PLAIN && first[code] === 0)) continue;
      const match = matchAt(byStart(text, i), text, i);
      if (match === null) continue;
      found.push(match);
      i += match[0].length - 1;
      inWord = isPlainLetter(text.charCodeAt(i));
    }
    return found;
  };
}

const isPlainLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

function matchAt(patterns: readonly RegExp[], text: string, at: number): RegExpExecArray | null {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}
