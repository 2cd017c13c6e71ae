/**
 * The grammar of legal citations: cases by reporter or neutral citation, law reviews, codes and acts. A cited page
 * behind the first one is proved as "locator", never as the work's own page.
 */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { parseCanadian } from "./canadian/index.ts";
import { parseCourt } from "./court.ts";
import { MONTH } from "./dates.ts";
import { parseBook } from "./legal-book.ts";
import {
  BYNAME,
  bodyPaper,
  dated,
  FIRST_REPORTER,
  groups,
  NAMED_REPORTER_DATED,
  people,
  pinned,
  put,
} from "./legal-build.ts";
import { parseCivilLaw } from "./legal-civil.ts";
import { readGerman } from "./legal-german.ts";
import { parseLetter } from "./legal-letter.ts";
import { parseNumberedPaper } from "./legal-paper.ts";
import { parseParliament } from "./legal-parliament.ts";
import { parseRegnal } from "./legal-regnal.ts";
import { parseSession } from "./legal-session.ts";
import { parsePages, REPORTER_PAGE, REPORTER_PIN } from "./pages.ts";

/** Longer strings are no single legal citation. */
const LONGEST = 600;

const WORD = "\\p{Lu}[\\p{L}'’&]*\\.?";
/** "N.E.2d", "F. Supp. 3d", "U.S.", "Harwick L.J.", "Minn. L. Rev.": capital words, one of them with a stop. */
const REPORTER = `(?=[^\\d,]{0,50}\\.)${WORD}(?:(?:\\s|(?<=\\.))(?:${WORD}|\\d(?:d|nd|rd|th|st)\\b|of|the|&|\\(\\d+\\))){0,12}`;
/** "AMERICAN JOURNAL OF COMPARATIVE LAW": a review spelt out. */
const SPELT = "(?=[^\\d,]{0,80}(?:Law|LAW|Review|REVIEW|Journal|JOURNAL))\\p{Lu}[\\p{L}&.’' ]{5,90}?";
const PIN = `(?:,\\s(?:at\\s)?(${REPORTER_PIN}(?:\\s(?:&\\s)?nn?\\.\\s?\\d+)?))?`;
const PARTIES = `[^;“”"()[\\]]{1,200}?\\s(?:v\\.?|vs\\.?)\\s[^;“”"()]{1,200}?${BYNAME}|(?:In re|Ex parte|Re|Matter of|In the Matter of)\\s[^;“”"()]{2,160}?${BYNAME}`;

const SIGNAL = "(?:(?:See(?:\\salso|\\sgenerally)?|Cf\\.|But\\ssee|Accord),?\\s)?";

