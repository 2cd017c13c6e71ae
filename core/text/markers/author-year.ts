/**
 * Author and year in running text: `(Brew et al., 2010; Weber 2008a,b)`, `Brew (2010, p. 12)`, `Colby, 1999, as cited
 * in Rahimi et al., 2017`. The list of entries tells a name from any other capital word; without an entry only a
 * well-formed citation in brackets is taken.
 */
import type { CiteText, Span } from "../../model.ts";
import { type EntryIndex, matchEntry, namesAll } from "./author-year-match.ts";
import { further, narrative, readFree } from "./author-year-narrative.ts";
import { later } from "./author-year-page.ts";
import { back, personalCites, WORDED } from "./author-year-worded.ts";
import { type CitingMarker, makeCite, moreLetters, pinpointAt, type Year, yearsIn } from "./cite.ts";
import { bracketGroups, type Group } from "./groups.ts";
import { type Names, namesAtEnd, parseNames } from "./names.ts";

/** Returns the citations of one paragraph. Each year looks at a bounded stretch in front of it. */
export function findAuthorYear(text: string, span: Span, index: EntryIndex): CitingMarker[] {
  const years = yearsIn(text, span);
  const found: CitingMarker[] = [];
  if (years.length === 0 && !WORDED.test(text.slice(span.start, span.end))) return found;
  const groups = bracketGroups(text, span);
  const owned = new Map<Group, Year[]>();
  const free: Year[] = [];
  let g = 0;
  const open: Group[] = [];
  for (const year of years) {
    const close = (at: number): void => {
      while (open.length > 0 && open.at(-1)!.end <= at) open.pop();
    };
    for (; g < groups.length && groups[g]!.start < year.start; g++) {
      close(groups[g]!.start);
      open.push(groups[g]!);
    }
    close(year.start);
    const square = open.at(-2) && isYearAlone(text, open.at(-1)!, year) && isCitation(text, open.at(-2)!);
    const group = square ? open.at(-2) : open.at(-1);
    const whole = square ? { ...open.at(-1)!, year: year.year } : year;
    if (!group) free.push(whole);
    else if (owned.has(group)) owned.get(group)!.push(whole);
    else owned.set(group, [whole]);
  }
  let previous: CitingMarker | null = null;
  for (const group of groups) {
    const marker: CitingMarker | null =
      readGroup(text, span, group, owned.get(group) ?? [], index) ?? later(text, group, previous);
    if (!marker) continue;
    found.push(marker);
    previous = marker;
  }
  let last: CitingMarker | null = null;
  for (const year of free) {
    const marker: CitingMarker | null = readFree(text, span, year, index) ?? further(text, year, last, index);
    if (!marker) continue;
    found.push(marker);
    last = marker;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "[2017]": a year found outside the work, in square brackets of its own. */
const isYearAlone = (text: string, group: Group, year: Year): boolean =>
  text[group.start] === "[" && group.start + 1 === year.start && group.end - 1 === year.end;

/** Small words that a citation may hold beside its names; any other tells of something. */
const SMALL =
  /^(?:also|and|but|cf|chap|chapter|cited|de|del|der|des|du|eds?|et|al|fig|figure|for|in|la|of|on|pp?|quoted|sec|section|see|table|the|und|van|von|vgl|y)$/;

/** "(Amaral [2017])": round brackets around names, years and places only. */
const isCitation = (text: string, group: Group): boolean =>
  text[group.start] === "(" &&
  group.end - group.start < LONGEST_CITATION &&
  (text.slice(group.start, group.end).match(/(?<![\p{L}\d'’-])\p{Ll}{2,}/gu) ?? []).every((w) =>
    SMALL.test(w),
  );
const LONGEST_CITATION = 400;

function readGroup(
  text: string,
  span: Span,
  group: Group,
  years: readonly Year[],
  index: EntryIndex,
): CitingMarker | null {
  const told = personalCites(text, group);
  const others = years.filter(
    (year) => !told.some((cite) => year.start >= cite.start && year.end <= cite.end),
  );
  const dated = readDated(text, span, group, others, index);
  if (told.length === 0 || (dated && dated.start !== group.start)) return dated;
  const all = [
    ...told.map((cite) => ({ cite, fit: [] as readonly number[] })),
    ...(dated?.cites ?? []).map((cite, i) => ({ cite, fit: dated!.matches[i]! })),
  ].sort((a, b) => a.cite.start - b.cite.start);
  const [cites, matches] = [all.map(({ cite }) => cite), all.map(({ fit }) => fit)];
  return { start: group.start, end: group.end, cites, matches };
}

/** Reads what a bracket cites by years, or by "ibid.". */
function readDated(
  text: string,
  span: Span,
  group: Group,
  years: readonly Year[],
  index: EntryIndex,
): CitingMarker | null {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const ibid = back(text, group);
  if (ibid) return ibid;
  const first = years[0];
  if (!first) return null;
  const lead = text.slice(inner.start, first.start);
  if (/^\s*(?:e\.g\.,?\s*)?$/.test(lead)) return narrative(text, span, group, years, index);
  const cites: CiteText[] = [];
  const matches: number[][] = [];
  let known: { readonly names: readonly string[]; readonly truncated: boolean } | null = null;
  let from = inner.start;
  for (let i = 0; i < years.length; i++) {
    const year = years[i]!;
    const until = years[i + 1]?.start ?? inner.end;
    const joined = joinedNames(text.slice(from, year.start), year, index);
    const semicolon = text.slice(from, year.start).lastIndexOf(";");
    if (joined) from += joined.start;
    else if (semicolon >= 0) from += semicolon + 1;
    const before = text.slice(from, year.start);
    const goesOn = known !== null && /^[\s,;&]*(?:and|und)?[\s,]*$/.test(before);
    let prefix: string | null = null;
    let start = year.start;
    if (!goesOn) {
      const bare = before.replace(/[\s,([]+$/, "");
      const names = joined ? { ...joined, start: 0 } : namesAtEnd(bare);
      if (!names) {
        known = null;
        const byTitle = titled(text, from, bare, year, until, index);
        if (byTitle) {
          cites.push(byTitle.cite);
          matches.push(byTitle.fit);
        }
        from = byTitle?.cite.end ?? year.end;
        continue;
      }
      const words = bare
        .slice(0, names.start)
        .trim()
        .replace(/^[,\s]+/, "");
      prefix = words === "" ? null : words;
      known = names;
      start = from + names.start;
    }
    const named = { names: known!.names, truncated: known!.truncated, year: year.year };
    const fit = matchEntry(index, named);
    const wellFormed =
      prefix === null || /^(?:e\.g\.|see|cf\.|as cited in|but see|i\.e\.|vgl\.)/i.test(prefix);
    const lone = index.size === 0 || (index.bare === true && isNameAlone(text, group, named.names));
    const whole = wellFormed && wholeCitation(before, text.slice(year.end, until), named, lone);
    if (fit.length === 0 && !whole) {
      from = year.end;
      continue;
    }
    const place = pinpointAt(text, year.end, until);
    const end = place?.end ?? year.end;
    cites.push(
      makeCite(text, start, end, {
        names: known!.names,
        namesTruncated: known!.truncated,
        year: year.year,
        pinpoint: place?.pinpoint ?? null,
        prefix,
      }),
    );
    matches.push(fit);
    from = end;
    from = moreLetters(text, from, until, named, index, cites, matches);
  }
  return cites.length > 0 ? { start: group.start, end: group.end, cites, matches } : null;
}

/**
 * "VAZ; REIS, 2004": Brazilian documents part the names of one work by semicolons. Only an entry with all of them
 * tells them from several works.
 */
function joinedNames(before: string, year: Year, index: EntryIndex): Names | null {
  const start = /^[\s;]*/.exec(before)![0].length;
  const list = before.slice(start);
  if (!/;\s?\p{Lu}/u.test(list) || /\d/.test(list)) return null;
  const names = parseNames(list.replace(/;/g, ","));
  if (!names || names.names.length < 2) return null;
  return namesAll(index, { ...names, year: year.year }) ? { ...names, start } : null;
}

/** `“Press 3 for Peace,”` in front of a year: an entry without an author, cited by its title's first words. */
const TITLE = /(?:^|[\s;])[“"‘«]([^“”"«»]{3,120}?)[,.]?[”"’»]$/u;

function titled(
  text: string,
  from: number,
  bare: string,
  year: Year,
  until: number,
  index: EntryIndex,
): { readonly cite: CiteText; readonly fit: number[] } | null {
  const m = TITLE.exec(bare);
  if (!m) return null;
  const fit = matchEntry(index, { names: [m[1]!], truncated: false, year: year.year });
  if (fit.length === 0) return null;
  const place = pinpointAt(text, year.end, until);
  const start = from + m.index + m[0].search(/[“"‘«]/);
  const prefix = bare.slice(0, start - from).trim();
  const cite = makeCite(text, start, place?.end ?? year.end, {
    title: m[1]!,
    year: year.year,
    pinpoint: place?.pinpoint ?? null,
    prefix: prefix === "" ? null : prefix,
  });
  return { cite, fit };
}

/** Unmatched names count only where nothing but a citation stands between the separators. */
function wholeCitation(
  before: string,
  after: string,
  named: { readonly names: readonly string[]; readonly truncated: boolean },
  lone: boolean,
): boolean {
  if (/\d/.test(before)) return false;
  // Without any list, or where the others are cited so, one name and a year must do: "(Nagy 2000)".
  const several =
    named.truncated ||
    named.names.length > 1 ||
    lone ||
    /,\s*$/.test(before) ||
    // "(Ferreira 2017: 4)": a page makes the year that of a work.
    /^:\s?\d{1,4}(?:[–-]\d{1,4})?\s*$/.test(after);
  return several && /^\s*(?:[;)\]]|$|,\s*(?:p|S|§|Table|Fig|ch|as cited|cited|\p{Lu})|:\s?\d)/u.test(after);
}

/** "Spring 2015", "Table 2015", "Act 1990": what stands in front of a year and is nobody's name. */
const NO_NAME =
  /^(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez)(?:\p{Ll}*)$|^(?:Spring|Summer|Autumn|Fall|Winter|Easter|Christmas|Table|Figure|Fig|Box|Section|Part|Act|Bill|Version|Edition|Issue|Series|Model|Census|Since|Until|Before|After|Around|About|Circa|Year|Season|Total|Baseline)$/u;

/** "… for a year (Nagy 2000)": one word that may be a surname, behind a word that it does not explain. */
function isNameAlone(text: string, group: Group, names: readonly string[]): boolean {
  const before = text.slice(Math.max(0, group.start - 40), group.start);
  return !NO_NAME.test(names[0] ?? "") && !/(?:^|[\s“"‘(])\p{Lu}\p{L}[\p{L}’'-]*[”"’]?\s*$/u.test(before);
}
