/**
 * The citations of law: "Halvorsen v. Pike Mill Co., 41 N.E. 210, 212 (1893)", "Orley Gravel, 702 N.E.2d at 22",
 * "88 Ardmore L. Rev. 301, 309 (2001)", "Code § 33-204". Volume, reporter and first page are the identity.
 */
import type { ParsedReference, Pinpoint, PinpointLabel } from "../../model.ts";
import { expandRange, parsePinpoint } from "../../pinpoint.ts";
import { readCanadian } from "../canadian/index.ts";
import { parseCourt } from "../court.ts";
import { NUMBERED_PAPER } from "../legal-book.ts";
import { BYNAME, FIRST_REPORTER, NAMED_REPORTER, NAMED_REPORTER_DATED } from "../legal-build.ts";
import { parseCivilLaw } from "../legal-civil.ts";
import { CODE_SECTION, readReported } from "../legal-german.ts";
import { LETTER } from "../legal-letter.ts";
import { parseParliament } from "../legal-parliament.ts";
import { parseRegnal } from "../legal-regnal.ts";
import { parseSession } from "../legal-session.ts";
import { COMMA_PAGE, REPORTER_PAGE, REPORTER_PIN } from "../pages.ts";
import { aliasIn, beforeAlias, LAW_NAME } from "./alias.ts";
import { endWithout, type Reading, reading } from "./reading.ts";
import { crossesSignal } from "./signals.ts";

/** A reporter or review: capital words with at least one full stop, "N.E.2d", "F. Supp. 2d", "Minn. L. Rev.". */
const REPORTER =
  "(?=[^\\d]{0,40}?\\.)\\p{Lu}[\\p{L}'’&]*\\.?(?:\\s?(?:\\p{Lu}[\\p{L}'’&]*\\.?|of|the|&|\\d(?:d|nd|rd|th|st)(?![\\p{L}]))){0,7}";
const PARTIES = `(?:\\p{Lu}[^;“”"()]{0,160}?\\sv\\.?\\s\\p{Lu}[^;“”"()]{1,160}?|(?:In re|Ex parte|Re|(?:In the )?Matter of|Estate of)\\s[^;“”"()]{2,160}?)${BYNAME}`;
const THOUSANDS = new RegExp(`^${COMMA_PAGE}`);
const cited = (reporter: string): string =>
  `(\\d{1,4})\\s(${reporter})${FIRST_REPORTER}\\s(${REPORTER_PAGE}|_{2,6})(?![\\p{L}\\d])`;
const CITE = cited(REPORTER);
const CASE_CITE = cited(`${REPORTER}|${NAMED_REPORTER_DATED}`);
const PIN = `(?:,\\s(?:at\\s)?(?:pp?\\.\\s)?(${REPORTER_PIN})(?:\\s(?:&\\s)?(?:nn?|tbls?|figs?)\\.\\s?[\\dA-Z][\\d.\u2013-]*)?)?`;
const FULL_CASE = new RegExp(`^(${PARTIES}),?\\s${CASE_CITE}${PIN}(?:\\s?\\(([^()]{0,60}?\\d{4})\\))?`, "u");
const FULL_REVIEW = new RegExp(`^(.{3,240}?),\\s${CITE}${PIN}\\s?\\(((?:[^()]{0,30}\\s)?\\d{4})\\)`, "u");
/** "301 P.3d 44, 49 (Ostr. 2013)": a case that the running text names, told by its court and year. */
const UNNAMED_CASE = new RegExp(`^${CITE}${PIN}\\s\\([^()\\d]{2,40}\\s\\d{4}\\)`, "u");
const REPORT =
  "[[(]\\d{4}[\\])]\\s(?:\\d{1,3}\\s)?\\p{Lu}[\\p{L}.]{0,9}(?:\\s\\p{Lu}[\\p{L}.]{0,6}){0,2}(?:\\s\\((?:NS|OS)\\))?\\s\\d{1,5}";
