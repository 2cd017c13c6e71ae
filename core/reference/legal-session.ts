/**
 * What a legislature leaves behind: bills by number and session, acts among the laws of the year that passed them.
 * The cited section or page is proved as "locator".
 */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";
import { dated, type Groups, groups, pinned, put } from "./legal-build.ts";

const LONGEST = 400;

/** "Act of Mar. 2, 1983", or what the act calls itself: "Open Docks Act of 2004". */
const NAME =
  "Act\\sof\\s\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{1,2},\\s\\d{4}|(?:[\\p{L}’'&-]+,?\\s){1,14}?(?:Act|Law|Ordinance)(?:\\sof\\s\\d{4})?";
/** "ch. 88", "No. 2004-12", "P.A. 31-5". */
const COUNTED = "(?:ch|c|[Nn]o|P\\.?A|Pub\\.\\sAct|Act)\\.?\\s(?:[Nn]o\\.\\s)?[\\d-]{1,10}";
const SECTION = "§{1,2}\\s?[\\w.–-]{1,12}(?:\\([\\da-z]{1,3}\\))*";
const REMARK = "(?:\\s\\((?!\\d{4}\\))[^()]{2,90}\\))?";

const SESSION_LAW = new RegExp(
  `^(${NAME})(?:,\\s(${COUNTED}))?(?:,\\s(${SECTION}))?,\\s(?:(\\d{4})|(\\d{1,3}))\\s(\\p{Lu}[\\p{L}.’' ]{1,40}?(?:Laws|Acts|Stat\\.|Sess\\.|Statutes))\\s(\\d{1,5})(?:,\\s(\\d{1,5}(?:[-–]\\d{1,5})?))?(?:\\s\\((\\d{4})\\))?${REMARK}\\.?$`,
  "du",
);
const DAY_OF_ACT = /^Act\sof\s(?=\p{Lu}\p{L})/u;
const YEAR_OF_ACT = /\sof\s(?=\d{4}$)/;

/** "H.R. 2213", "S.B. 41", "H.J. Res. 7", "Assemb. B. 12". */
const BILL_NUMBER =
  "(?:(?:H\\.\\s?R|[HSAL]\\.\\s?[BFDP]|S|A|H|Assemb|L\\.\\s?B)\\.(?:\\s?(?:J\\.|Con\\.|Conc\\.)?\\s?(?:Res|B)\\.)?)\\s(?:No\\.\\s)?\\d{1,5}";
/** "117th Cong.", "61st Leg., Reg. Sess.", "2021–2022 Gen. Assemb., 1st Sess.". */
const SESSION =
  "(?:\\d{1,3}(?:st|d|nd|rd|th)|\\d{4}(?:[-–]\\d{2,4})?)\\s(?:Cong|Leg|Legis|Gen\\.\\sAssemb|Gen\\.\\sCt|Assemb|S)\\.(?:,\\s(?:\\p{Lu}[\\p{L}.]*|\\d{1,3}(?:st|d|nd|rd|th))(?:\\s\\p{Lu}[\\p{L}.]*)?\\sSess\\.)?";
const BILL = new RegExp(
  `^(?:((?:[\\p{L}’'&-]+,?\\s){0,14}?(?:Act|Bill|Law|Resolution)(?:\\sof\\s\\d{4})?),\\s)?(${BILL_NUMBER}),\\s(${SESSION})(?:,?\\s(${SECTION}))?\\s\\((?:([^()\\d]{2,60}?),?\\s)?((?:\\p{Lu}\\p{L}{2,8}\\.?\\s(?:\\d{1,2},\\s)?)?\\d{4})\\)${REMARK}\\.?$`,
  "du",
);

/** Returns the bill or session law that the whole string is, else null. Time bounded by the length limit. */
export function parseSession(raw: string): ParsedReference | null {
  const text = raw.trimEnd();
  if (text.length > LONGEST) return null;
  const bill = /\s\d{1,5},\s\d/.test(text) ? BILL.exec(text) : null;
  if (bill) return readBill(raw, groups(bill));
  const law = /,\s\d{1,4}\s\p{Lu}/u.test(text) ? SESSION_LAW.exec(text) : null;
  return law ? readLaw(raw, groups(law)) : null;
}

function readBill(raw: string, [, name, number, session, place, , year]: Groups): ParsedReference {
  const b = new Builder(raw);
  put(b, "title", name ?? number);
  put(b, "number", name && number && session ? { start: number.start, end: session.end } : session);
  pinned(b, place);
  dated(b, year);
  return b.finish("bill", "certain");
}

function readLaw(
  raw: string,
  [, name, number, section, year, volume, laws, page, cited, closing]: Groups,
): ParsedReference {
  const b = new Builder(raw);
  put(b, "title", name);
  const words = name ? raw.slice(name.start, name.end) : "";
  const own = (DAY_OF_ACT.exec(words) ?? YEAR_OF_ACT.exec(words)) as RegExpExecArray | null;
  // The year in front of the laws is the volume's name and the act's year alike.
  if (name && own) dated(b, { start: name.start + own.index + own[0].length, end: name.end });
  else dated(b, closing ?? year);
  put(b, "number", number);
  put(b, "volume", volume);
  put(b, "container-title", laws);
  put(b, "page", page);
  pinned(b, section ?? cited);
  return b.finish("legislation", "certain");
}
