/** Compares what a short citation says with what a work is called: names, title words, year, pages. */
import type { CiteText, Csl } from "../model.ts";
import { acronym, fold, isInOrder, ocrFold, surname, titleWords, words } from "../names.ts";
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

/** The names of a citation, folded once for all the works they are compared with. */
export interface SaidNames {
  readonly truncated: boolean;
  readonly names: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  /** Several names read as one body: "Food and Agriculture Organization". */
  readonly joined: readonly string[];
  readonly printed: string;
}

/** Returns the names of a citation ready for comparison. */
export function sayNames({ names, namesTruncated }: Pick<CiteText, "names" | "namesTruncated">): SaidNames {
  return {
    truncated: namesTruncated,
    names: names.map((name) => {
      const parts = words(name);
      return { whole: parts.join(""), parts };
    }),
    joined: names.length > 1 ? [surname(names.join("")), surname(names.join(" and "))] : [],
    printed: names.join(" "),
  };
}

function sameName(said: SaidNames["names"][number], variants: readonly string[], given: string): boolean {
  const { whole, parts } = said;
  if (whole === "" || variants.includes(whole)) return whole !== "";
  // "Hester Pryce", "B. Brew", "Brew BJ": the surname with a given name that must not contradict.
  for (let cut = 1; cut < parts.length && cut < 4; cut++) {
    if (variants.includes(parts.slice(cut).join(""))) return given === "" || parts[0]![0] === given;
    const behind = parts.slice(-cut);
    if (behind.every((part) => part.length <= 3) && variants.includes(parts.slice(0, -cut).join(""))) {
      return given === "" || behind[0]![0] === given;
    }
  }
  return false;
}

/**
 * Returns how the names of a citation fit a work. `exact`: all its authors and no more, or "et al." for more;
 * `first`: the first author and perhaps others; a name that is not among the authors fits nothing.
 */
export function matchNames(said: SaidNames, identity: Identity): NameMatch {
  const { variants } = identity;
  if (said.names.length === 0) return "none";
  if (said.joined.some((name) => variants[0]?.includes(name))) return "exact";
  if (identity.surnames.length === 0) {
    const unsigned = matchUnsigned(said.printed, identity);
    if (unsigned !== "none") return unsigned;
  }
  const read = matchList(said, variants, identity);
  if (read === "exact") return read;
  const printed = matchList(said, identity.printedNames, identity);
  // A printed list that was read to its first name only cannot say that there are no others.
  const whole = identity.printedNames.length >= variants.length;
  if (printed === "exact") return whole ? printed : "first";
  return read === "none" ? printed : read;
}

function matchList(
  { names, truncated: others }: SaidNames,
  variants: readonly (readonly string[])[],
  { given, truncated }: Identity,
): NameMatch {
  const count = variants.length;
  if (count === 0 || !sameName(names[0]!, variants[0]!, given[0] ?? "")) return "none";
  let at = 0;
  for (let n = 1; n < names.length; n++) {
    at++;
    while (at < count && !sameName(names[n]!, variants[at]!, given[at] ?? "")) at++;
    if (at >= count) return truncated ? "first" : "none";
  }
  // "Et al." stands for two names at least.
  const whole = others ? truncated || count > names.length + 1 : !truncated && count === names.length;
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

/** Returns whether the work is of a body whose name holds these words together: "Civic Trust". */
export function isPartOfBody(name: string, { csl }: Pick<Work, "csl">): boolean {
  const said = words(name);
  const whole = words(csl.author?.[0]?.literal ?? "");
  const at = said.length === 0 ? -1 : whole.indexOf(said[0]!);
  return at >= 0 && said.every((word, i) => whole[at + i] === word);
}

/** Returns whether the words of a short title come from the work's title, in order, one slip allowed in five. */
export function matchTitle(short: string, identity: Identity, wanted = titleWords(short)): boolean {
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
  const title = identity.telling;
  const at = title.findIndex((_, i) =>
    wanted.every((word, k) => title[i + k] !== undefined && likeWord(word, title[i + k]!)),
  );
  return at === 0 ? "start" : at > 0 ? "inside" : "apart";
}

/** Returns whether all words of a short title stand in the printed description, in order. */
export const matchPrinted = (short: string, { printed }: Identity): boolean =>
  printed.length > 0 && isInOrder(titleWords(short), printed);

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
