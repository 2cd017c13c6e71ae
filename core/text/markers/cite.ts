/** The parts citations by name are made of: years, places and letters behind them, the cite itself. */
import type { CiteText, Pinpoint, Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { type EntryIndex, matchEntry } from "./author-year-match.ts";
import { eachSieved } from "./scan.ts";

/** A marker with the entries each of its cites fits. */
export interface CitingMarker extends Span {
  readonly cites: readonly CiteText[];
  /** Per cite, places in the list of entries. */
  readonly matches: readonly (readonly number[])[];
}

/** A year as printed, with its letter. */
export interface Year extends Span {
  readonly year: string;
}

/** A year, where one may begin. */
export const YEAR =
  /(?<![\p{L}\d/–-]|(?<!al)\.|(?<=\d)(?<!\d{4}),)((?:1[5-9]|20)\d\d)((?:\s?[a-z](?![\p{L}]))?)(?![\d%])|\b(n\.\s?d\.|in\s{1,12}press|forthcoming|o\.\s?J\.)/uy;
/** How all of them begin. */
const MAY_BEGIN = /[12]\d{3}|n\.|in\s{1,12}press|forth|o\./g;

/** "1931/1978": a work of the first year in an edition of the second. School years follow one another. */
const EDITION = /^\/((?:1[5-9]|20)\d\d)([a-z]?)(?![\d%\p{L}])/u;

/** "1978 [1922]", "[1922] 1978": an edition of an older work, which is dated in brackets. */
const OLDER_BEHIND = /^\s\[(?:1\d|20)\d\d\]/;
const OLDER_BEFORE = /^\]\s((?:1[5-9]|20)\d\d[a-z]?)(?![\d%\p{L}])/u;

function inEdition(text: string, year: Year): Year {
  const behind = text.slice(year.end, year.end + 8);
  const older = OLDER_BEHIND.exec(behind);
  if (older) return { ...year, end: year.end + older[0].length };
  const newer = text.charAt(year.start - 1) === "[" ? OLDER_BEFORE.exec(behind) : null;
  if (newer) return { start: year.start - 1, end: year.end + newer[0].length, year: newer[1]! };
  const m = /^\d{4}$/.test(year.year) ? EDITION.exec(behind) : null;
  return m && Number(m[1]) > Number(year.year) + 1
    ? { start: year.start, end: year.end + m[0].length, year: m[1]! + m[2]! }
    : year;
}

/** Returns the years of a span that may belong to a citation: no part of a number, a date or a word. */
export function yearsIn(text: string, span: Span): Year[] {
  const found: Year[] = [];
  eachSieved(MAY_BEGIN, YEAR, text, span, (m, start, end) => {
    const year = m[1] ? m[1] + (m[2] ?? "").trim() : m[3]!.replace(/\s+/g, " ");
    if (start >= (found.at(-1)?.end ?? 0)) found.push(inEdition(text, { start, end, year }));
  });
  return found;
}

/** Returns a cite with the fields given, all others empty. */
export function makeCite(text: string, start: number, end: number, more: Partial<CiteText>): CiteText {
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

/** "a,b" or "–c" behind a year stand for further works of the same names. */
const LETTERS = /^\s?[,&–-]\s?([a-z])(?![\p{L}\d.])/u;

/** Reads "2008a,b": further letters behind a year. Returns where reading goes on. */
export function moreLetters(
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

/** Returns the place named right behind a year, ", p. 12", ": 12", or null. */
export function pinpointAt(
  text: string,
  at: number,
  until: number,
): { readonly pinpoint: Pinpoint; readonly end: number } | null {
  const tail = text.slice(at, Math.min(until, at + 60));
  const lead = /^\s{0,12}[,:]\s{0,12}(?:at\s|esp\.\s)?/.exec(tail);
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
