/**
 * The grammar of papers that bodies publish themselves, as British briefings and reports cite them: a year in the
 * title beside the year of the imprint, numbers of command papers, letters named by their writer.
 */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { bodyPaper, dated, groups, people, pinned, put, RULE } from "./legal-build.ts";
import { isBody } from "./names.ts";
import { KEPT_BY_FAMILY } from "./note/houses.ts";
import { isPlaceOfBody, isPlaceOfOwnPaper } from "./own-paper.ts";

const LONGEST = 500;

/** "table 7", "para. 4.2", "pp. 12–14", "ch. 3". */
const PLACE =
  "(?:,?\\s((?:tables?|figs?\\.?|figures?|paras?\\.?|pp?\\.|ch(?:ap)?s?\\.?|sections?|annex|appendix|box|item|§)\\s?[\\dA-Z](?:[\\dA-Za-z.–-]*[\\dA-Za-z])?))?";
const BODY = '(\\p{Lu}[^,;:“”‘’"()\\d]{3,100})';
const TITLE = '(\\p{Lu}[^;“”‘"()]{3,200}?)';
const COMMAND =
  "(?:(?:Cmn?d?|Cd|C|CP|HC|HL|SP)\\.?\\s(?:Paper\\s)?|(?:Briefing|Research|Working|Discussion|Policy|Occasional|Consultation|Information|Technical|Library)\\s(?:Papers?|Notes?|Reports?|Briefs?|Briefing)\\s|(?:Report|Circular|Bulletin|Paper)\\s)(?:No\\.?\\s)?";
/** "Department for Local Places, Local Amenities: Statistical Release 2020 (DLP, 2021), table 7". */
const IMPRINT = new RegExp(
  `^${BODY},\\s${TITLE}\\s\\((\\p{Lu}[^(),:;\\d]{1,80}),\\s(\\d{4})\\)${PLACE}\\.?$`,
  "du",
);
/** "Valuation Board, Business Rates Relief: Impact Assessment, Cm 9904 (2021), para. 4.2". */
const PAPER = new RegExp(
  `^(?:${BODY},\\s)?${TITLE},?\\s\\(?(${COMMAND}\\d{1,5}(?:[-/][IVX\\d]+)?)(?:,?\\s\\(?Session\\s\\d{4}[-–]\\d{2,4}\\)?)?,?\\s\\(?((?:\\d{1,2}\\s\\p{L}+\\s|\\p{L}+\\s)?\\d{4}(?:[-–]\\d{2})?)\\)?${PLACE}\\.?$`,
  "du",
);
/** "Department of Ports, Annual Report 2015–16", "Ministry of Works, Circular 14/88". */
const COUNTED = new RegExp(
  `^${BODY},\\s(\\p{Lu}[^,;“”‘"():]{2,120}?\\s(?:((?:1[89]|20)\\d{2})(?:[-–/]\\d{2,4})?|\\d{1,4}/\\d{2,4}))${PLACE}\\.?$`,
  "du",
);
/** "Leith, letter to E. Dow, 4 January 1895", "Hask, diary, 3 May 1871". */
const WRITTEN =
  /^(\p{Lu}[\p{L}.’'-]*(?:\s(?:de|van|von|\p{Lu}[\p{L}.’'-]*)){0,3}),\s((?:letter|note|memo(?:randum)?|e-?mail|telegram|dispatch|report|petition|evidence|speech|diary|journal|testimony|statement|Brief|Schreiben|Tagebuch|lettre|journal)(?:\s(?:to|of|before|from|an|vom|à|au)\s[^,;]{2,80})?),\s((?:\d{1,2}\.?\s)?\p{L}+\.?\s(?:\d{1,2},\s)?\d{4})\.?$/du;

/**
 * "Edwin Laidlaw to Thomas Laidlaw, 8 February 1868, family papers": a letter by its writer, whom it was sent to, its
 * day, and in whose papers it lies.
 */
const LETTER =
  /^(\p{Lu}[\p{L}.’'-]*(?:\s(?:de|van|von|\p{Lu}[\p{L}.’'-]*)){1,3})\sto\s(?:(?:(?:the|his|her|their)\s)?\p{Lu}[\p{L}.’'-]*(?:\s(?:de|van|von|\p{Lu}[\p{L}.’'-]*)){0,4}|(?:the|his|her|their)\s\p{Ll}{4,20}),\s(\d{1,2}\s\p{Lu}\p{Ll}+\.?\s\d{4}|\p{Lu}\p{Ll}+\.?\s\d{1,2},\s\d{4})(?:,\s(?:in\s)?((?:(?:the|private|family|\p{Ll}+['’]s|\p{Lu}[\p{L}.’'-]*)\s){1,5}(?:files?|papers|collection|correspondence|possession)))?\.?$/du;

