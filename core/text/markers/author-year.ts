/**
 * Author and year in running text: `(Brew et al., 2010; Weber 2008a,b)`, `Brew (2010, p. 12)`, `Colby, 1999, as cited
 * in Rahimi et al., 2017`, a page in a later bracket `(p. 17)`. The list of entries tells a name from any other
 * capital word; without an entry only a well-formed citation in brackets is taken.
 */
import type { CiteText, Pinpoint, Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { type EntryIndex, matchEntry } from "./author-year-match.ts";
import { bracketGroups, type Group } from "./groups.ts";
import { namesAtEnd } from "./names.ts";
import { eachMatch } from "./scan.ts";

/** A marker with the entries each of its cites fits. */
export interface CitingMarker extends Span {
  readonly cites: readonly CiteText[];
  /** Per cite, places in the list of entries. */
  readonly matches: readonly (readonly number[])[];
}

const YEAR =
  /(?<![\p{L}\d/–-]|(?<!al)\.|(?<=\d)(?<!\d{4}),)((?:1[5-9]|20)\d\d)((?:\s?[a-z](?![\p{L}]))?)(?![\d%])|\b(n\.\s?d\.|in press|forthcoming|o\.\s?J\.)/gu;
/** "a,b" or "–c" behind a year stand for further works of the same names. */
const LETTERS = /^\s?[,&–-]\s?([a-z])(?![\p{L}\d.])/u;
const PERSONAL =
  /\b(?:pers(?:onal|\.)? ?(?:comm(?:unications?|\.)?|obs(?:ervations?|\.)?|correspondence)|unpubl(?:ished|\.)(?: (?:data|results?|manuscript|observations?))?|private communication)/i;

/** Words that cite without a year. */
const WORDED = /\b(?:personal|pers\.|unpubl|private|ibid|ebd|ebenda|idem|id\.)/i;

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
    while (g < groups.length && groups[g]!.start < year.start) open.push(groups[g++]!);
    while (open.length > 0 && open.at(-1)!.end <= year.start) open.pop();
    const group = open.at(-1);
    if (!group) free.push(year);
    else if (owned.has(group)) owned.get(group)!.push(year);
    else owned.set(group, [year]);
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

interface Year extends Span {
  readonly year: string;
}

function yearsIn(text: string, span: Span): Year[] {
  const found: Year[] = [];
  eachMatch(YEAR, text, span, (m, start, end) => {
    found.push({ start, end, year: m[1] ? m[1] + (m[2] ?? "").trim() : m[3]!.replace(/\s+/g, " ") });
  });
  return found;
}

function makeCite(text: string, start: number, end: number, more: Partial<CiteText>): CiteText {
  return {
    start,
    end,
    form: "author-year",
    raw: text.slice(start, end),
    names: [],
    namesTruncated: false,
    year: null,
    title: null,
    noteRef: null,
    key: null,
    pinpoint: null,
    prefix: null,
    suffix: null,
    reference: null,
    ...more,
  };
}

function readGroup(
  text: string,
  span: Span,
  group: Group,
  years: readonly Year[],
  index: EntryIndex,
): CitingMarker | null {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const told = personal(text, group) ?? back(text, group);
  if (told) return told;
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
    const semicolon = text.slice(from, year.start).lastIndexOf(";");
    if (semicolon >= 0) from += semicolon + 1;
    const before = text.slice(from, year.start);
    const goesOn = known !== null && /^[\s,;&]*(?:and|und)?[\s,]*$/.test(before);
    let prefix: string | null = null;
    let start = year.start;
    if (!goesOn) {
      const bare = before.replace(/[\s,([]+$/, "");
      const names = namesAtEnd(bare);
      if (!names) {
        known = null;
        from = year.end;
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
    const whole = wellFormed && wholeCitation(before, text.slice(year.end, until), named, index.size === 0);
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

/** "2008a,b": further letters behind a year. Returns where reading goes on. */
function moreLetters(
  text: string,
  from: number,
  until: number,
  named: { readonly names: readonly string[]; readonly truncated: boolean; readonly year: string },
  index: EntryIndex,
  cites: CiteText[],
  matches: number[][],
): number {
  if (!/\d[a-z]$/.test(named.year)) return from;
  let at = from;
  for (
    let m = LETTERS.exec(text.slice(at, until));
    m;
    m = LETTERS.exec(text.slice(at, Math.min(until, at + 8)))
  ) {
    const end = at + m[0].length;
    const year = named.year.slice(0, -1) + m[1]!;
    cites.push(makeCite(text, end - 1, end, { names: named.names, namesTruncated: named.truncated, year }));
    matches.push(matchEntry(index, { ...named, year }));
    at = end;
  }
  return at;
}

/** Unmatched names count only where nothing but a citation stands between the separators. */
function wholeCitation(
  before: string,
  after: string,
  named: { readonly names: readonly string[]; readonly truncated: boolean },
  listless: boolean,
): boolean {
  if (/\d/.test(before)) return false;
  // Without any list one name and a year must do: "(Nagy 2000)".
  const several = named.truncated || named.names.length > 1 || listless || /,\s*$/.test(before);
  return several && /^\s*(?:[;)\]]|$|,\s*(?:p|S|§|Table|Fig|ch|as cited|cited|\p{Lu})|:\s?\d)/u.test(after);
}

function pinpointAt(
  text: string,
  at: number,
  until: number,
): { readonly pinpoint: Pinpoint; readonly end: number } | null {
  const tail = text.slice(at, Math.min(until, at + 60));
  const lead = /^\s?[,:]\s?(?:at\s|esp\.\s)?/.exec(tail);
  if (!lead) return null;
  const found = parsePinpoint(tail, lead[0].length);
  if (!found || found.start > lead[0].length + 4) return null;
  const bare = !found.labelled;
  if (
    bare &&
    (/(?:1[5-9]|20)\d\d/.test(found.pinpoint.value) ||
      (!lead[0].includes(":") && !/^\s*(?:[;)\]]|$)/.test(tail.slice(found.end))))
  )
    return null;
  return { pinpoint: found.pinpoint, end: at + found.end };
}

/** "Brew and Davies (2010, p. 12)": the names stand in front of the bracket. */
function narrative(
  text: string,
  span: Span,
  group: Group,
  years: readonly Year[],
  index: EntryIndex,
): CitingMarker | null {
  const low = Math.max(span.start, group.start - 160);
  const before = text.slice(low, group.start).trimEnd();
  const sentence = before.replace(/^[\s\S]*[;:!?]\s(?=[^;:!?]*$)/, "");
  const year = years[0]!.year;
  const names = closest(sentence, year, index);
  if (!names) return null;
  const cites: CiteText[] = [];
  const matches: number[][] = [];
  for (let i = 0; i < years.length; i++) {
    const y = years[i]!;
    const until = years[i + 1]?.start ?? group.end - 1;
    if (i > 0 && !/^[\s,;&]*(?:and)?\s*$/.test(text.slice(cites.at(-1)!.end, y.start))) break;
    const place = pinpointAt(text, y.end, until);
    const named = { names: names.names, truncated: names.truncated, year: y.year };
    cites.push(
      makeCite(text, y.start, place?.end ?? y.end, {
        names: names.names,
        namesTruncated: names.truncated,
        year: y.year,
        pinpoint: place?.pinpoint ?? null,
      }),
    );
    matches.push(matchEntry(index, named));
    moreLetters(text, place?.end ?? y.end, until, named, index, cites, matches);
  }
  return { start: group.start, end: group.end, cites, matches };
}

interface Read {
  readonly names: readonly string[];
  readonly truncated: boolean;
}

/** The names right in front of a bracket, longest reading that fits an entry first; then "Brew’s first sample". */
function closest(before: string, year: string, index: EntryIndex): Read | null {
  const words = before.split(/\s+/).filter((w) => w !== "");
  let plain: Read | null = null;
  for (let n = Math.min(9, words.length); n >= 1; n--) {
    const tail = words.slice(-n).join(" ");
    if (!/^["“‘(]?(?:\p{Lu}|(?:de|del|der|den|van|von|al|el|la|le|du|di|da|dos|ter|ten)[\s-])/u.test(tail))
      continue;
    const names = namesAtEnd(tail.replace(/^["“‘(]/, ""));
    if (!names || names.start > 0) continue;
    const read = { names: names.names, truncated: names.truncated };
    if (matchEntry(index, { ...read, year }).length > 0) return read;
    plain = read;
  }
  // A bracket behind one capital word may date anything; "et al." or two names make it a citation.
  if (
    plain &&
    (plain.truncated || plain.names.length > 1) &&
    plain.names.every((n) => !/\s(?:of|the|for)\s/.test(n))
  )
    return plain;
  const owner = /((?:\p{Lu}[\p{L}’'.-]+(?:,? (?:and|&) |, )?){1,3})['’]s?(?:\s[\p{L}-]+){1,4}$/u.exec(before);
  if (owner) {
    const names = namesAtEnd(owner[1]!.trim());
    if (names && matchEntry(index, { ...names, year }).length > 0) return names;
  }
  return null;
}

/** A year outside brackets is a citation only where names in front of it fit an entry. */
function readFree(text: string, span: Span, year: Year, index: EntryIndex): CitingMarker | null {
  const low = Math.max(span.start, year.start - 160);
  const before = text.slice(low, year.start);
  if (!/[\p{L}.)]\s?,?\s$/u.test(before)) return null;
  const sentence = before.replace(/^[\s\S]*[;:!?\t]\s?(?=[^;:!?\t]*$)/, "").replace(/[\s,]+$/, "");
  const names = closest(sentence, year.year, index);
  if (!names) return null;
  const fit = matchEntry(index, { ...names, year: year.year });
  if (fit.length === 0) return null;
  const at = before.lastIndexOf(names.names[0]!);
  const start = at >= 0 ? low + at : year.start;
  const cite = makeCite(text, start, year.end, {
    names: names.names,
    namesTruncated: names.truncated,
    year: year.year,
  });
  return { start, end: year.end, cites: [cite], matches: [fit] };
}

/** "Geng et al. 2004a, 2004b": a year behind a year outside brackets goes on with its names. */
function further(
  text: string,
  year: Year,
  last: CitingMarker | null,
  index: EntryIndex,
): CitingMarker | null {
  if (!last || !/^\s?[,;&]\s?(?:and\s)?$/.test(text.slice(last.end, Math.max(last.end, year.start))))
    return null;
  const { names, namesTruncated } = last.cites.at(-1)!;
  const fit = matchEntry(index, { names, truncated: namesTruncated, year: year.year });
  if (fit.length === 0) return null;
  const cite = makeCite(text, year.start, year.end, { names, namesTruncated, year: year.year });
  return { start: year.start, end: year.end, cites: [cite], matches: [fit] };
}

/** "(p. 17)" behind a narrative citation that has no page yet belongs to it. */
function later(text: string, group: Group, previous: CitingMarker | null): CitingMarker | null {
  if (!previous || group.start - previous.end > 400) return null;
  const cite = previous.cites.at(-1)!;
  if (cite.pinpoint || cite.form !== "author-year" || cite.names.length === 0) return null;
  if (/[.!?]["”’]?\s+\p{Lu}/u.test(text.slice(previous.end, group.start))) return null;
  const inner = text.slice(group.start + 1, group.end - 1);
  const found = parsePinpoint(inner, 0);
  if (
    !found?.labelled ||
    found.pinpoint.label !== "page" ||
    found.start > 2 ||
    found.end < inner.trimEnd().length
  )
    return null;
  return {
    start: group.start,
    end: group.end,
    cites: [
      makeCite(text, group.start + 1, group.end - 1, {
        names: cite.names,
        namesTruncated: cite.namesTruncated,
        year: cite.year,
        pinpoint: found.pinpoint,
      }),
    ],
    matches: [previous.matches.at(-1)!],
  };
}

const BACK = /^\s*(?:see\s|vgl\.\s)?(ibid(?:em)?|ebd|ebenda|idem|id)\b\.?/i;

/** "(ibid., p. 15)": the work named last. */
function back(text: string, group: Group): CitingMarker | null {
  if (group.end - group.start > 60) return null;
  const inner = text.slice(group.start + 1, group.end - 1);
  const m = BACK.exec(inner);
  if (!m || (/^id$/i.test(m[1]!) && !inner.startsWith("id.", m[0].length - 3))) return null;
  const rest = inner.slice(m[0].length);
  const found = /\S/.test(rest) ? parsePinpoint(rest, /^\s*[,:]?\s*/.exec(rest)![0].length) : null;
  if (/\S/.test(rest) && !found) return null;
  const cite = makeCite(text, group.start + 1, group.end - 1, {
    form: "ibid",
    pinpoint: found?.pinpoint ?? null,
  });
  return { start: group.start, end: group.end, cites: [cite], matches: [[]] };
}

/** "(R. Lindahl, personal communication)": a source nobody can look up. */
function personal(text: string, group: Group): CitingMarker | null {
  const inner = text.slice(group.start + 1, group.end - 1);
  const m = PERSONAL.exec(inner);
  if (!m || !/^\s*(?:\p{Lu}\.[\s-]?)+\p{Lu}\p{L}+|^\s*\p{Lu}\p{L}+,?\s(?:\p{Lu}\.?){1,3}[,\s]/u.test(inner))
    return null;
  const cite = makeCite(text, group.start + 1, group.end - 1, { form: "vague" });
  return { start: group.start, end: group.end, cites: [cite], matches: [[]] };
}
