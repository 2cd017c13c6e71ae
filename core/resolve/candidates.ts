/** Finds the works a citation may mean and narrows them by what it says, keeping the losers with the reason. */
import type { Basis, CiteText, Loser, RefusalReason } from "../model.ts";
import { acronym, fold, ocrFold, surname, titleWords, words } from "../names.ts";
import {
  matchNames,
  matchPrinted,
  matchTitle,
  matchYear,
  placeInWork,
  runInTitle,
  type Work,
} from "./match.ts";

/** What a resolver came to, works by their index. */
export type Outcome =
  | { readonly kind: "resolved"; readonly work: number; readonly basis: Basis }
  | {
      readonly kind: "refused";
      readonly reason: RefusalReason;
      readonly candidates: readonly number[];
      readonly basis: Basis;
    }
  | { readonly kind: "none"; readonly basis: Basis };

export const resolved = (
  work: number,
  rule: string,
  cite: CiteText,
  losers: readonly Loser[] = [],
): Outcome => ({
  kind: "resolved",
  work,
  basis: basis(rule, losers.length > 0 ? "likely" : "certain", cite, losers),
});

export const refused = (
  reason: RefusalReason,
  rule: string,
  cite: CiteText,
  candidates: readonly number[] = [],
  losers: readonly Loser[] = [],
): Outcome => ({ kind: "refused", reason, candidates, basis: basis(rule, "certain", cite, losers) });

function basis(
  rule: string,
  confidence: Basis["confidence"],
  cite: CiteText,
  losers: readonly Loser[],
): Basis {
  const spans = [{ start: cite.start, end: cite.end }];
  return losers.length > 0 ? { rule, confidence, spans, losers } : { rule, confidence, spans };
}

/** Looks works up by the name, title, alias or reporter under which they may be cited. Look-ups are constant. */
export class WorkIndex {
  readonly works: readonly Work[];
  readonly #byName = new Map<string, number[]>();
  readonly #byTitle = new Map<string, number[]>();
  readonly #byAlias = new Map<string, number[]>();
  readonly #byReporter = new Map<string, number[]>();
  readonly #byOcr = new Map<string, number[]>();

  constructor(works: readonly Work[]) {
    this.works = works;
    for (const { index, identity, aliases } of works) {
      for (const form of identity.variants[0] ?? []) add(this.#byName, form, index);
      const first = identity.surnames[0];
      if (first !== undefined) add(this.#byOcr, ocrFold(first), index);
      for (const word of new Set(titleWords(identity.title.join(" ")))) add(this.#byTitle, word, index);
      if (identity.shelfmark !== null)
        for (const word of identity.shelfmark.split(" ")) add(this.#byTitle, word, index);
      for (const alias of aliases) add(this.#byAlias, alias, index);
      if (identity.reporter !== null) add(this.#byReporter, identity.reporter, index);
    }
  }

  alias(name: string): readonly Work[] {
    return this.#get(this.#byAlias, words(name).join(" "));
  }

  reporter(key: string): readonly Work[] {
    return this.#get(this.#byReporter, key);
  }

  /** Returns the works whose first author bears the name; failing that, those one reading error away. */
  named(cite: Pick<CiteText, "names" | "namesTruncated">): readonly Work[] {
    const name = cite.names[0];
    if (name === undefined) return [];
    const forms = new Set([surname(name), surname(cite.names.join("")), surname(cite.names.join(" and "))]);
    const parts = words(name);
    // "Pryce" in "Hester Pryce", "De Sanctis" in "M. De Sanctis", "Brew" in "Brew BJ".
    for (let cut = 1; cut < parts.length && cut < 4; cut++) {
      forms.add(parts.slice(cut).join(""));
      forms.add(parts.slice(0, -cut).join(""));
    }
    const hits = [...forms].flatMap((form) => this.#get(this.#byName, form));
    const fitting = unique(hits).filter((work) => matchNames(cite, work.identity) !== "none");
    if (fitting.length > 0) return fitting;
    return cite.names.length === 1 ? this.#get(this.#byOcr, ocrFold(name)) : [];
  }

  /** Returns the works whose first author is called exactly this. */
  signed(name: string): readonly Work[] {
    return this.#get(this.#byName, surname(name));
  }

  /** Returns the unsigned works, or with `signed` all works, whose title holds the words. */
  titled(title: string, signed: boolean): readonly Work[] {
    const wanted = titleWords(title);
    const lists = wanted.map((word) => this.#byTitle.get(word) ?? []);
    const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? []);
    return shortest
      .map((i) => this.works[i]!)
      .filter((work) => signed || work.identity.surnames.length === 0)
      .filter((work) => matchTitle(title, work.identity) || matchesArchive(wanted, work));
  }

  /** Returns the works whose title begins with the words: two telling ones at least, or the whole main title. */
  entitled(title: string): readonly Work[] {
    const wanted = titleWords(title);
    return this.titled(title, true).filter(({ identity }) => {
      const main = titleWords(identity.mainTitle.join(" "));
      return runInTitle(title, identity) === "start" && (wanted.length > 1 || main.length === wanted.length);
    });
  }

  #get(map: ReadonlyMap<string, readonly number[]>, key: string): readonly Work[] {
    return (map.get(key) ?? []).map((i) => this.works[i]!);
  }
}

function matchesArchive(wanted: readonly string[], work: Work): boolean {
  if (work.identity.shelfmark === null) return false;
  const have = new Set([
    ...words(`${work.csl.archive ?? ""} ${work.csl.title ?? ""}`),
    ...work.identity.shelfmark.split(" "),
  ]);
  if (work.csl.archive !== undefined) have.add(acronym(work.csl.archive));
  return wanted.every((word) => have.has(fold(word)));
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}

const unique = (works: readonly Work[]): Work[] => [...new Map(works.map((w) => [w.index, w])).values()];

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
    for (const work of works) if (!test(work)) losers.push({ what: called(work), reason: reason(work) });
    works = left;
    by.push(name);
    return left.length > 0;
  };
  const { title, year } = cite;
  if (title !== null && cite.form !== "full") {
    const read = works.some((work) => matchTitle(title, work.identity));
    const fits = (work: Work) =>
      (read ? matchTitle(title, work.identity) : matchPrinted(title, work.identity)) ||
      coauthors(title, work);
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
    keep(
      "authors",
      (w) => matchNames(cite, w.identity) === "exact",
      () => "it has other authors besides",
      false,
    );
  }
  const initial = works.length > 1 ? initialBefore(cite) : null;
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

/** Returns the folded initial printed before the first name: "A. Bell" or "Ada Bell" where the name is "Bell". */
function initialBefore(cite: CiteText): string | null {
  const name = cite.names[0];
  const at = name === undefined ? -1 : cite.raw.indexOf(name);
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
