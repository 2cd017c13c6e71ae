/** White space of running text brought to single blanks; most text has nothing else and is handed back as it is. */

const other = /[^\S ]| {2}/;

/** Returns the words with each run of white space as one blank. */
export const singleSpaced = (words: string): string =>
  other.test(words) ? words.replace(/\s+/g, " ") : words;

/** A blank stands at an edge of the words. */
export const isEdged = (words: string): boolean =>
  words.charCodeAt(0) === 32 || words.charCodeAt(words.length - 1) === 32;

/** The same with none at the edges. */
export function oneLine(words: string): string {
  return isEdged(words) || other.test(words) ? words.replace(/\s+/g, " ").trim() : words;
}
