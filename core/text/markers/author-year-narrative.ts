/** Citations whose names stand in the sentence: `Brew (2010)`, `as Williamson, 1956, saw`. */
import { CITED_IN } from "../../cited-in.ts";
import type { CiteText, Span } from "../../model.ts";
import { type EntryIndex, matchEntry } from "./author-year-match.ts";
import { type CitingMarker, makeCite, moreLetters, pinpointAt, type Year } from "./cite.ts";
import type { Group } from "./groups.ts";
import { LEADING_INITIALS, namesAtEnd } from "./names.ts";

/** "Brew and Davies (2010, p. 12)": the names stand in front of the bracket. */
export function narrative(
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
  const second = years[1] && inAnother(text, years[0]!.end, years[1], group, index);
  const reports = second != null || REPORTS.test(text.slice(group.end, group.end + 40));
  const names = closest(sentence, year, index, reports) ?? earlier(text, span, group, years, index);
  if (!names) return null;
  const cites: CiteText[] = [];
  const matches: number[][] = [];
  for (let i = 0; i < years.length; i++) {
    const y = years[i]!;
    const until = years[i + 1]?.start ?? group.end - 1;
    if (i === 1 && second) {
      cites.push(second.cite);
      matches.push(second.fit);
      break;
    }
    if (i > 0 && !/^[\s,;&]*(?:and)?\s*$/.test(text.slice(cites.at(-1)!.end, y.start))) break;
    const place = pinpointAt(text, y.end, until);
    const named = { ...names, year: y.year };
    cites.push(
      makeCite(text, y.start, place?.end ?? y.end, {
        names: called(names),
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

/** "(2011, 45–47)": a year and pages and nothing else. */
const YEAR_AND_PAGES =
  /^\(\d{4}[a-z]?(?:,\s?(?:pp?\.\s?)?|:\s?)\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*\)$/;
const NAMES_IN_TEXT =
  /(?<![\p{L}’'-])\p{Lu}[\p{L}-]+(?:[’'](?!s(?!\p{L}))\p{L}+)?(?:(?:,? (?:and|&) |, )\p{Lu}[\p{L}’'-]+){0,3}/gu;
/** How far in front of its bracket a name may stand. */
const FAR = 400;
const SENTENCE_END = /[\p{Ll}\d)\]”’"][.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu;

/**
 * "Abara, by contrast, sees in it the fate of the commons (2011, 45–47)": the name stands further in front. A year may
 * be any, so that it must have pages, and one work alone of those named in the sentence be of it.
 */
function earlier(
  text: string,
  span: Span,
  group: Group,
  years: readonly Year[],
  index: EntryIndex,
): Read | null {
  if (years.length > 1 || !YEAR_AND_PAGES.test(text.slice(group.start, group.end))) return null;
  const window = text.slice(Math.max(span.start, group.start - FAR), group.start);
  const stop = [...window.matchAll(SENTENCE_END)].at(-1);
  const sentence = window.slice(stop ? stop.index + stop[0].length : 0);
  const found = new Map<number, Read>();
  for (const [run] of sentence.matchAll(NAMES_IN_TEXT)) {
    const names = namesAtEnd(run.replace(/,$/, ""));
    const fit = names ? matchEntry(index, { ...names, year: years[0]!.year }) : [];
    if (names && fit.length > 0) for (const entry of fit) found.set(entry, { ...names });
  }
  return found.size === 1 ? [...found.values()][0]! : null;
}

const IN_ANOTHER = new RegExp(`^,?\\s*((?:as\\s)?reported\\s(?:in|by)|${CITED_IN})\\s`, "iu");

/** "Hallam (1974, as cited in Oyster et al., 2020)": the work that was read, named behind the one that was not. */
function inAnother(
  text: string,
  from: number,
  year: Year,
  group: Group,
  index: EntryIndex,
): { readonly cite: CiteText; readonly fit: number[] } | null {
  const between = text.slice(from, year.start);
  const lead = IN_ANOTHER.exec(between);
  if (!lead) return null;
  const names = namesAtEnd(between.slice(lead[0].length).replace(/[\s,(]+$/, ""));
  if (!names || names.start > 0) return null;
  const place = pinpointAt(text, year.end, group.end - 1);
  const cite = makeCite(text, from + lead[0].length, place?.end ?? year.end, {
    names: names.names,
    namesTruncated: names.truncated,
    year: year.year,
    pinpoint: place?.pinpoint ?? null,
    prefix: lead[1]!,
  });
  return { cite, fit: matchEntry(index, { ...names, year: year.year }) };
}

/** What an author does with a claim: behind "Lindqvist (2020)" it makes the capital word a name. */
export const REPORTS =
  /^\s(?:(?:also|later|further|recently|first|has|had|have|did not|does not)\s)?(?:f(?:ound|inds)|show(?:s|ed|n)?|argue[ds]?|report(?:s|ed)?|claim(?:s|ed)?|suggest(?:s|ed)?|conclude[ds]?|estimate[ds]?|note[ds]?|observe[ds]?|propose[ds]?|describe[ds]?|compare[ds]?|ask(?:s|ed)|writes|wrote|states|stated|demonstrate[ds]?|examine[ds]?|identif(?:y|ies|ied)|investigate[ds]?|measure[ds]?|stud(?:ies|ied)|review(?:s|ed)|counted|interviewed|surveyed|tested|maintain(?:s|ed)|contend(?:s|ed)|doubt(?:s|ed)|den(?:ies|ied)|predict(?:s|ed)?|warn(?:s|ed)?|insist(?:s|ed)?|assert(?:s|ed)?|believe[ds]?|thinks|thought|held|holds|saw|sees|calls|called)\b/;

interface Read {
  readonly names: readonly string[];
  readonly truncated: boolean;
  /** What is printed in front of the first name where it tells namesakes apart: "J.", "Jane". */
  readonly given?: string;
  readonly initial?: string;
}

/** The names as the citation prints them. */
const called = ({ names: [first = "", ...others], given }: Read): readonly string[] => [
  given === undefined ? first : `${given} ${first}`,
  ...others,
];

/** The names right in front of a bracket, longest reading that fits an entry first; then "Brew’s first sample". */
function closest(before: string, year: string, index: EntryIndex, reports = false): Read | null {
  const words = before.split(/\s+/).filter((w) => w !== "");
  let plain: Read | null = null;
  for (let n = Math.min(9, words.length); n >= 1; n--) {
    const tail = words.slice(-n).join(" ");
    if (!/^["“‘(]?(?:\p{Lu}|(?:de|del|der|den|van|von|al|el|la|le|du|di|da|dos|ter|ten)[\s-])/u.test(tail))
      continue;
    const names = namesAtEnd(tail.replace(/^["“‘(]/, ""));
    if (!names || names.start > 0) continue;
    const read = { names: names.names, truncated: names.truncated };
    const fit = matchEntry(index, { ...read, year });
    if (fit.length > 1) {
      // "J. Park (2015)": the initials were read as a part of the name.
      const inside = LEADING_INITIALS.exec(tail)?.[0].trim();
      const given = inside ?? words.at(-n - 1);
      return given === undefined ? read : withGiven(given, read, fit.length, year, index);
    }
    if (fit.length > 0) return read;
    plain = read;
  }
  // A bracket behind one capital word may date anything; "et al.", two names, what they report or another work of the
  // same author in the list make it a citation.
  if (
    plain &&
    (plain.truncated || plain.names.length > 1 || reports || isAuthor(plain, index)) &&
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

const isAuthor = ({ names }: Read, index: EntryIndex): boolean =>
  names[0]!.length > 3 && matchEntry(index, { names, truncated: false, year: null }).length > 0;

/** "Jane Stroud (2010)": the given name tells her from other Strouds of that year. */
function withGiven(given: string, read: Read, fitting: number, year: string, index: EntryIndex): Read {
  const initial = /^["“‘(]?(\p{Lu})[\p{Ll}.]/u.exec(given)?.[1];
  if (initial === undefined || matchEntry(index, { ...read, year, initial }).length >= fitting) return read;
  return { ...read, given: given.replace(/^["“‘(]/, ""), initial };
}

/** A year outside brackets is a citation only where names in front of it fit an entry. */
export function readFree(text: string, span: Span, year: Year, index: EntryIndex): CitingMarker | null {
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
  const place = inCell(text, span, year.end);
  const end = place?.end ?? year.end;
  const cite = makeCite(text, start, end, {
    names: called(names),
    namesTruncated: names.truncated,
    year: year.year,
    pinpoint: place?.pinpoint ?? null,
  });
  return { start, end, cites: [cite], matches: [fit] };
}

/** "Holm 2020: 40" in a table's cell: the place ends it. In a sentence a colon may open what the work says. */
function inCell(text: string, span: Span, at: number): ReturnType<typeof pinpointAt> {
  const place = pinpointAt(text, at, span.end);
  return place && /^\s*(?:[|;\t]|\.?\s*$)/.test(text.slice(place.end, Math.min(span.end, place.end + 8)))
    ? place
    : null;
}

/** "Geng et al. 2004a, 2004b": a year behind a year outside brackets goes on with its names. */
export function further(
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
