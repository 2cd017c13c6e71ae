/**
 * Finds the list entry an in-text "Brew & Davies 2010a" points to, by the first surname and the year. Light on
 * purpose: it reads the start of the entry's text and never parses the reference.
 */
import { fold } from "./fold.ts";

interface Head {
  readonly entry: number;
  /** Folded text of the start of the entry, where the authors stand. */
  readonly head: string;
  /** Years with their letters, "2008a", the first one first. */
  readonly years: readonly string[];
  readonly authors: number;
}

/** Entries by the folded words of their first author. */
export interface EntryIndex {
  readonly byWord: ReadonlyMap<string, readonly Head[]>;
  readonly byInitials: ReadonlyMap<string, readonly Head[]>;
  readonly size: number;
  /** The document cites as in "(Brew 2010)", without a comma in front of the year. */
  readonly bare?: true;
}

const HEAD = 220;
const YEAR =
  /(?<![\d/:-]|\d\.)((?:1[5-9]|20)\d\d)\s?([a-z](?![a-z]))?(?!\d)|\b(?:n\.\s?d\.|in\s{1,12}press|forthcoming|no date)/gi;
const RULE = /^\s*(?:[-–—_―]{2,}|⸺|⸻|—)[.,]?\s+/;
/** The words before the first of these belong to the first author. */
const FIRST = /,|;|&|(?<!\bSt)\.\s|\(|\sand\s|\sund\s|\set\s|:/;

/** Returns the index of the entries given as raw strings. Linear in their number. */
export function indexEntries(entries: readonly string[]): EntryIndex {
  const byWord = new Map<string, Head[]>();
  const byInitials = new Map<string, Head[]>();
  const add = (map: Map<string, Head[]>, key: string, head: Head): void => {
    const list = map.get(key);
    if (list) list.push(head);
    else map.set(key, [head]);
  };
  /** The entry above that prints its names. */
  let named = "";
  entries.forEach((printed, entry) => {
    // A rule in place of the names repeats those of the entry above.
    const rule = RULE.exec(printed);
    const raw = rule ? authorsOf(named) + printed.slice(rule[0].length) : printed;
    if (!rule) named = raw;
    const window = raw.slice(0, 900);
    const years = [...window.matchAll(YEAR)]
      .slice(0, 8)
      .map((m) => (m[1] ? m[1] + (m[2] ?? "") : m[0]).toLowerCase());
    const words = raw.slice(0, HEAD);
    const head = fold(words);
    const record: Head = { entry, head, years, authors: countAuthors(window) };
    const end = FIRST.exec(words);
    const first = words.slice(0, end ? Math.max(end.index, 1) : 60);
    const keys = new Set<string>();
    for (const word of fold(first).split(/[\s]+/)) if (word.length >= 2) keys.add(word);
    // "A. Duarte-Reyes", "J. Abel": initials in front of the surname.
    const western = /^(?:\p{Lu}\.[\s-]?)+\s?([\p{L}'’ -]{2,40}?)(?=[,.;&]|\sand\s|\s\()/u.exec(words);
    if (western) for (const word of fold(western[1]!).split(/\s/)) if (word.length >= 2) keys.add(word);
    for (const key of keys) add(byWord, key, record);
    const initials = /^(?:The\s)?((?:\p{Lu}[\p{L}’'-]+|of|the|for|and|on|in|de|&)[\s,]+){2,12}/u.exec(
      `${first.trim()} `,
    );
    if (initials) add(byInitials, fold(initials[0].replace(/[^\p{Lu}]/gu, "")), record);
    const abbreviated = /[([]([A-Z][A-Za-z]{1,9})[)\]]/.exec(words.slice(0, 120));
    if (abbreviated) add(byInitials, fold(abbreviated[1]!), record);
  });
  return { byWord, byInitials, size: entries.length };
}

/** What a rule in place of the names stands for; nothing where no entry printed any. */
const authorsOf = (entry: string): string =>
  entry === "" ? "" : `${entry.slice(0, 120).split(/(?<=\p{L}{2})\.\s|\s?\(|[“"]/u)[0]}. `;

function countAuthors(window: string): number {
  const end = window.search(/(?:1[5-9]|20)\d\d/);
  const names = end > 0 ? window.slice(0, end) : window.slice(0, 120);
  if (/et al/i.test(names)) return 99;
  return (names.match(/\p{Lu}[\p{Ll}'’-]{1,}[\p{L}'’-]*/gu) ?? []).length;
}

/** What a citation names. */
export interface Named {
  readonly names: readonly string[];
  readonly truncated: boolean;
  readonly year: string | null;
  /** Initial of the first author, where the citation gives it to tell namesakes apart. */
  readonly initial?: string | null;
}

/** Returns the entries the names and year fit, best first; several where the document does not tell them apart. */
export function matchEntry(index: EntryIndex, cited: Named): number[] {
  const first = cited.names[0];
  if (first === undefined) return [];
  const key = fold(first);
  let heads = candidates(index, key);
  if (heads.length === 0) {
    const bare = key.replace(/^(?:de|del|der|den|van|von|la|le|el|al|du|di|da|dos|the)[\s-]/, "");
    if (bare !== key) heads = candidates(index, bare);
  }
  if (heads.length === 0) heads = [...(index.byInitials.get(key.replace(/[\s.-]/g, "")) ?? [])];
  const dated = cited.year === null ? heads : byYear(heads, cited.year.toLowerCase());
  if (dated.length <= 1) return dated.map((h) => h.entry);
  const others = cited.names.slice(1).map(fold);
  const scored = dated.map((h) => ({ h, score: agree(h, key, others, cited) }));
  const best = Math.max(...scored.map((s) => s.score));
  const left = scored.filter((s) => s.score === best).map((s) => s.h);
  const letter = /[a-z]$/.exec(cited.year ?? "")?.[0];
  if (letter === undefined || left.length < 2 || left.some((h) => /[a-z]$/.test(h.years[0] ?? ""))) {
    return left.map((h) => h.entry);
  }
  // A list that lost its letters keeps their order: "2004b" is the second one of that year.
  const nth = left[letter.charCodeAt(0) - 97];
  return nth ? [nth.entry] : left.map((h) => h.entry);
}

/** Returns whether an entry of this year prints all the names. */
export function namesAll(index: EntryIndex, { names, year }: Named): boolean {
  const [first, ...others] = names.map(fold);
  if (first === undefined || year === null) return false;
  return byYear(candidates(index, first), year.toLowerCase()).some(({ head }) =>
    others.every((other) => head.includes(other)),
  );
}

/** Returns the entries whose first author bears both names, where the list has namesakes of other given names; else null. */
export function namesakesOf(index: EntryIndex, name: string, given: string): number[] | null {
  const key = fold(name);
  const heads = candidates(index, key);
  const both = [`${key}, ${fold(given)}`, `${fold(given)} ${key}`];
  const own = heads.filter(({ head }) =>
    both.some((words) => head.startsWith(words) && !/[a-z]/.test(head.charAt(words.length))),
  );
  return own.length > 0 && own.length < heads.length ? own.map(({ entry }) => entry) : null;
}

function candidates(index: EntryIndex, key: string): Head[] {
  const words = key.split(/\s+/).filter((w) => w.length >= 2);
  let heads: readonly Head[] | undefined;
  for (const word of words) {
    const list = index.byWord.get(word);
    if (list && (!heads || list.length < heads.length)) heads = list;
  }
  if (!heads) return [];
  return heads.filter((h) => {
    const at = h.head.indexOf(key);
    return (
      at >= 0 &&
      at < 60 &&
      !/[a-z]/.test(h.head.charAt(at - 1)) &&
      !/[a-z]/.test(h.head.charAt(at + key.length))
    );
  });
}

function byYear(heads: readonly Head[], year: string): Head[] {
  const exact = heads.filter((h) => h.years[0] === year);
  if (exact.length > 0) return exact;
  const anywhere = heads.filter((h) => h.years.includes(year));
  if (anywhere.length > 0) return anywhere;
  // "2008" may stand for an entry printed "2008a" and the other way round, when only one entry fits.
  const bare = year.replace(/[a-z]$/, "");
  const loose = heads.filter((h) => h.years.some((y) => y.replace(/[a-z]$/, "") === bare));
  return loose;
}

function agree(h: Head, key: string, others: readonly string[], cited: Named): number {
  const { truncated } = cited;
  const at = h.head.indexOf(key);
  let score = at <= 1 ? 1 : 0;
  if (cited.initial) {
    const printed = /^[^a-z]*([a-z])/.exec(h.head.slice(at + key.length))?.[1];
    score += printed === fold(cited.initial) ? 3 : -3;
  }
  for (const other of others) score += h.head.includes(other) ? 2 : -2;
  if (truncated) return score + (h.authors >= 3 ? 1 : -1);
  return score - Math.min(2, 0.5 * Math.abs(h.authors - 1 - others.length));
}
