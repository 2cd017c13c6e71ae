/** Compares what a short citation says with what a work is called: names, title words, year, pages. */
import type { CiteText, Csl } from "../model.ts";
import { acronym, fold, ocrFold, surname, titleWords, words } from "../names.ts";
import { placeInPages } from "../pinpoint.ts";
import { oneLetterApart } from "./cluster.ts";
import type { Identity } from "./identity.ts";

/** A work as the resolvers see it. */
export interface Work {
  readonly index: number;
  readonly identity: Identity;
  readonly csl: Csl;
  /** Place in the sequence of its first description; -1 for entries of a list, known from the start. */
  readonly since: number;
  /** Names given to it for later citations ("hereinafter Whalers"), folded. */
  readonly aliases: readonly string[];
}

export type NameMatch = "exact" | "first" | "none";

const wordsOf = (name: string): string[] => words(name);

function sameName(name: string, variants: readonly string[], given: string): boolean {
  const whole = surname(name);
  if (whole === "" || variants.includes(whole)) return whole !== "";
  // "Hester Pryce", "B. Brew", "Brew BJ": the surname with a given name that must not contradict.
  const parts = wordsOf(name);
  for (let cut = 1; cut < parts.length && cut < 4; cut++) {
    const [before, after] = [parts.slice(0, cut), parts.slice(cut).join("")];
    if (variants.includes(after)) return given === "" || before[0]![0] === given;
    const [front, behind] = [parts.slice(0, -cut).join(""), parts.slice(-cut)];
    if (variants.includes(front) && behind.every((p) => p.length <= 3))
      return given === "" || behind[0]![0] === given;
  }
  return false;
}

/**
 * Returns how the names of a citation fit a work. `exact`: all its authors and no more, or "et al." for more;
 * `first`: the first author and perhaps others; a name that is not among the authors fits nothing.
 */
export function matchNames(cite: Pick<CiteText, "names" | "namesTruncated">, identity: Identity): NameMatch {
  const { names } = cite;
  const { variants } = identity;
  if (names.length === 0) return "none";
  // A body whose name holds "and" reads as two names.
  if (names.length > 1 && variants.length > 0) {
    const joined = [surname(names.join("")), surname(names.join(" and "))];
    if (joined.some((name) => variants[0]!.includes(name))) return "exact";
  }
  if (identity.surnames.length === 0) {
    const unsigned = matchUnsigned(names.join(" "), identity);
    if (unsigned !== "none") return unsigned;
  }
  const read = matchList(cite, variants, identity);
  if (read === "exact") return read;
  const printed = matchList(cite, identity.printedNames, identity);
  return printed === "exact" || read === "none" ? printed : read;
}

function matchList(
  { names, namesTruncated }: Pick<CiteText, "names" | "namesTruncated">,
  variants: readonly (readonly string[])[],
  { given, truncated }: Identity,
): NameMatch {
  const count = variants.length;
  if (count === 0 || !sameName(names[0]!, variants[0]!, given[0] ?? "")) return "none";
  let at = 0;
  for (const name of names.slice(1)) {
    at++;
    while (at < count && !sameName(name, variants[at]!, given[at] ?? "")) at++;
    if (at >= count) return truncated ? "first" : "none";
  }
  // "Et al." stands for two names at least.
  const whole = namesTruncated ? truncated || count > names.length + 1 : !truncated && count === names.length;
  return whole ? "exact" : "first";
}

/** Works without an author are cited by their title's beginning, cases by a party, archives by their house. */
function matchUnsigned(name: string, identity: Identity): NameMatch {
  const wanted = titleWords(name);
  const have = new Set(identity.title);
  if (wanted.length === 0) return "none";
  if (!wanted.every((word) => have.has(word))) return "none";
  return wanted.length >= Math.min(identity.title.length, 2) || identity.reporter !== null
    ? "exact"
    : "first";
}

/** Returns whether the words of a short title come from the work's title, in order, one slip allowed in five. */
export function matchTitle(short: string, identity: Identity): boolean {
  const wanted = titleWords(short);
  if (wanted.length === 0) return true;
  const { title } = identity;
  let at = 0;
  let missed = 0;
  for (const word of wanted) {
    let i = at;
    while (i < title.length && !likeWord(word, title[i]!)) i++;
    if (i < title.length) at = i + 1;
    else missed++;
  }
  if (missed === 0 || missed * 5 < wanted.length) return true;
  return (
    acronym(identity.title.join(" ")) === fold(short) ||
    (short.length > 6 && identity.titleOcr.startsWith(ocrFold(short)))
  );
}

/**
 * Returns where the words of a short title stand together in the work's title: short titles are made of its
 * beginning, and words that stand together say more than words in order.
 */
export function runInTitle(short: string, identity: Identity): "start" | "inside" | "apart" {
  const wanted = titleWords(short);
  const title = titleWords(identity.title.join(" "));
  const at = title.findIndex((_, i) =>
    wanted.every((word, k) => title[i + k] !== undefined && likeWord(word, title[i + k]!)),
  );
  return at === 0 ? "start" : at > 0 ? "inside" : "apart";
}

/** Returns whether all words of a short title stand in the printed description, in order. */
export function matchPrinted(short: string, identity: Identity): boolean {
  let at = 0;
  for (const word of titleWords(short)) {
    at = identity.printed.indexOf(word, at) + 1;
    if (at === 0) return false;
  }
  return identity.printed.length > 0;
}

const likeWord = (short: string, word: string): boolean =>
  short === word ||
  (short.length >= 3 && word.startsWith(short)) ||
  (word.length >= 4 && short.startsWith(word) && short.length - word.length <= 2) ||
  (short.length > 4 && oneLetterApart(short, word));

/** Returns whether a year with its letter can mean the work: "2008" means 2008a and 2008b alike. */
export function matchYear(year: string, identity: Identity): boolean {
  const m = /^(\d{4})([a-z]?)$/.exec(year);
  if (!m) return identity.year === null || /press|forth/i.test(year);
  if (identity.year !== m[1]) return false;
  return m[2] === "" || identity.letter === null || identity.letter === m[2];
}

/** Returns where the cited page lies in the work, of which only a range of pages can say anything. */
export const placeInWork = (cite: Pick<CiteText, "pinpoint">, work: Pick<Work, "csl">) =>
  placeInPages(cite.pinpoint, work.csl.page);