/** "[1987] QB 410 (CA) 415", "[2016] UKSC 12 [31]", "[1999] AC 232, [1998] 2 All ER 202, 207". */
const NEUTRAL_CASE = new RegExp(
  `^(${PARTIES}|R\\s\\([^()]{2,80}\\)\\sv\\.?\\s\\p{Lu}[^;“”"()[\\]]{1,160}?),?\\s(${REPORT}(?:\\s\\(\\p{Lu}[\\p{L} ]{1,20}\\)(?=,?\\s[[\\d]|,\\s|\\s\\(|\\.?$))?(?:,\\s${REPORT})?)(?:(?:,|(?<=\\))|(?=\\s\\[))\\s(?:(at|paras?)\\.?\\s)?(\\[?\\d{1,5}\\]?(?:[-\u2010-\u2013]\\[?\\d{1,5}\\]?)?)(?![\\p{L}\\d]))?`,
  "u",
);
/** "(2003) 217 CLR 611, 640 [58]", "[2018] NSWSC 1440 [27]": a case that the running text names. */
const UNNAMED_REPORT = new RegExp(
  `^((?=[^\\d]{0,2}\\d{4}[^a-z]{0,8}\\p{Lu}{2})${REPORT})(?:(?:,\\s(\\d{1,5}(?:[-\u2010-\u2013]\\d{1,5})?))(?:\\s\\[\\d{1,4}\\](?:[-\u2010-\u2013]\\[\\d{1,4}\\])?)?|,?\\s(\\[\\d{1,4}\\](?:[-\u2010-\u2013]\\[\\d{1,4}\\])?))?(?=[.;,]?$|[.;,]?\\s\\(|;|\\.\\s)`,
  "u",
);
/** What parliaments print beside the acts, in the Australian way: memoranda on a bill, debates of a day. */
const PARLIAMENT =
  /^(?:(?:Explanatory (?:Memorandum|Statement|Notes?)|Statement of Compatibility)(?:,| to the)\s\p{Lu}[^;:()]{3,120}?\s(?:Bill|Act|Regulations?|Rules)\s\d{4}(?:\s\((?:\p{Lu}{2,4}|\p{Lu}\p{Ll}{2})\))?|(?:\p{Lu}[\p{L} ]{2,40},\s)?Parliamentary Debates,\s(?:House of \p{Lu}\p{L}+|Senate|Legislative (?:Council|Assembly)),\s\d{1,2}\s\p{Lu}\p{Ll}+\s\d{4})(?:,?\s(\d{1,5}(?:[-\u2010-\u2013]\d{1,5})?)(?:\s\[\d{1,4}\])?)?(?![\p{L}\d])/u;
/** An article in the English way: 'The Law of Things' (2001) 12 OJLS 45, 50. */
const ENGLISH_REVIEW =
  /^(.{3,240}?)\s[[(]\d{4}[\])]\s(?:\d{1,3}(?:\(\d{1,3}\))?\s)?(\p{Lu}[\p{L}.&]*(?:\s[\p{L}.&]+){0,6})\s\d{1,5}(?:,\s(\d{1,5}(?:[-\u2010-\u2013]\d{1,5})?))?(?![\p{L}\d])/u;
/** "§ 823 Abs. 1 BGB", "Art. 5 GG". */
const CODE = new RegExp(`^${CODE_SECTION}(?![\\p{L}\\d])`, "u");
/** "Ardmore Const. art. IV, § 2". */
const CONSTITUTION =
  /^(?:\p{Lu}[\p{L}.]*\s){0,4}Const\.\s(?:art|amend)\.\s[IVXLC\d]+(?:,\s(§\s?\d+))?(?![\p{L}\d])/u;
