/** Folding of names, titles and words for comparison. Never used for what is shown: the text stays as printed. */

/** Letters that do not decompose into a base letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};
const ASCII_ONLY = /^[\x20-\x7e]*$/;

/** Returns the text in lower case, without accents and marks, with plain letters and straight apostrophes. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII_ONLY.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßæœøđðłþı]/g, (c) => PLAIN[c]!)
    .replace(/[\u2018\u2019\u02bc\u2032`´]/g, "'")
    .replace(/\u00ad/g, "");
}

/** Returns the folded words of a text: letters and digits, the rest separates. */
export function words(text: string): string[] {
  const folded = fold(text);
  const bare = folded.includes("'")
    ? folded.replace(/'s\b/g, "").replace(/(?<=\p{L})'(?=\p{L})/gu, "")
    : folded;
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Returns a surname or organisation ready for comparison: particles kept, hyphens and apostrophes dropped. */
export const surname = (name: string): string => words(name).join("");

/** Words that carry no identity in a title, in the languages of the notes we read. */
const STOP = new Set(
  "a an and the of on in to for from by with at as or is are its und der die das des dem den ein eine im in zu zur zum von vom mit für fur le la les l de du des d et un une en au aux sur dans par il lo i gli e ed di del della dei delle da in su per con el los las y o".split(
    " ",
  ),
);

/** Returns the words of a title that tell it from others; all words where nothing else is left. */
export function titleWords(title: string): string[] {
  const all = words(title);
  const telling = all.filter((word) => !STOP.has(word));
  return telling.length > 0 ? telling : all;
}

/** Returns the letters of a name's capital words: "World Health Organization" gives "who". Empty below two. */
export function acronym(name: string): string {
  const initials = (name.match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter((word) => /^\p{Lu}/u.test(word));
  return initials.length < 2 ? "" : fold(initials.map((word) => word[0]!).join(""));
}

/** Returns a form in which the usual confusions of optical recognition are equal: 0/O, 1/l/I, rn/m, 5/s. */
export const ocrFold = (text: string): string =>
  fold(text)
    .replace(/rn/g, "m")
    .replace(/0/g, "o")
    .replace(/[1i|!]/g, "l")
    .replace(/5/g, "s")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Returns the name or key in lower-case ASCII letters and digits, for citation keys. */
export const asciiKey = (text: string): string => fold(text).replace(/[^a-z0-9]/g, "");

/** Returns how alike two word lists are: twice the shared words over all words, 0 to 1. Linear. */
export function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const count = new Map<string, number>();
  for (const word of a) count.set(word, (count.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = count.get(word) ?? 0;
    if (left > 0) {
      shared++;
      count.set(word, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}

/** Returns whether the short list is the long one with words left out. Linear in the long list. */
export function isInOrder(
  short: readonly string[],
  long: readonly string[],
  same: (word: string, other: string) => boolean = (word, other) => word === other,
): boolean {
  let at = 0;
  for (const word of short) {
    while (at < long.length && !same(word, long[at]!)) at++;
    if (at++ === long.length) return false;
  }
  return true;
}
