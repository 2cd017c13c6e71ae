/** Narrows the works a citation may mean by what it says, keeping the losers with the reason. */
import type { CiteText, Loser } from "../model.ts";
import { fold, surname, titleWords } from "../names.ts";
import {
  matchNames,
  matchPrinted,
  matchTitle,
  matchYear,
  placeInWork,
  runInTitle,
  sayNames,
  type Work,
} from "./match.ts";

export interface Narrowed {
  readonly works: readonly Work[];
  readonly losers: readonly Loser[];
  /** The step that left nothing, or null. */
  readonly failed: "title" | "year" | "pages" | null;
  /** Steps that made the choice. */
  readonly by: readonly string[];
}

const called = (work: Work): string =>
  [work.csl.author?.[0]?.family ?? work.csl.author?.[0]?.literal, work.csl.title, work.identity.year]
    .filter((part) => part !== undefined && part !== null)
    .join(", ")
    .slice(0, 160);

/**
 * Narrows candidates by title words, year, the exact list of authors and page ranges, in this order. Title and
 * year must hold; names and pages only choose between several. `sloppy`: this document cites works of several
 * authors by the first one's name, so that a lone name does not mean a lone author.
 */
export function narrow(found: readonly Work[], cite: CiteText, sloppy: boolean): Narrowed {
  const losers: Loser[] = [];
  const by: string[] = [];
  let works = found;
  const keep = (
    name: string,
    test: (work: Work) => boolean,
    reason: (work: Work) => string,
    must: boolean,
  ): boolean => {
    const left = works.filter(test);
    if (left.length === works.length || (left.length === 0 && !must)) return true;
    const kept = new Set(left);
    for (const work of works) if (!kept.has(work)) losers.push({ what: called(work), reason: reason(work) });
    works = left;
    by.push(name);
    return left.length > 0;
  };
  const { title, year } = cite;
  if (title !== null && cite.form !== "full") {
    const wanted = titleWords(title);
    const read = new Set(works.filter((work) => matchTitle(title, work.identity, wanted)));
    const fits = (work: Work) =>
      (read.size > 0 ? read.has(work) : matchPrinted(title, work.identity)) || coauthors(title, work);
    if (!keep("title", fits, (w) => `its title is not "${title}" but "${w.csl.title ?? ""}"`, true)) {
      return { works, losers, failed: "title", by };
    }
  }
  if (title !== null && works.length > 1) {
    const run = new Map(works.map((work) => [work.index, runInTitle(title, work.identity)]));
    const reason = (work: Work) => `"${work.csl.title ?? ""}" does not begin with "${title}"`;
    keep("title", (work) => run.get(work.index) !== "apart", reason, false);
    keep("title", (work) => run.get(work.index) === "start", reason, false);
  }
  if (year !== null) {
    if (
      !keep(
        "year",
        (w) => matchYear(year, w.identity),
        (w) => `it is of ${w.identity.year ?? "no year"}`,
        true,
      )
    ) {
      return { works, losers, failed: "year", by };
    }
  }
  if (
    works.length > 1 &&
    cite.names.length > 0 &&
    !(sloppy && cite.names.length === 1 && !cite.namesTruncated)
  ) {
    const said = sayNames(cite);
    const alone = new Set(works.filter((w) => matchNames(said, w.identity) === "exact"));
    if (!pageOfCoauthors(cite, works, alone)) {
      keep(
        "authors",
        (w) => alone.has(w),
        () => "it has other authors besides",
        false,
      );
    }
  }
  const initial = works.length > 1 ? initialOf(cite) : null;
  if (initial !== null) {
    const bears = ({ identity: { given } }: Work) =>
      given[0] === undefined || given[0] === "" || given[0] === initial;
    keep("given name", bears, () => `its author's given name does not begin with "${initial}"`, false);
  }
  if (works.length > 1) {
    const outside = (work: Work) => placeInWork(cite, work) === "outside";
    if (works.every(outside)) return { works, losers, failed: "pages", by };
    keep(
      "pages",
      (w) => !outside(w),
      (w) => `page ${cite.pinpoint?.value} is outside its pages ${w.csl.page}`,
      false,
    );
  }
  return { works, losers, failed: null, by };
}

/**
 * "Lam, 120" where the article of Lam and others holds page 120: a surname and a page alone are what people write
 * for it too, so that the lone name does not tell who is meant.
 */
function pageOfCoauthors(cite: CiteText, works: readonly Work[], alone: ReadonlySet<Work>): boolean {
  if (cite.names.length !== 1 || cite.namesTruncated || cite.title !== null || cite.year !== null)
    return false;
  return works.some((work) => !alone.has(work) && placeInWork(cite, work) === "inside");
}

/** Returns the folded initial printed with the first name: "A. Bell", "Ada Bell" or "Bell, A. 1991" where it is "Bell". */
function initialOf(cite: CiteText): string | null {
  const name = cite.names[0];
  const at = name === undefined ? -1 : cite.raw.indexOf(name);
  const behind =
    at === 0
      ? /^,\s(\p{Lu})\.[\p{Lu}.\s-]{0,12}\(?(?:1[4-9]|20)\d\d/u.exec(cite.raw.slice(name!.length))
      : null;
  if (behind) return fold(behind[1]!);
  const before =
    at > 0 ? /(\p{Lu})[\p{L}.]*(?:\s\p{Lu}\.)*\s?$/u.exec(cite.raw.slice(Math.max(0, at - 24), at)) : null;
  return before ? fold(before[1]!) : null;
}

/** "Smith, Jones and Brown, 12": what reads as a title may be the other authors. */
function coauthors(title: string, work: Work): boolean {
  const names = title.split(/,\s*|\s(?:and|und|et|&|e|y)\s/).map((name) => surname(name));
  const rest = new Set(work.identity.variants.slice(1).flat());
  return names.length > 0 && rest.size > 0 && names.every((name) => name !== "" && rest.has(name));
}
