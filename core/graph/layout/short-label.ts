/** A few telling words of a claim, for the small print under its number. A quote, never a summary. */

/**
 * Words that tell nothing at the start of a label. Negations and hedges are not among them: "no", "not", "may"
 * and "believed" change what a claim says.
 */
const EMPTY = new Set(
  (
    "a an the this that these those there here it its they he she we you i is are was were be been being has have " +
    "had do does did and or so also however therefore thus hence moreover furthermore then than as at by for from " +
    "in into of on to with such some any each every other another currently generally overall finally indeed " +
    "der die das den dem des ein eine einer eines einem einen es ist sind war waren wird werden und oder auch im " +
    "am zum zur von vom mit für auf bei aus als dass " +
    "le la les l' un une des du de et ou il elle ils elles est sont ce cette ces en au aux dans pour par sur avec que qui"
  ).split(" "),
);
/** A sentence that opens with one of these often has its subject behind the comma. */
const OPENERS = new Set(
  (
    "in for with during after before while when where if although though because since among amid as at by under " +
    "wenn während nach vor bei obwohl da si quand lorsque pendant après avant dans chez"
  ).split(" "),
);
const LONGEST_OPENING = 8;
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

const bare = (word: string): string => word.replace(edges, "").toLowerCase();

/** Units of a text that are looked at: a label needs no more. */
const LOOKED_AT = 200;
/** Longest word of a label; longer ones are cut. */
const LONGEST_WORD = 24;

/** Returns `text` on one line without control characters and with words too long for a label cut. */
export function tidy(text: string): string {
  if (isTidy(text)) return text;
  return text
    .slice(0, LOOKED_AT)
    .replace(controls, " ")
    .trim()
    .split(/\s+/u)
    .map((word) => (word.length > LONGEST_WORD ? `${cut(word, LONGEST_WORD - 1)}…` : word))
    .join(" ");
}

/** Most labels are short words of ASCII with single blanks: no need to take them apart. */
function isTidy(text: string): boolean {
  if (text.length > LOOKED_AT) return false;
  let run = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32 ? run === 0 : code < 32 || code > 126 || run === LONGEST_WORD) return false;
    run = code === 32 ? 0 : run + 1;
  }
  return run > 0;
}

/**
 * Returns the first telling words of `text`, at most `length` UTF-16 units with a "…" where words were left out
 * behind: "Anti-infective agents such as cidofovir…". Looks at the first 200 units only.
 */
export function shortLabel(text: string, length = 42): string {
  const words = tidy(text).split(" ");
  if (words[0] === "") return "";
  let from = afterOpening(words);
  while (from < words.length && EMPTY.has(bare(words[from]!))) from += 1;
  if (from === words.length) from = 0;
  const kept: string[] = [];
  let used = -1;
  for (const word of words.slice(from)) {
    if (used + 1 + word.length > length - 1) break;
    kept.push(word);
    used += 1 + word.length;
  }
  if (kept.length === 0) return `${cut(words[from]!, length - 1)}…`;
  const all = from + kept.length === words.length && text.length <= LOOKED_AT;
  if (all) return kept.join(" ").replace(/[.;:,]$/u, "");
  while (kept.length > 1 && EMPTY.has(bare(kept.at(-1)!))) kept.pop();
  return `${kept.join(" ").replace(/[\s.,;:–—-]+$/u, "")}…`;
}

/** Index of the word behind a short opening clause ("In patients with HIV, …"), or 0. */
function afterOpening(words: readonly string[]): number {
  if (!OPENERS.has(bare(words[0]!))) return 0;
  const comma = words.slice(0, LONGEST_OPENING).findIndex((word) => word.endsWith(","));
  return comma >= 0 && words.length - comma > 3 ? comma + 1 : 0;
}

/** Cuts at a code point, before any mark or joiner that belongs to the one in front of it. */
function cut(word: string, length: number): string {
  const points = Array.from(word);
  let used = 0;
  let n = 0;
  while (n < points.length && used + points[n]!.length <= length) used += points[n++]!.length;
  while (n > 1 && n < points.length && /\p{M}|\u200d/u.test(points[n]!)) n -= 1;
  return points.slice(0, n).join("");
}
