/** Short citations by name, title or year: "Brew, 668", "Hertz, “Beds on Rails,” 77", "Rowe 1979, p. 3". */
import { parsePinpoint } from "../../pinpoint.ts";
import { findInterviewAgain } from "../interview.ts";
import { readNames } from "./name-list.ts";
import { bareTitle, endWithout, onlyMarks, type Reading, reading } from "./reading.ts";

const YEAR =
  /^,?[\s\u00a0]*(?:\(((?:1[4-9]|20)\d{2}[a-z]?|n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|forthcoming|in press)\)?|((?:1[4-9]|20)\d{2}[a-z]?(?![\d\p{L}])|n\.\s?d\.))/u;
const QUOTED =
  /^[\s,:]*(?:“[^”]{2,300}”|„[^“”]{2,300}[“”]|«[^»]{2,300}»|‘(?:[^’]|’(?=\p{L})){2,300}’|"[^"]{2,300}")/u;
/** A place in an archive by its mark alone: "DRO 1262/M/4, fol. 20r". */
const SHELFMARK = /^\p{Lu}{1,6}\s?\d{1,6}(?:\/[\p{L}\d]{1,6}){1,5}(?![\p{L}\d])/u;
/** A place in a diary, an account book or a bundle of letters, named by its day. */
const ENTRY =
  /,\s(?:entry|entries|letter|minutes?|deposition|testimony|item)\s(?:for|of|dated|from)\s[^;]{3,60}$/u;
const YEARS = /^(?:1[7-9]|20)\d\d-(?:\d\d|(?:1[7-9]|20)\d\d)$/;
/** "Catalogue, no. 413": the number of an entry. */
const NUMBERED =
  /,\s(?:cat\.\s|Kat\.[\s-])?(?:[Nn]os?\.?|Nrn?\.|n[°º])\s?(\d{1,5}[a-z]?(?:\s?[-–]\s?\d{1,5})?)[\s.]*$/u;
/** "Frith 1912, title page": a place that has no number. */
const UNNUMBERED =
  /^,\s(?:title[ -]page|half[ -]title|frontispiece|dust[ -]jacket|(?:front|back) cover|endpapers?|colophon|(?:unnumbered|unpaginated)(?: pages?)?|foreword|preface|map|Titelblatt|Umschlag|Vorwort|Frontispiz|page de titre)[.\s]*$/u;
/** "1:45", volume and page. */
const VOLUME_PAGE = /,?\s(\d{1,2}):(\d{1,5}(?:[-\u2010-\u2013]\d{1,5})?)[\s.]*$/u;
/** "Of 37 claims", "Von 212 Befragten", "Sur 40 demandes": a word in front of a count begins a sentence and names nobody. */
const BEGINS_COUNT =
  /^(?:Of|In|At|By|For|From|With|Within|Among|Between|About|Over|Under|Some|Only|Nearly|Almost|Around|Roughly|Another|All|Both|Until|Since|Before|After|During|Just|Fewer|More|Von|Vom|Aus|Im|Bis|Seit|Nach|Etwa|Rund|Nur|Mit|Unter|Über|Insgesamt|Zwischen|Sur|Dans|Entre|Depuis|Environ|Parmi|En|Desde|Sobre|Unos|Unas|Em|Dos|Das|Cerca|Tra|Circa|Oltre|Quasi)$/u;
/** Longest short title without quotation marks, in words. */
const TITLE_WORDS = 32;

/** "Rules for Keepers, fol. 11r, HRO, 2/14": behind the leaf, where the paper lies. */
const KEPT_BEHIND =
  /(?<=,\s(?:fol?s?\.?|fls?\.|ff?\.|Bl\.|pp?\.)\s?\d{1,4}[rv]?(?:[-\u2010-\u2013]\d{0,4}[rv]?)?),\s\p{Lu}{2,6},\s[^,;]{1,24}$/u;

/**
 * Returns a short citation that fills the whole text, or null. `closed` where a pinpoint or year ends it: a
 * name or a title alone may still be the beginning of something longer.
 */
