/**
 * The grammar of what is known to courts and committees by a docket or a session and printed in no reporter:
 * "Complaint ¶ 71, Tran v. Harbor Arena LLC, No. 20-cv-1148 (D. Marran Apr. 2, 2020)". The cited place stands behind
 * the name of the paper and is proved as "locator".
 */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { MONTH } from "./dates.ts";
import { dated, groups, pinned, put } from "./legal-build.ts";

const LONGEST = 500;

const PAPERS =
  "(?:Complaint|Petition|Brief|Answer|Motion|Memorandum|Transcript|Order|Opinion|Affidavit|Declaration|Deposition|Indictment|Judgment|Stipulation|Consent\\sDecree|Reply|Joint\\sAppendix|Trial\\sTranscript|Record)";
/** "Second Amended Complaint", "Brief for the United States as Amicus Curiae". */
const PAPER = `(?:\\p{Lu}\\p{Ll}+\\s){0,3}?${PAPERS}(?:\\s[^,;()\\d¶]{1,90}?)??`;
const PAGES = "\\*?\\d{1,5}(?:[-–]\\d{1,5})?";
const PLACE = `(?:at\\s${PAGES}|¶{1,2}\\s?\\d{1,4}(?:[-–]\\d{1,4})?)`;
const PARTIES =
  '(?:[^;“”"()[\\]]{1,160}?\\sv\\.\\s[^;“”"()]{2,160}?|(?:In re|Ex parte|Matter of|In the Matter of)\\s[^;“”"()]{2,160}?)';
const DATABASE = "(?:,\\s\\d{4}\\s(?:WL|U\\.S\\.\\s\\p{L}+\\.?\\sLEXIS|LEXIS)\\s\\d{1,9})?";
const DAY = `${MONTH}\\s\\d{1,2},\\s\\d{4}`;
const REMARK = "(?:\\s\\([^()]{3,200}\\))?";

const DOCKETED = new RegExp(
  `^(?:(${PAPER})(?:\\s(${PLACE}))?,\\s)?(${PARTIES}),\\s(?:(?:Case|Docket|Civ(?:il|\\.)(?:\\sAction)?|Crim\\.)\\s)?Nos?\\.\\s(\\d[\\w.:&/–-]{2,40})${DATABASE}(?:,\\s(?:slip\\sop\\.\\s)?(at\\s${PAGES}|¶{1,2}\\s?\\d{1,4}))?\\s\\(([^()]{0,60}?)\\s?(${DAY}|\\d{4})\\)${REMARK}\\.?$`,
  "du",
);
const HEARING = new RegExp(
  `^((?:[^;“”"()]{3,200}?:\\s)?Hearings?(?:\\son\\s[^;“”"()]{2,160}?)?)\\s[Bb]efore\\sthe\\s([^;“”"()]{4,200}?),\\s\\d{1,3}(?:st|d|nd|rd|th)\\s(?:\\p{Lu}\\p{L}*\\.?\\s?){1,3}(?:,\\s\\d\\w{1,2}\\sSess\\.)?,?(?:\\s((?:at\\s)?\\d{1,5}(?:[-–]\\d{1,5})?))?\\s\\((?:[^()\\d]{2,30}\\s)?(\\d{4})\\)${REMARK}\\.?$`,
  "du",
);
/** Asked first: the whole patterns are long, and most strings hold neither. */
const DOCKET_SEEN = /\sNos?\.\s\d[\w.:&/–-]{2,40}(?:,\s[^()]{1,60})?\s\(/u;
const HEARING_SEEN = /\bHearings?\s(?:on\s.{2,160}\s)?[Bb]efore\sthe\s/;

/** Returns the reference where the whole string is such a citation, else null. Time bounded by the length limit. */
export function parseCourt(raw: string): ParsedReference | null {
  const text = raw.trimEnd();
  if (text.length > LONGEST) return null;
  return readDocketed(raw, text) ?? readHearing(raw, text);
}

function readDocketed(raw: string, text: string): ParsedReference | null {
  const m = DOCKET_SEEN.test(text) ? DOCKETED.exec(text) : null;
  if (!m) return null;
  const [, paper, place, parties, number, behind, court, day] = groups(m);
  const b = new Builder(raw);
  const words = (span: Span): string => raw.slice(span.start, span.end);
  put(b, "title", parties);
  if (paper) {
    put(b, "title", paper);
    b.draft.title = `${words(paper)}, ${words(parties!)}`;
  }
  put(b, "number", number);
  put(b, "authority", court);
  dated(b, day);
  pinned(b, place ?? behind);
  return b.finish(paper ? "document" : "legal_case", "certain");
}

function readHearing(raw: string, text: string): ParsedReference | null {
  const m = HEARING_SEEN.test(text) ? HEARING.exec(text) : null;
  if (!m) return null;
  const [, title, committee, place, year] = groups(m);
  const b = new Builder(raw);
  put(b, "title", title);
  // Without a subject of its own a hearing is told from others by the committee that held it.
  if (title && committee && !m[1]!.includes(":")) b.draft.title = raw.slice(title.start, committee.end);
  put(b, "authority", committee);
  pinned(b, place);
  dated(b, year);
  return b.finish("hearing", "certain");
}
