/** Looks works up by what a citation may call them. */
import type { CiteText } from "../model.ts";
import { acronym, fold, ocrFold, surname, titleWords, words } from "../names.ts";
import type { Identity } from "./identity.ts";
import { isPartOfBody, matchNames, matchTitle, runInTitle, sayNames, type Work } from "./match.ts";

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
    for (const { index, identity, aliases, csl } of works) {
      for (const form of identity.variants[0] ?? []) add(this.#byName, form, index);
      const first = identity.surnames[0];
      if (first !== undefined) add(this.#byOcr, ocrFold(first), index);
      for (const word of new Set(identity.telling)) add(this.#byTitle, word, index);
      if (identity.shelfmark !== null)
        for (const word of identity.shelfmark.split(" ")) add(this.#byTitle, word, index);
      if (csl.archive !== undefined)
        for (const word of new Set([...identity.printed, acronym(csl.archive)])) {
          if (!identity.telling.includes(word)) add(this.#byTitle, word, index);
        }
      for (const alias of aliases) add(this.#byAlias, alias, index);
      for (const key of reporterKeys(identity)) add(this.#byReporter, key, index);
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
    const said = sayNames(cite);
    const hits = [...forms].flatMap((form) => this.#get(this.#byName, form));
    const fitting = unique(hits).filter((work) => matchNames(said, work.identity) !== "none");
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
    // A word of a mark stands among the printed ones as well.
    return unique(shortest.map((i) => this.works[i]!))
      .filter((work) => signed || work.identity.surnames.length === 0)
      .filter((work) => matchTitle(title, work.identity) || matchesArchive(wanted, work));
  }

  /**
   * Returns the works whose title begins with the words, two telling ones at least, or whose whole main title or whole
   * subtitle they are.
   */
  entitled(title: string): readonly Work[] {
    const wanted = titleWords(title);
    return this.titled(title, true).filter(({ identity }) => {
      const main = titleWords(identity.mainTitle.join(" "));
      if (runInTitle(title, identity) === "start") return wanted.length > 1 || main.length === wanted.length;
      const subtitle = identity.telling.slice(main.length);
      return wanted.length > 1 && subtitle.join(" ") === wanted.join(" ");
    });
  }

  /** Returns the works of this title whose author is a body that goes by a part of its name. */
  ofBody(name: string, title: string): readonly Work[] {
    return this.entitled(title).filter((work) => isPartOfBody(name, work));
  }

  #get(map: ReadonlyMap<string, readonly number[]>, key: string): readonly Work[] {
    return (map.get(key) ?? []).map((i) => this.works[i]!);
  }
}

/** Volume and reporter, and both with the first page; what was decided in December is printed in the next year. */
function reporterKeys({ reporter, firstPage, volume }: Identity): readonly string[] {
  if (reporter === null) return [];
  const keys = firstPage === null ? [reporter] : [reporter, `${reporter} ${firstPage}`];
  const next = volume === "" ? /^(\d{4})( .*)$/.exec(reporter) : null;
  return next ? [...keys, `${Number(next[1]) + 1}${next[2]} ${firstPage}`] : keys;
}

function matchesArchive(wanted: readonly string[], work: Work): boolean {
  if (work.csl.archive === undefined) return false;
  const have = new Set([
    ...words(`${work.csl.archive ?? ""} ${work.csl.title ?? ""}`),
    ...(work.identity.shelfmark ?? "").split(" "),
    // "Parish Archive (hereafter VPA)": the letters stand in the printed words alone.
    ...work.identity.printed,
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