export function readShort(text: string): Reading | null {
  const kept = KEPT_BEHIND.exec(text);
  const paper = kept && readShort(text.slice(0, kept.index));
  if (paper) return { ...paper, end: endWithout(text, ".") };
  const talk = findInterviewAgain(text);
  if (talk) {
    const { names, kind, year } = talk;
    return reading("short", endWithout(text, ".,;"), { names, title: kind, year, closed: year !== null });
  }
  const shelf = SHELFMARK.exec(text);
  if (shelf) return titled(text, 0, { names: [], namesTruncated: false });
  const list = readInverted(text) ?? readNames(text);
  if (!list) return titleFirst(text);
  const named = { names: list.names, namesTruncated: list.truncated };
  const rest = text.slice(list.end);
  if (list.names.length === 1 && /^[\s\u00a0]\d/.test(rest) && BEGINS_COUNT.test(list.names[0]!)) return null;
  if (onlyMarks(text, list.end)) return reading("short", list.end, { ...named, closed: false });

  const year = YEAR.exec(rest);
  if (year) {
    const after = list.end + year[0].length;
    const dated = { ...named, year: (year[1] ?? year[2] ?? "").replace(/\s/g, "") };
    if (onlyMarks(text, after)) return reading("short", closing(text, after), dated);
    if (UNNUMBERED.test(text.slice(after))) return reading("short", endWithout(text, "."), dated);
    const pin = /^[\s\u00a0]*[,:)\s]/.test(text.slice(after)) ? parsePinpoint(text, skip(text, after)) : null;
    if (pin && onlyMarks(text, pin.end)) {
      return reading("short", closing(text, pin.end), { ...dated, pinpoint: pin.pinpoint });
    }
  }
  const direct = parsePinpoint(text, list.end);
  if (direct && onlyMarks(text, direct.end)) {
    return reading("short", direct.end, { ...named, pinpoint: direct.pinpoint });
  }
  const numbered = NUMBERED.exec(text);
  if (numbered && numbered.index >= list.end) {
    const title = bareTitle(text.slice(list.end, numbered.index));
    const pinpoint = { label: "number", value: numbered[1]!.replace(/\s?[-–]\s?/, "-") } as const;
    const end = endWithout(text, ".");
    // "Canal Notes, no. 3" may be the issue of a journal: only what is known ends here.
    return reading("short", end, { ...named, title, pinpoint, closed: false });
  }
  if (!/^[\s\u00a0]?[,:“‘"«„]/.test(rest)) return null;
  return titled(text, list.end, named);
}

const ONE_INVERTED = "(\\p{Lu}[\\p{L}’'-]+),\\s((?:\\p{Lu}\\.[\\s-]?){1,3})";
/** "Harker, J. 1990": a year behind the initials, and no title. */
const INVERTED = new RegExp(
  `^${ONE_INVERTED}(?:,?\\s?(?:&|and|und|et)\\s${ONE_INVERTED})?(?=\\(?(?:1[4-9]|20)\\d{2}[a-z]?\\)?(?:[,.:]|$))`,
  "u",
);

/** Names as a list of works has them, in front of a year. */
function readInverted(text: string): { names: readonly string[]; truncated: boolean; end: number } | null {
  const m = INVERTED.exec(text);
  if (!m) return null;
  const [, family, initials, second, others] = m;
  const name = (given: string, surname: string): string => `${given.trim()} ${surname}`;
  const names = [name(initials!, family!), ...(second === undefined ? [] : [name(others!, second)])];
  return { names, truncated: false, end: m[0].trimEnd().length };
}

const skip = (text: string, at: number): number =>
  at + (/^[\s\u00a0)]*/.exec(text.slice(at))?.[0].length ?? 0);
/** A bracket that was opened inside the citation belongs to it. */
const closing = (text: string, end: number): number =>
  text[end] === ")" && text.lastIndexOf("(", end) > text.lastIndexOf(")", end - 1) ? end + 1 : end;

function titleFirst(text: string): Reading | null {
  return QUOTED.test(text) ? titled(text, 0, { names: [], namesTruncated: false }) : null;
}

/** The title goes from `at` to the first place from which a pinpoint fills the rest. */
function titled(
  text: string,
  at: number,
  named: { readonly names: readonly string[]; readonly namesTruncated: boolean },
): Reading | null {
  const quoted = QUOTED.exec(text.slice(at));
  const from = at + (quoted?.[0].length ?? 0);
  const volume = VOLUME_PAGE.exec(text);
  if (volume && volume.index > at) {
    const title = bareTitle(text.slice(at, volume.index));
    const pinpoint = {
      label: "page",
      value: `${volume[1]}:${volume[2]!.replace(/[\u2010-\u2013]/g, "-")}`,
    } as const;
    const end = volume.index + volume[0].length;
    if (title !== null)
      return reading("short", endWithout(text.slice(0, end), "."), { ...named, title, pinpoint });
  }
  const marks = quoted ? /[\s,.:]+/g : /,\s|:\s|\s(?=p{1,2}\.\s?\d|S\.\s?\d|§)/g;
  marks.lastIndex = from;
  for (let m = marks.exec(text); m; m = marks.exec(text)) {
    if (quoted && m.index > from) break;
    if (m.index <= at) continue;
    const pin = parsePinpoint(text, m.index + m[0].length);
    if (!pin || !onlyMarks(text, pin.end)) continue;
    if (!quoted && !/^[\s,:]*[\p{Lu}\d¿¡]/u.test(text.slice(at))) return null;
    const title = bareTitle(text.slice(at, m.index));
    // "Opening Hours Returns, 2008–17" may name the years: what follows decides.
    const years = !pin.labelled && YEARS.test(pin.pinpoint.value);
    return title === null
      ? null
      : reading("short", pin.end, { ...named, title, pinpoint: pin.pinpoint, closed: !years });
  }
  if (quoted) {
    if (!onlyMarks(text, from)) return null;
    const end = from;
    return reading("short", end, { ...named, title: bareTitle(quoted[0]), closed: named.names.length > 0 });
  }
  const entry = ENTRY.exec(text);
  const title = bareTitle(text.slice(at, entry && entry.index > at ? entry.index : undefined));
  // A title begins with a capital; small letters are a remark.
  if (!/^[\s,:]*[\p{Lu}\d¿¡]/u.test(text.slice(at))) return null;
  if (title === null || title.split(/\s+/).length > TITLE_WORDS) return null;
  const end = endWithout(text, ".,;:");
  return reading("short", end, { ...named, title, closed: false });
}
