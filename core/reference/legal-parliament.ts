/**
 * Papers printed by order of a parliament, known by their number and the session's year: "Report from the Select
 * Committee on Ferries, HC 1833 (422) XV, p. 19", "No. 422 (1833), p. 19". The cited page is proved as "locator".
 */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";
import { bodyPaper, dated, groups, pinned, put } from "./legal-build.ts";
import { isBody } from "./names.ts";

const LONGEST = 400;

const PLACE = "(?:,?\\s((?:pp?\\.|paras?\\.?|QQ?\\.?|app(?:endix|\\.))\\s?[\\dA-Z][\\d.–-]*))?";
const BODY = '(\\p{Lu}[^,;:“”‘"()\\d]{3,100}),\\s';
const TITLE = '(\\p{Lu}[^;“”‘"()]{3,240}?)';
/** "HC 1833 (422) XV", "PP 1837–38 (119) XX.1", "Parl. Papers, 1840 (318), XIII". */
const SESSIONAL =
  "(?:(?:H\\.?C\\.?|H\\.?L\\.?|P\\.?P\\.?|B\\.?P\\.?P\\.?|Parl(?:iamentary|\\.)\\sPapers?|House\\sof\\s(?:Commons|Lords)\\sPapers?),?\\s)((?:1[6-9]|20)\\d{2})(?:[-–/]\\d{1,4})?,?\\s[[(](?:[CH]\\.?\\s?)?\\d{1,4}(?:[-–][IVX]+)?[\\])](?:,?\\s(?:vol\\.\\s)?[IVXLC]{1,7}(?:\\.\\d{1,4})?)?";

const BY_SESSION = new RegExp(`^(?:(?:${BODY})?${TITLE},\\s)?(${SESSIONAL})${PLACE}\\.?$`, "du");
const SESSION_SEEN = /(?:1[6-9]|20)\d{2}(?:[-–/]\d{1,4})?,?\s[[(](?:[CH]\.?\s?)?\d{1,4}/u;

/** A number of its own where the title says what it is: no journal is called a report from a committee. */
const NUMBERED = new RegExp(
  `^${BODY}((?=[^,]{0,60}(?:Reports?|Returns?|Evidence|Minutes|Accounts?|Inquiry|Enquiry|Paper)(?!\\p{L}))\\p{Lu}[^;“”‘"()]{3,240}?),\\s(No\\.\\s\\d{1,4}),?\\s\\(?((?:1[6-9]|20)\\d{2})\\)?${PLACE}\\.?$`,
  "du",
);

/** Returns the paper where the whole string is such a citation, else null. Time bounded by the length limit. */
export function parseParliament(raw: string): ParsedReference | null {
  const text = raw.trimEnd();
  if (text.length > LONGEST) return null;
  const numbered = /,\sNo\.\s\d/.test(text) ? NUMBERED.exec(text) : null;
  if (numbered && isBody(numbered[1]!)) {
    const [, author, title, number, date, place] = groups(numbered);
    return bodyPaper(raw, { author, title, number, date, place });
  }
  const m = SESSION_SEEN.test(text) ? BY_SESSION.exec(text) : null;
  if (!m) return null;
  const [, author, title, number, date, place] = groups(m);
  if (author && isBody(m[1]!)) return bodyPaper(raw, { author, title, number, date, place });
  const b = new Builder(raw);
  // "Report from the Select Committee on Ferries, Minutes of Evidence": no body in front, all of it the title.
  put(b, "title", author && title ? { start: author.start, end: title.end } : (title ?? number));
  if (title) put(b, "number", number);
  if (title && date) dated(b, date);
  if (!title && m[4] !== undefined) b.draft.issued = { "date-parts": [[Number(m[4])]] };
  pinned(b, place);
  return b.finish("report", "certain");
}