const CASE = new RegExp(
  `^${SIGNAL}(${PARTIES}),\\s(\\d{1,4})\\s(${REPORTER}|${NAMED_REPORTER_DATED})${FIRST_REPORTER}\\s(\\d{1,5}|_{2,6})${PIN}(?:\\s\\(([^()]{0,60}?)\\s?(\\d{4})\\))?`,
  "du",
);
/** "301 P.3d 44, 49 (Ostr. 2013)": a case that the running text names. */
const UNNAMED_CASE = new RegExp(
  `^${SIGNAL}(\\d{1,4})\\s(${REPORTER})\\s(\\d{1,5})${PIN}\\s\\(([^()]{2,40}?)\\s(\\d{4})\\)(?:\\s\\([^()]{3,200}\\))?\\.?$`,
  "du",
);
/** "[2019] UKSC 12", "[1987] 2 QB 410 (CA)", and a report beside the neutral citation: ", [2019] 1 WLR 2210". */
const NEUTRAL = new RegExp(
  `^(?:(${PARTIES}|[^;“”"[\\]]{2,120}?\\sv\\.?\\s[^;“”"[\\]]{2,120}?),?\\s)?[[(](\\d{4})[\\])]\\s(\\d{1,3}\\s)?(\\p{Lu}[\\p{L}.]*(?:\\s\\p{Lu}[\\p{L}.]*){0,3}(?:\\s?\\(\\p{Lu}[\\p{L}]*\\))?)\\s(\\d{1,5})(?:\\s\\(([^()]{2,30})\\))?(?:,\\s[[(]\\d{4}[\\])]\\s(\\d{1,3}\\s)?(\\p{Lu}[\\p{L}. ]{0,20})\\s(\\d{1,5}))?(?:,?\\s(?:at\\s)?(?:paras?\\.?\\s)?(\\[\\d+\\](?:[-–]\\[\\d+\\])?|\\d+(?:[-–]\\d+)?))?(?:\\s\\(([^()]{2,60})\\))?\\.?$`,
  "du",
);
const REVIEW = new RegExp(
  `^(.{3,300}?),\\s(\\d{1,4})\\s(${REPORTER}|${SPELT})\\s(${REPORTER_PAGE})${PIN}\\s\\(((?:\\p{L}+\\.?\\s(?:\\d{1,2},\\s)?)?\\d{4})\\)\\.?$`,
  "du",
);
const CODE =
  /^(?=[^;]{0,140}?(?:Code|Stat|Act|Laws|Restatement|U\.\s?S\.\s?C|C\.\s?F\.\s?R|Rev\.|Regs?\b|Const))(\p{Lu}(?:[^;()§]|\((?:First|Second|Third|Fourth)\)){1,140}?|\d+\s\p{Lu}[^;()§]{1,60}?)\s?(§{1,2}\s?[\dA-Za-z][\w.:-]*(?:\(\w{1,4}\))*(?:\s?[-–]\s?\.?\d[\d.:-]*|\sto\s-?\d[\d.:-]*)?(?:,\s\d[\w.:-]*)*)(?:,?\s(?:(?:cmts?|notes?|nn?|illus|reporter['’]s notes?)\.?\s[\da-z]{1,3}(?:[-–][\da-z]{1,3})?|note(?=\s\())){0,3}(?:\s\(([^()]{0,40}?)(\d{4})\))?\.?$/du;
const ACT =
  /^((?:[\p{L}’'()&,-]+\s){1,12}?(?:Act|Ordinance|Regulations?|Rules|Order|Directive|Law|Code|Measure|B(?:ye|y)-?[Ll]aws?)(?:\s\([^()]{2,40}\))?),?\s(\d{4})(?:\s\(([^()]{3,30},?\s(?:c|ch|cap|[Nn]o)\.?\s?(?:\d{1,3}|[ivxlc]{1,8}))\)|,?\s((?:c|ch|cap)\.?\s?(?:\d{1,3}|[ivxlc]{1,8})))?(?:\s\((?!S\.?I\.?\s|SSI|WSI|SR\s)([^()]{2,30})\))?(?:,?\s\(?((?:SI|S\.I\.|SSI|WSI|NISR|SR(?:\s&\sO)?)\s(?:No\.?\s)?\d{4}\/\d{1,5})\)?)?(?:,?\s((?:§{1,2}|(?:ss?|arts?|regs?|rr?|paras?|[Ss]ch|pt|section|article|regulation|rule)\b\.?)\s?\d[\w()–-]*(?:,\sparas?\.?\s\d[\w()–-]*)?))?\.?$/du;
const PUBLIC_LAW =
  /^(?:((?:[\p{L}’'&,.-]+\s){1,14}?(?:of\s\d{4})?),\s)?Pub(?:lic|\.)\sL(?:aw|\.)\s(?:No\.\s)?([\d-]+)(?:,\s(§{1,2}\s?[\w.–-]+))?(?:,\s(\d+)\s(Stat\.)\s(\d+)(?:,\s(\d+(?:[-–]\d+)?))?)?(?:\s\((\d{4})\))?\.?$/du;
/** "H.R. Rep. No. 94-1476, at 47 (1976)". */
const CONGRESS =
  /^(?:See\s)?((?:H\.R\.|S\.|H\.)\s(?:Conf\.\s)?(?:Rep|Doc|Res|Con\.\sRes)\.)\s(?:No\.\s)?(\d[\d-]*)(?:,\s(?:at\s)?(\d+(?:[-–]\d+)?))?\s\((\d{4})\)\.?$/du;
const CONSTITUTION =
  /^((?:U\.\s?S\.|\p{Lu}[\p{L}.]{1,14})\sConst\.)\s((?:art|amend|pmbl)\.(?:\s[IVXLC\d]+)?(?:,\s(?:§|cl\.|sec\.)\s?[\dIVX]+)*)\.?$/du;

/** An address behind a citation that is complete without it, perhaps behind the name it has for later. */
const ADDRESS =
  /((?:\s\[herein(?:after)?[^[\]]{2,60}\])?,\s(?:available\sat\s)?)(https?:\/\/[^\s<>]{4,300}[^\s<>.,;)])(?:\s\[[^\]]{4,80}\])?\.?$/u;

/** Returns the reference where the whole string is a legal citation, else null. Time bounded by the length limit. */
export function parseLegal(raw: string): ParsedReference | null {
  const text = raw.trimEnd();
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const address = ADDRESS.exec(text);
  if (address) {
    const read = parseLegal(raw.slice(0, address.index));
    if (!read || read.csl.URL !== undefined) return read;
    const start = address.index + address[1]!.length;
    const basis = {
      rule: "identifier",
      confidence: "certain",
      spans: [{ start, end: start + address[2]!.length }],
    } as const;
    const proof = { field: "URL", start, end: start + address[2]!.length, basis };
    return { ...read, csl: { ...read.csl, URL: address[2]! }, evidence: [...read.evidence, proof] };
  }
  return (
    // "Urt. v. 3.11.2004": the letter stands for no "versus".
    readGerman(raw, text) ??
    parseCourt(raw) ??
    parseCanadian(raw) ??
    readCase(raw, text) ??
    parseLetter(raw, text) ??
    parseCivilLaw(raw, text) ??
    parseSession(raw) ??
    parseRegnal(raw) ??
    parseParliament(raw) ??
    readCode(raw, text) ??
    readEnglishReview(raw, text) ??
    readPaper(raw, text) ??
    parseNumberedPaper(raw, text) ??
    readReview(raw, text) ??
    parseBook(raw, text)
  );
}

/** Courts that number their judgments instead of being reported by page. */
const NUMBERED =
  /^(?:UK(?:SC|HL|PC)|EW(?:CA|HC)|HCA|FCA|NSW\p{L}*|CS(?:IH|OH)|SCC|ON(?:CA|SC)|BC(?:CA|SC)|NZ(?:SC|CA|HC)|IE(?:SC|HC|CA)|ZA(?:CC|SCA)|SG(?:CA|HC))\b/u;

/** "(2003) 217 CLR 611": what has no name here is a report of at least two capitals. */
const UNNAMED_REPORT = /^[[(]\d{4}[\])]\s(?:\d{1,3}\s)?\p{Lu}{2}/u;
const NAMED = /\sv\.?\s|^(?:Re|In re|Ex parte|Case)\s/;

/** "(HL)", "(QBD)", "(Fam)" name a court; "(Harcourt J)", "(Lord Vane)" a judge. */
const COURT = /^(?!.*\b(?:[LC]?J|JJ|JSC|MR|LC)$)\p{Lu}\p{L}{0,5}(?:\s\p{Lu}\p{L}{0,3})?$/u;
const DAY_BEHIND_COURT = new RegExp(`\\s?\\b${MONTH}\\s\\d{1,2},?$`);

function readCase(raw: string, text: string): ParsedReference | null {
  const m = CASE.exec(text);
  if (m) {
    const rest = text.slice(m[0].length);
    if (!/^[.\s]*$|^,\s(?:cert|aff|rev|over|vac|reh|app)|^\s\([^()]{3,200}\)\.?$/.test(rest)) return null;
    const g = groups(m);
    const b = new Builder(raw);
    put(b, "title", g[1]);
    put(b, "volume", g[2]);
    put(b, "container-title", g[3]);
    put(b, "page", g[4]);
    pinned(b, g[5]);
    // "(9th Cir. Mar. 3, 2001)": the court, then the day.
    const court = m[6] ?? "";
    const month = DAY_BEHIND_COURT.exec(court);
    const at = g[6];
    if (at) put(b, "authority", { start: at.start, end: at.end - (month ? month[0].length : 0) });
    if (at && g[7]) dated(b, month ? { start: at.end - month[0].trimStart().length, end: g[7].end } : g[7]);
    return b.finish("legal_case", "certain");
  }
  const unnamed = UNNAMED_CASE.exec(text);
  if (unnamed && !SERIAL.test(unnamed[2]!) && !REGISTER.test(unnamed[2]!)) {
    const g = groups(unnamed);
    const b = new Builder(raw);
    put(b, "volume", g[1]);
    put(b, "container-title", g[2]);
    put(b, "page", g[3]);
    pinned(b, g[4]);
    put(b, "authority", g[5]);
    dated(b, g[6]);
    return b.finish("legal_case", "certain");
  }
  const n = NEUTRAL.exec(text);
  if (!n || !(n[1] === undefined ? UNNAMED_REPORT.test(text) : NAMED.test(n[1]))) return null;
  const g = groups(n);
  const b = new Builder(raw);
  const [, title, year, volume, series, number, court, besideVolume, beside, besidePage, place, last] = g;
  put(b, "title", title);
  dated(b, year);
  if (NUMBERED.test(n[4]!)) {
    put(b, "authority", series);
    put(b, "number", number);
    put(b, "volume", besideVolume);
    put(b, "container-title", beside);
    put(b, "page", besidePage);
  } else {
    put(b, "volume", volume);
    put(b, "container-title", series);
    put(b, "page", number);
    put(b, "authority", court ?? (last && COURT.test(n[11]!) ? last : null));
  }
  pinned(b, place);
  return b.finish("legal_case", "certain");
}

/** Where the year of "Online Renewals Act of 2010, 15 U.S.C." stands. */
function namedYear(title: string, start: number): Span | null {
  const m = /\sAct\sof\s(?=\d{4}(?!\d))/.exec(title);
  const at = m ? start + m.index + m[0].length : 0;
  return m ? { start: at, end: at + 4 } : null;
}

function readCode(raw: string, text: string): ParsedReference | null {
  const b = new Builder(raw);
  const constitution = CONSTITUTION.exec(text);
  if (constitution) {
    const g = groups(constitution);
    put(b, "title", g[1]);
    pinned(b, g[2]);
    return b.finish("legislation", "certain");
  }
  const m = CODE.exec(text);
  if (m) {
    const g = groups(m);
    if (g[1] && g[2]) put(b, "title", { start: g[1].start, end: g[2].end });
    dated(b, g[4] ?? namedYear(m[1]!, g[1]!.start));
    return b.finish("legislation", "certain");
  }
  const law = PUBLIC_LAW.exec(text);
  if (law) {
    const g = groups(law);
    put(b, "title", g[1]);
    put(b, "number", g[2]);
    put(b, "volume", g[4]);
    put(b, "container-title", g[5]);
    put(b, "page", g[6]);
    pinned(b, g[3] ?? g[7]);
    dated(b, g[8]);
    return b.finish("legislation", "certain");
  }
  const congress = CONGRESS.exec(text);
  if (congress) {
    const g = groups(congress);
    put(b, "title", g[1]);
    put(b, "number", g[2]);
    pinned(b, g[3]);
    dated(b, g[4]);
    return b.finish("report", "certain");
  }
  const act = ACT.exec(text);
  if (act) {
    const g = groups(act);
    put(b, "title", g[1]);
    dated(b, g[2]);
    put(b, "number", g[6] ?? g[3] ?? g[4]);
    put(b, "authority", g[5]);
    pinned(b, g[7]);
    return b.finish("legislation", "likely");
  }
  return null;
}

/** A review: a law journal, or any abbreviated one with volume, page and cited page in this order. */
const LAW = /\b(?:L\.|LAW\b|Law|Legal|Jur|Fed\.\sReg)/;

const REGISTER = /^(?:Fed\.\sReg\.|Stat\.)$/;
/** What no reporter of cases is called. */
const SERIAL = /\b(?:L|J|Rev|Q|Mag|Bull|Proc|Ann|Stud|Wkly|Trans|Law|Legal|Jur)\b|Review|Journal/;
/** "Estate of Pike", "The Schooner Exchange": a case of one name, or of none that stands against another. */
const CASE_NAME =
  /^(?:See\s)?(?:The\s)?\p{Lu}[\p{L}.'’-]+(?:\s(?:of|ex|rel\.|the|and|&|\p{Lu}[\p{L}.'’-]*)){0,7}$/u;

function readReview(raw: string, text: string): ParsedReference | null {
  const m = REVIEW.exec(text);
  if (!m || !(LAW.test(m[3]!) || m[5] !== undefined)) return null;
  const g = groups(m);
  const head = m[1]!;
  // A rule of an agency is signed by nobody: "Remote Identification, 86 Fed. Reg. 4390".
  const register = REGISTER.test(m[3]!);
  const comma = register
    ? null
    : /^((?:[^,]|,\s(?:Jr|Sr|II|III|IV)\b)+?),\s(?!(?:Jr|Sr|II|III|IV)\b)(?=\S)/u.exec(head);
  const b = new Builder(raw);
  const at = g[1]!.start;
  if (comma) people(b, { start: at, end: at + comma[1]!.length });
  if (!comma && !register && !SERIAL.test(m[3]!) && CASE_NAME.test(head)) {
    put(b, "title", g[1]);
    put(b, "volume", g[2]);
    put(b, "container-title", g[3]);
    put(b, "page", g[4]);
    pinned(b, g[5]);
    dated(b, g[6]);
    return b.finish("legal_case", "likely");
  }
  const from = at + (comma ? comma[0].length : 0);
  // What kind of piece a student wrote: "Laura Finch, Note, Standing in the Mud".
  const kind = /^(?:Student\s)?(?:Note|Comment|Essay|Article|Book\sReview|Recent\sCase),\s/u.exec(
    raw.slice(from),
  );
  put(b, "title", unquote(raw, { start: from + (kind ? kind[0].length : 0), end: g[1]!.end }));
  put(b, "volume", g[2]);
  put(b, "container-title", g[3]);
  put(b, "page", g[4]);
  pinned(b, g[5]);
  dated(b, g[6]);
  return b.finish(register ? "legislation" : "article-journal", "certain");
}

/** "Timothy Endale, 'Reading Easements Narrowly' (2009) 72 MLR 601, 612": an article in the English way. */
const ENGLISH_REVIEW =
  /^([^;:“”"'‘’()\d]{3,120}?(?:['’]\p{Lu}[^;:“”"()\d]{2,80}?)?),\s['‘]((?:[^’]|’(?=\p{L})){4,300}?)['’]\s[[(](\d{4})[\])]\s(?:(\d{1,3})\s?(?:\((\d{1,3})\)\s)?)?(\p{Lu}[\p{L}.&]*(?:\s[\p{L}.&]+){0,7})\s(\d{1,5})(?:[-–](\d{1,5}))?(?:,\s(\d{1,5}(?:[-–]\d{1,5})?))?\.?$/du;

function readEnglishReview(raw: string, text: string): ParsedReference | null {
  const m = ENGLISH_REVIEW.exec(text);
  if (!m) return null;
  const g = groups(m);
  const b = new Builder(raw);
  people(b, g[1]!);
  put(b, "title", g[2]);
  dated(b, g[3]);
  put(b, "volume", g[4]);
  put(b, "issue", g[5]);
  put(b, "container-title", g[6]);
  put(b, "page", g[8] ? { start: g[7]!.start, end: g[8].end } : g[7]);
  if (b.draft.page !== undefined) b.draft.page = parsePages(b.draft.page).page ?? b.draft.page;
  pinned(b, g[9]);
  return b.finish("article-journal", "certain");
}

/** "Health Committee, Safe Ferries (HC 2008–09, 151-I) paras 173–75", "(2009–10, HL 73, HC 425) 14": of a session. */
const SESSION_PAPER =
  /^(\p{Lu}[^,;:“”"()\d]{3,90}),\s([^;“”"()]{4,200}?)\s\(((?:H[CL]\s)?(\d{4})[-–]\d{2},\s(?:H[CL]\s)?\d{1,4}(?:-[IVX]+)?(?:,\s(?:H[CL]\s)?\d{1,4}(?:-[IVX]+)?){0,3})\)(?:,?\s((?:(?:paras?|pp?|ch|QQ?)\.?\s)?\d[\d.–-]*))?\.?$/du;
/** "Law Commission, Dilapidated Wharves (Law Com No 298, 2006) para 4.12": a paper by its number. */
const PAPER =
  /^(\p{Lu}[^,;:“”"()\d]{3,90}),\s([^;“”"()]{4,200}?)\s\(((?:(?:Law\sCom|Scot\sLaw\sCom|Cm(?:nd|d)?|HC|HL|Paper|Consultation\sPaper|CP|Report)\s?(?:Paper\s)?(?:No\.?\s?)?)([\d-]+)),\s(\d{4}(?:[-–]\d{2})?)\)(?:,?\s((?:paras?|pp?|ch)\.?\s?[\d.–-]+))?\.?$/du;

function readPaper(raw: string, text: string): ParsedReference | null {
  const session = SESSION_PAPER.exec(text);
  if (session) {
    const [, author, title, number, date, place] = groups(session);
    return bodyPaper(raw, { author, title, number, date, place });
  }
  const m = PAPER.exec(text);
  if (!m) return null;
  const [, author, title, number, , date, place] = groups(m);
  return bodyPaper(raw, { author, title, number, date, place });
}

function unquote(raw: string, span: Span): Span {
  const open = /^["“‘]/.test(raw.slice(span.start, span.end)) ? 1 : 0;
  const close = /[,.]?["”’]$/.exec(raw.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + open, end: span.end - (open > 0 ? close : 0) };
}
