/** Tells running text from names and titles by its small letters. */

/** Returns whether at least this share of the words begin with a small letter. */
export function isMostlySmall(words: string, share = 0.75): boolean {
  const all = words.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return all.filter((word) => /^\p{Ll}/u.test(word)).length >= share * all.length;
}