/** An act in the English way: "Harbour Act 1957, s 12(3)", "Ferry Act 1843 (6 & 7 Vict. c. lxxi), s. 18". */
const ACT =
  /^\p{Lu}[\p{L}\s,'’()&-]{2,100}?\s(?:Act|Order|Regulations|Rules|Ordinance|Bill|Measure|B(?:ye|y)-?[Ll]aws?)\s(?:\([^()]{1,40}\)\s)?(?:1[2-9]|20)\d{2}(?:\s\((?:\p{Lu}{2,4}|\p{Lu}\p{Ll}{2})\))?(?:\s\([^()]{3,30},?\s(?:c|ch|cap|[Nn]o)\.?\s?(?:\d{1,3}|[ivxlc]{1,8})\)|,?\s(?:c|ch|cap)\.?\s?(?:\d{1,3}|[ivxlc]{1,8})(?![\p{L}\d]))?(?:,?\s\(?(?:SI|S\.I\.|SSI|WSI|NISR|SR(?:\s&\sO)?)\s(?:No\.?\s)?\d{4}\/\d{1,5}\)?)?(?:,?\s(?:[Ss]ch(?:edule|\.)?\s\d{1,2}[A-Z]?,\s)?((?:§{1,2}|s|ss|sec|sections?|art|arts|article|reg|regs|regulations?|r|rr|rules?|paras?|[Ss]ch)\.?)\s?(\d[\dA-Za-z]*(?:\([\dA-Za-z]{1,4}\))*(?:[-\u2013]\d+)?))?(?![\p{L}\d])/u;
const actLabel = (word: string): PinpointLabel =>
  /^reg/.test(word) ? "regulation" : word[0] === "a" ? "article" : word[0] === "p" ? "paragraph" : "section";
/** "cl 4", "r 21.01(1)": bills and rules of court count like acts; a schedule and a part are none of these. */
const placeOf = (words: string): Pinpoint | null => {
  const clause = /^(?:cls?|rr?)\s(?=\d)/.exec(words);
  if (!clause) return parsePinpoint(words)?.pinpoint ?? null;
  return { label: "section", value: words.slice(clause[0].length).replace(/[\u2010-\u2013]/g, "-") };
};
/** "One 1958 Sedan", "$12,400": what is sued has its year or its sum in its name. */
const SUED =
  '(?:[^;“”"()\\d$]|(?<=\\s)(?:1[89]|20)\\d\\d(?=\\s\\p{Lu}\\p{Ll})|\\$\\d{1,3}(?:,\\d{3}){0,3}(?:\\.\\d\\d)?)';
const SHORT = new RegExp(`^(?:(${SUED}{1,120}?),\\s)?(\\d{1,4})\\s(${REPORTER}),?\\sat\\s`, "u");
/** "Parrish, 14 Wendell at 91": the name of the case tells the reporter from any other word. */
const SHORT_NAMED = new RegExp(
  `^([^;“”"()\\d]{2,120}?),\\s(\\d{1,4})\\s(${NAMED_REPORTER}),?\\sat\\s(?=\\d)`,
  "u",
);
const STATUTE =
  /^((?=[^;]{0,120}?(?:Code|Stat|Act|Laws|Restatement|U\.\s?S\.\s?C|C\.\s?F\.\s?R|Rev\.|Regs?\b))\p{Lu}(?:[^;()§]|\((?:First|Second|Third|Fourth)\)){1,120}?\s?§{1,2}\s?[\dA-Za-z][\dA-Za-z.:-]*(?:\([\dA-Za-z]{1,4}\))*(?:\s?[-\u2013]\s?\.?\d[\d.:-]*|\sto\s-?\d[\d.:-]*)?)(?:,?\s(?:(?:cmts?|notes?|nn?|illus|reporter['’]s notes?)\.?\s[\da-z]{1,3}(?:[-\u2013][\da-z]{1,3})?(?![\p{L}\d])|note(?=\s\())){0,3}(?:\s\(([^()]{0,40}?\d{4})\))?/u;
/** A book in the American way: author, title, page, then the year in brackets. */
const BOOK =
  /^(?:\d{1,2}\s)?([^;:“”«»"()\d]{2,80}?),\s(?!(?:Jr|Sr|II|III|IV)\b)([^;“”«»"()]{3,160}?)(?:,\sat)?\s(\d{1,4}(?:[-\u2010-\u2013]\d{1,4})?(?:,\s\d{1,4}(?:[-\u2010-\u2013]\d{1,4})?){0,3}|(?:§{1,2}|¶{1,2}|tbl\.|ch\.)\s?\d[\d.:-]*)(?:\s(?:&\s)?(?:nn?|tbls?|figs?|pls?|app)\.\s?[\dA-Z][\d.-]*)?\s\(((?:[^():]{0,80}\s)?\d{4})\)(?:,\s(?:available\sat\s)?https?:\/\/[^\s<>]{4,300}[^\s<>.,;)])?/u;

/** Reporter names are compared without blanks and stops: "U. S." is "U.S.". */
export const reporterKey = (volume: string, reporter: string): string =>
  `${volume} ${reporter.replace(/[\s.]/g, "").toLowerCase()}`;

/** Citations that are read as a whole or not at all. */
const WHOLE: readonly ((text: string) => ParsedReference | null)[] = [
  (text) => parseCivilLaw(text, text),
  parseCourt,
  parseSession,
  parseRegnal,
  parseParliament,
];
const NOTHING: ParsedReference | null = null;
/** "s. 12" of an act: elsewhere it may be a page. */
const CLAUSE = /^(ss?|secs?|sects?)\.?\s?(\d[\w()–-]*)$/;

/** What the work is called from here on is none of its description. */
const ALIAS_BEHIND = /\s\[herein(?:after)?[^[\]]{2,60}\][\s.]*$/;

/** "(2018) [hereinafter Towing Report], https://…": the address behind the name for later belongs to the work. */
const ALIAS_AND_ADDRESS =
  /^\s\[herein(?:after)?[^[\]]{2,60}\],\s(?:available\sat\s)?https?:\/\/[^\s<>]{4,300}[^\s<>.,;)]/u;

/**
 * Returns a full citation of a case, a court's paper, an article in a law review, a statute or a book in the American
 * way.
 */
export function readLegalFull(printed: string): Reading | null {
  const found = readFullForm(printed);
  const behind =
    found?.key === null ? ALIAS_AND_ADDRESS.exec(printed.slice(found.end, found.end + 500)) : null;
  if (!found || !behind) return found;
  const end = found.end + behind[0].length;
  return {
    ...found,
    end,
    workEnd: found.workEnd === found.end ? end : found.workEnd,
    key: aliasIn(behind[0]),
  };
}

function readFullForm(printed: string): Reading | null {
  // Lines end where the page did.
  const text = printed.replace(/[\r\n]/g, " ");
  const described = text.replace(ALIAS_BEHIND, "");
  const named = described.slice(0, beforeAlias(described));
  const whole = named.length < 400 ? WHOLE.reduce((read, parse) => read ?? parse(named), NOTHING) : null;
  if (whole) {
    const place = whole.evidence.find((e) => e.field === "locator");
    const words = place ? text.slice(place.start, place.end) : "";
    const clause = whole.csl.type === "legislation" ? CLAUSE.exec(words) : null;
    return reading("full", endWithout(named, "."), {
      pinpoint: clause
        ? { label: actLabel(clause[1]!), value: clause[2]! }
        : (parsePinpoint(words)?.pinpoint ?? null),
    });
  }
  const canadian = readCanadian(text);
  if (canadian) {
    const { csl, evidence } = canadian.reference;
    const place = evidence.find((e) => e.field === "locator");
    return reading("full", canadian.end, {
      pinpoint: place ? placeOf(text.slice(place.start, place.end)) : null,
      title: csl.type === "legal_case" ? (csl.title ?? null) : null,
    });
  }
  const neutral = NEUTRAL_CASE.exec(text);
  if (neutral) {
    const place = neutral[4]?.replace(/[[\]]/g, "").replace(/[\u2010-\u2013]/, "-");
    // "[33]" is a paragraph of the judgment.
    const label = neutral[4]?.startsWith("[") || neutral[3]?.startsWith("para") ? "paragraph" : "page";
    const pin = place === undefined ? null : ({ label, value: place } as const);
    const workEnd =
      neutral[1]!.length + text.slice(neutral[1]!.length).indexOf(neutral[2]!) + neutral[2]!.length;
    return reading("full", neutral[0].length, { pinpoint: pin, title: neutral[1]!, workEnd });
  }
  const unnamedReport = UNNAMED_REPORT.exec(text);
  if (unnamedReport) {
    const [all, work, page, place] = unnamedReport;
    return reading("full", all.length, {
      pinpoint: parsePinpoint(page ?? place ?? "")?.pinpoint ?? null,
      workEnd: work!.length,
    });
  }
  const parliament = PARLIAMENT.exec(text);
  if (parliament) {
    const page = parliament[1];
    return reading("full", parliament[0].length, {
      pinpoint: page === undefined ? null : (parsePinpoint(page)?.pinpoint ?? null),
      workEnd:
        page === undefined
          ? parliament[0].length
          : endWithout(text.slice(0, text.lastIndexOf(page, parliament[0].length - 1)), ","),
    });
  }
  const paragraph = CODE.exec(text) ?? CONSTITUTION.exec(text);
  if (paragraph) {
    const place = paragraph[1];
    return reading("full", paragraph[0].length, {
      pinpoint: place === undefined ? null : (parsePinpoint(place)?.pinpoint ?? null),
    });
  }
  // "on consent see also Hale v. Homes [2011] 3 NR 417": what leads up to a citation is none of its words.
  const english = ENGLISH_REVIEW.exec(text);
  if (english && !crossesSignal(english[1]!) && /^[\s.;]*$/.test(text.slice(english[0].length))) {
    const pin = english[3];
    const workEnd = english[0].length - (pin === undefined ? 0 : pin.length + 2);
    return reading("full", english[0].length, {
      pinpoint: pin === undefined ? null : (parsePinpoint(pin)?.pinpoint ?? null),
      workEnd,
    });
  }
  const act = ACT.exec(text);
  if (act && /^(?:\s\([^()]{2,80}\)){0,2}[\s.;]*$/.test(text.slice(act[0].length))) {
    const label = actLabel(act[1] ?? "");
    return reading("full", act[0].length, {
      pinpoint: act[2] === undefined ? null : { label, value: act[2] },
      workEnd:
        act[1] === undefined ? act[0].length : endWithout(act[0].slice(0, act[0].lastIndexOf(act[1])), ","),
    });
  }
  const statute = STATUTE.exec(text);
  if (statute) {
    const pin = parsePinpoint(statute[1]!, statute[1]!.indexOf("§"));
    return reading("full", statute[0].length, { pinpoint: pin?.pinpoint ?? null });
  }
  const work = FULL_CASE.exec(text) ?? FULL_REVIEW.exec(text);
  if (work && !crossesSignal(work[1]!)) {
    const pin = work[5] === undefined ? null : expandRange(work[5].split(",")[0]!);
    return reading("full", work[0].length, {
      title: work[1]!,
      key: reporterKey(work[2]!, work[3]!),
      pinpoint: THOUSANDS.test(work[5] ?? "")
        ? { label: "page", value: work[5]!.replace(/[\u2010-\u2013]/g, "-") }
        : pin
          ? (parsePinpoint(work[5]!)?.pinpoint ?? null)
          : null,
    });
  }
  const unnamed = UNNAMED_CASE.exec(text);
  if (unnamed && !/\b(?:L|J|Rev|Reg|Stat|Q)\./.test(unnamed[2]!)) {
    return reading("full", unnamed[0].length, {
      key: reporterKey(unnamed[1]!, unnamed[2]!),
      pinpoint: unnamed[4] === undefined ? null : (parsePinpoint(unnamed[4])?.pinpoint ?? null),
    });
  }
  const letter = LETTER.exec(text);
  if (letter) {
    const pin = letter[3] === undefined ? null : parsePinpoint(letter[3]);
    return reading("full", endWithout(text, "."), { title: letter[1]!, pinpoint: pin?.pinpoint ?? null });
  }
  const book = BOOK.exec(text);
  // A year is no page, and "Cm 9904 (2021)" counts a paper in its series.
  const counted =
    book &&
    (/^(?:1[5-9]|20)\d{2}(?:[-\u2010-\u2013]\d+)?$/.test(book[3]!) ||
      NUMBERED_PAPER.test(book[2]!) ||
      /,\s\d{1,4}\s\p{Lu}/u.test(book[2]!));
  // "Western Historical Review 12 (1987): 201" is a volume: pages follow it.
  if (book && !counted && !/^\s?[:,]\s?(?:\d|pp?\.|pagg?\.|S\.|at\s)/.test(text.slice(book[0].length))) {
    // A piece of a collection has its own first page, and the place cited stands behind it.
    const piece = /,\sin\s\p{Lu}/u.test(book[2]!) ? /^[^,]+(?:,\s(.+))?$/.exec(book[3]!) : null;
    const place = piece ? piece[1] : book[3]!;
    return reading("full", book[0].length, {
      pinpoint: place === undefined ? null : (parsePinpoint(place)?.pinpoint ?? null),
    });
  }
  return null;
}

/**
 * Returns the judgment that a German reporter alone names, "RGZ 75, 144 (146)", as a short form where `isKnown` says
 * that the volume and page were named before: nothing else is ever said of it.
 */
export function readReportedAgain(
  text: string,
  found: Reading,
  isKnown: (volume: string, page: string) => boolean,
): Reading | null {
  const named = readReported(text.slice(0, found.end));
  if (!named || !isKnown(named.volume, named.page)) return null;
  const key = `${reporterKey(named.number, named.reporter)} ${named.page}`;
  return reading("short", found.end, { key, pinpoint: found.pinpoint });
}

const SHORT_LAW = new RegExp(`^(?:the\\s)?((?:1[2-9]|20)\\d{2}\\s${LAW_NAME})(?=,\\s)`, "u");

/** Returns a short citation by volume and reporter, or of a law by its year: "Orley Gravel, 702 N.E.2d at 22", "2016 Act, s 7". */
export function readLegalShort(text: string): Reading | null {
  const law = SHORT_LAW.exec(text);
  const clause = law && parsePinpoint(text, law[0].length);
  if (law && clause?.labelled)
    return reading("short", clause.end, { title: law[1]!, pinpoint: clause.pinpoint });
  const m = SHORT.exec(text) ?? SHORT_NAMED.exec(text);
  if (!m) return null;
  const pin = parsePinpoint(text, m[0].length - 3);
  if (!pin) return null;
  return reading("short", pin.end, {
    names: m[1] === undefined ? [] : [m[1].trim()],
    key: reporterKey(m[2]!, m[3]!),
    pinpoint: pin.pinpoint,
  });
}
