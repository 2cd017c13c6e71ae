/** Reads the date words of a reference: year with its letter, month and day in several languages, ranges, seasons. */
import type { CslDate } from "../model.ts";

export interface ReadDate {
  readonly date: CslDate;
  /** The letter of "2008a", or null. */
  readonly letter: string | null;
  /** "Spring" as printed, or null. */
  readonly season: string | null;
}

const SEASON =
  /\b(?:spring|summer|autumn|fall|winter|printemps|été|automne|hiver|frühjahr|frühling|sommer|herbst)\b/iu;

/** Source of a pattern: an English month, spelt out or shortened, with its stop. */
export const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";

const MONTHS: readonly RegExp[] = [
  /^(?:jan(?:uary|uar|vier|ner)?|janv|enero|ene|janeiro|gennaio|genn|gen|jän)$/,
  /^(?:feb(?:ruary|ruar|braio|rero)?|febr|f[ée]v(?:rier|ereiro)?)$/,
  /^(?:mar(?:ch|s|zo|ço)?|märz|mrz|mär)$/,
  /^(?:apr(?:il|ile)?|avr(?:il)?|abr(?:il)?)$/,
  /^(?:may|mai|mayo|maio|maggio|magg|mag)$/,
  /^(?:june?|juni|juin|junio|junho|giugno|giu)$/,
  /^(?:july?|juli|juil(?:let)?|julio|julho|luglio|lug)$/,
  /^(?:aug(?:ust)?|ao[ûu]t|agosto|ago)$/,
  /^(?:sept?(?:ember|embre|iembre)?|setembro|settembre|sett|set)$/,
  /^(?:oct(?:ober|obre|ubre)?|outubro|out|okt(?:ober)?|ottobre|ott)$/,
  /^(?:nov(?:ember|embre|iembre|embro)?)$/,
  /^(?:dec(?:ember|embre)?|d[ée]c(?:embre)?|dez(?:ember|embro)?|dic(?:embre|iembre)?)$/,
];

function month(word: string): number {
  const w = word.toLowerCase();
  for (let i = 0; i < 12; i++) if (MONTHS[i]!.test(w)) return i + 1;
  return 0;
}

const YEAR =
  /(?<![\d.])(1[0-9]\d\d|20\d\d)([a-z](?!\p{L}))?(?!\d)(?:(?:\s*[-–—/]\s*(?=\d\d)|–(?=\d(?!\d)))(1[0-9]\d\d|20\d\d|\d\d|\d)(?!\d))?/u;

/** Returns the first date of the text, or null where there is no year from 1000 to 2099. */
export function parseDate(text: string): ReadDate | null {
  // "1er juin", "3rd May": a day that is counted.
  const s = text.slice(0, 200).replace(/(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|º)(?!\p{L})/gu, "$1");
  const iso = /(?<!\d)(1[0-9]\d\d|20\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(s);
  if (iso)
    return {
      date: { "date-parts": [[Number(iso[1]), Number(iso[2]), Number(iso[3])]] },
      letter: null,
      season: null,
    };
  const dotted =
    /(?<!\d)(0?[1-9]|[12]\d|3[01])(?:\.\s?|\/)(0?[1-9]|1[0-2])(?:\.\s?|\/)(1[0-9]\d\d|20\d\d)(?!\d)/.exec(s);
  if (dotted)
    return {
      date: { "date-parts": [[Number(dotted[3]), Number(dotted[2]), Number(dotted[1])]] },
      letter: null,
      season: null,
    };
  const m = YEAR.exec(s);
  if (!m) return null;
  const year = Number(m[1]);
  const parts: number[] = [year];
  // "3 de mayo de 1871": Spanish and Portuguese put a word between the parts.
  const words = (s.match(/\p{L}+|\d+/gu) ?? []).filter((w) => w !== "de");
  const at = words.findIndex((w) => month(w) > 0);
  if (at >= 0) {
    parts.push(month(words[at]!));
    const near = [words[at - 1], words[at + 1]].find(
      (w) => w !== undefined && /^(?:0?[1-9]|[12]\d|3[01])$/.test(w),
    );
    if (near !== undefined) parts.push(Number(near));
  }
  const second =
    m[3] === undefined ? null : Number(m[3].length < 4 ? String(year).slice(0, -m[3].length) + m[3] : m[3]);
  const ranged = second !== null && second > year && second < year + 200;
  return {
    date: { "date-parts": ranged ? [parts, [second]] : [parts] },
    letter: m[2] ?? null,
    season: SEASON.exec(s)?.[0] ?? null,
  };
}