/** "Karl Timm an seinen Bruder, 3. Mai 1871 (Privatbesitz)": the same in German, with the same groups. */
const LETTER_AN =
  /^(\p{Lu}[\p{L}.’'-]*(?:\s(?:van|von|zu|\p{Lu}[\p{L}.’'-]*)){1,3})\san\s(?:(?:den|die|das|ihre[nm]?|seine[nm]?|ihr|sein)\s)?\p{Lu}[\p{L}.’'-]*(?:\s(?:van|von|zu|in|\p{Lu}[\p{L}.’'-]*)){0,4},\s(\d{1,2}\.\s(?:\p{Lu}\p{Ll}+\.?|\d{1,2}\.)\s?\d{4})(?:(?:,\s|\s\()(Privatbesitz|(?:in\s)?Privatsammlung|Familien(?:besitz|archiv|nachlass|nachlaß)|Nachlass\s\p{Lu}\p{L}+|Nachlaß\s\p{Lu}\p{L}+)\)?)?\.?$/du;

/** "Letter from E. Tarn to the author, 3 May 2020": named by what it is. */
const LETTER_FROM =
  /^((?:Letter|Note|Postcard|Telegram|E-?mail|Memorandum)\sfrom\s(?:the\s(?=\p{Lu}\S+\s\p{Lu}))?((?:\p{Lu}[\p{L}.’'-]*\s(?:(?:de|van|von|of)\s)?){1,4}\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+)\sto\s[^,;()]{2,80}),\s(\d{1,2}\s\p{Lu}\p{Ll}+\.?\s\d{4}|\p{Lu}\p{Ll}+\.?\s\d{1,2},\s\d{4})\.?$/du;

/** "Haushaltsbuch Clara Venn 1903, Privatbesitz Familie Venn": a paper that a family keeps. */
const KEPT_AT_HOME = new RegExp(
  `^(\\p{Lu}[^,;:()“”"„]{3,100}?(?:,?\\s((?:1[5-9]|20)\\d\\d))?),\\s(${KEPT_BY_FAMILY}\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+)?)(?:,\\s(S\\.\\s?\\d{1,4}|Bl\\.\\s?\\d{1,4}[rv]?))?\\.?$`,
  "du",
);

/** Asked first: the whole patterns are long, and most strings hold neither. */
const NUMBER_SEEN = new RegExp(`\\s\\(?${COMMAND}\\d`, "u");
const IMPRINT_SEEN = /\s\(\p{Lu}[^(),:;\d]{1,80},\s\d{4}\)/u;

/** "HC Deb 3 February 1977, vol 925, cols 12–14", "Hansard, HL Deb 5 May 1998, vol. 589, col. WA41": what parliament said. */
const DEBATE =
  /^((?:Hansard,?\s)?(?:HC|HL|SP|NIA|House of (?:Commons|Lords|Representatives)|Dáil|Seanad|Senate)\s(?:Deb(?:ates?)?|OR|Official Report|Hansard))\.?,?\s(\d{1,2}\s\p{Lu}\p{Ll}+\.?\s\d{4})(?:,?\svol\.?\s(\d{1,4}))?(?:,?\s(c(?:c|ols?)?\.?\s?\d{1,5}(?:W[SAH]?)?(?:[-–]\d{1,5})?|cols?\.?\s?W[SAH]?\d{1,5}(?:[-–]\d{1,5})?|pp?\.?\s?\d{1,5}(?:[-–]\d{1,5})?))?(?:\s\([^()\d]{3,60}\))?\.?$/du;

/** Returns the reference where the whole string is such a citation, else null. Time bounded by the length limit. */
export function parseOfficial(raw: string): ParsedReference | null {
  const text = raw.trimEnd();
  if (text.length > LONGEST || !/\d{2}/.test(text)) return null;
  return (
    readDebate(raw, text) ??
    readParliament(raw, text) ??
    readPaper(raw, text) ??
    readImprint(raw, text) ??
    readCounted(raw, text) ??
    readLetterFrom(raw, text) ??
    readKeptAtHome(raw, text) ??
    readWritten(raw, text)
  );
}

/** "Victoria, Parliamentary Debates, Senate, 9 March 1999", "Explanatory Memorandum, Doors Bill 2016 (Cth)" */
const PARLIAMENT =
  /^(?:\p{Lu}[\p{L} ]{2,40},\s)?((?:Parliamentary Debates(?=,)|(?:Explanatory (?:Memorandum|Statement|Notes?)|Statement of Compatibility)(?:,| to the)\s\p{Lu}[^;:()]{3,120}?\s\d{4}))(?:\s\(\p{Lu}\p{L}{1,3}\))?(?:,\s(?:House of \p{Lu}\p{L}+|Senate|Legislative (?:Council|Assembly)),\s(\d{1,2}\s\p{Lu}\p{Ll}+\s\d{4}))?(?:,?\s(\d{1,5}(?:[-–]\d{1,5})?))?\.?$/du;

function readParliament(raw: string, text: string): ParsedReference | null {
  const m = PARLIAMENT.exec(text);
  if (!m) return null;
  const [, title, day, place] = groups(m);
  const b = new Builder(raw);
  put(b, "title", title);
  dated(b, day ?? { start: title!.end - 4, end: title!.end });
  pinned(b, place);
  return b.finish("document", "certain");
}

function readDebate(raw: string, text: string): ParsedReference | null {
  const m = DEBATE.exec(text);
  if (!m) return null;
  const [, title, day, volume, place] = groups(m);
  const b = new Builder(raw);
  put(b, "title", title);
  dated(b, day);
  put(b, "volume", volume);
  pinned(b, place);
  return b.finish("document", "certain");
}

function readImprint(raw: string, text: string): ParsedReference | null {
  const m = IMPRINT_SEEN.test(text) ? IMPRINT.exec(text) : null;
  if (!m || !isBody(m[1]!) || /,\s\d|\d,|\b(?:no|vol)\./iu.test(m[2]!)) return null;
  const [, author, title, publisher, date, place] = groups(m);
  const printed =
    isPlaceOfOwnPaper(m[2]!, m[3]!) || isPlaceOfBody(m[3]!) ? { town: publisher } : { publisher };
  return bodyPaper(raw, { author, title, ...printed, date, place });
}

function readPaper(raw: string, text: string): ParsedReference | null {
  const m = NUMBER_SEEN.test(text) ? PAPER.exec(text) : null;
  if (!m) return null;
  const [, author, title, number, date, place] = groups(m);
  return bodyPaper(raw, { author, title, number, date, place });
}

/** The year in the title stays there and dates the paper as well where nothing else does. */
function readCounted(raw: string, text: string): ParsedReference | null {
  const m = COUNTED.exec(text);
  if (!m || !isBody(m[1]!) || !/\s/.test(m[1]!) || /\p{L}{3}\.\s/u.test(`${m[1]} ${m[2]}`)) return null;
  const g = groups(m);
  const b = new Builder(raw);
  people(b, g[1]!);
  put(b, "title", g[2]);
  if (m[3] !== undefined) b.draft.issued = { "date-parts": [[Number(m[3])]] };
  pinned(b, g[4]);
  return b.finish("report", "likely");
}

function readWritten(raw: string, text: string): ParsedReference | null {
  const m = WRITTEN.exec(text);
  if (!m) return readLetter(raw, text);
  const [, writer, title, day] = groups(m);
  return written(raw, "manuscript", [writer!, title!, day!]);
}

/** A paper of one writer and one day. */
function written(
  raw: string,
  type: "manuscript" | "personal_communication",
  [writer, title, day]: readonly [writer: Span, title: Span, day: Span],
): ParsedReference {
  const b = new Builder(raw);
  people(b, writer);
  put(b, "title", title);
  dated(b, day);
  return b.finish(type, "likely");
}

function readKeptAtHome(raw: string, text: string): ParsedReference | null {
  const m = KEPT_AT_HOME.exec(text);
  if (!m) return null;
  const [, title, year, keeper, place] = groups(m);
  const b = new Builder(raw);
  put(b, "title", title);
  if (year) b.draft.issued = { "date-parts": [[Number(m[2])]] };
  b.draft.archive = m[3]!;
  b.prove("archive", keeper!, "likely", RULE);
  pinned(b, place);
  return b.finish("manuscript", "likely");
}

function readLetterFrom(raw: string, text: string): ParsedReference | null {
  const m = LETTER_FROM.exec(text);
  if (!m) return null;
  const [, title, writer, day] = groups(m);
  return written(raw, "personal_communication", [writer!, title!, day!]);
}

/** The letter is called by both its names. */
function readLetter(raw: string, text: string): ParsedReference | null {
  const m = LETTER.exec(text) ?? LETTER_AN.exec(text);
  if (!m) return null;
  const [, writer, day, keeper] = groups(m);
  const b = new Builder(raw);
  people(b, writer!);
  const behind = raw.lastIndexOf(",", /^\p{Lu}/u.test(m[2]!) ? day!.start - 1 : day!.start);
  put(b, "title", { start: writer!.end, end: behind });
  b.draft.title = raw.slice(writer!.start, behind);
  dated(b, day);
  if (keeper) {
    b.draft.archive = m[3]!;
    b.prove("archive", keeper, "likely", RULE);
  }
  return b.finish("manuscript", "likely");
}
