/**
 * Acts, regulations, bills and by-laws as the Canadian guide cites them: "Ferries Act, RSC 1985, c F-12, s 7(1)(a)",
 * "O Reg 191/11, s 3", "Bill 12, Quiet Streets Act, 2nd Sess, 41st Leg, Ontario, 2017, cl 4".
 */
import { Builder } from "../build.ts";
import { dated, groups, people, pinned, put } from "../legal-build.ts";
import { DAY, type Headed, ONLINE, PLACE } from "./parts.ts";

const TITLE = '(\\p{Lu}[^;“”"[\\]]{3,240}?)';
/** "RSC", "SO", "RSBC", "SNL", and the collections that carry no year. */
const STATUTES = "(R?S(?:C|O|A|BC|M|NB|NL|Nfld|NS|NWT|PEI|S|Q|Y|YT?|Nu)|CQLR|RLRQ|LRQ|CCSM|LRC|LC|LQ|RSNWT)";
const CHAPTER =
  "(c(?:h|hap)?\\s[A-Z\\d][\\w.:-]*(?:\\s\\(\\d\\w{1,2}\\sSupp\\))?(?:,\\s(?:Sch|Schedule|Annex)\\s[A-Z\\d]+)?)";
const STATUTE = new RegExp(
  `^(?:${TITLE},\\s)?${STATUTES}(?:\\s(\\d{4})(?:-\\d{2,4})?)?,?\\s${CHAPTER}${PLACE}?`,
  "du",
);

/** "Canadian Charter of Rights and Freedoms, s 7, Part I of …, being Schedule B to the Canada Act 1982 (UK), 1982, c 11". */
const SCHEDULED = new RegExp(
  `^${TITLE}${PLACE}?(?:,\\sPart\\s[IVX]+\\sof\\s[^;]{4,60}?)?,\\s(?:being|constituting)\\sSchedule\\s[A-Z]\\s(?:to|of)\\s[^;]{4,60}?\\(UK\\),\\s(\\d{4}),\\sc\\s\\d+${PLACE}?`,
  "du",
);
/** "Constitution Act, 1867 (UK), 30 & 31 Vict, c 3, s 91(13), reprinted in RSC 1985, Appendix II, No 5". */
const IMPERIAL = new RegExp(
  `^(\\p{Lu}[^;“”"[\\]()]{3,120}?(?:,\\s|\\s)(\\d{4}))\\s\\(UK\\),\\s(\\d{1,2}(?:\\s&\\s\\d{1,2})?\\s(?:Vict|Geo|Will|Edw|Eliz)[^,;]{0,12},\\sc\\s\\w+)${PLACE}?(?:,\\s(?:reprinted\\sin|reproduced\\sin)\\s[^;[\\]]{4,60}?(?=\\.?$|;|\\s\\[))?`,
  "du",
);
const NUMBERED =
  "(?:(?:SOR|DORS|SI|TR)\\/\\d{2,4}-\\d{1,4}|(?:O|Alta|BC|Man|NB|NS|Nfld|NL|PEI|Sask|Y|Nu|NWT|Règl)\\s(?:Reg|Règl)\\s\\d{1,4}\\/\\d{2,4}|R-\\d{3}-\\d{2,4}|NLR\\s\\d{1,4}\\/\\d{2}|(?:RRO|RRNWT|RRQ)\\s\\d{4},\\s(?:Reg|c)\\s[\\w.-]+|CRC,?\\sc\\s\\d{1,4}|CQLR\\sc\\s[A-Z][\\w.-]*,\\sr\\s\\d[\\w.]*)";
const REGULATION = new RegExp(`^(?:${TITLE},\\s)?(${NUMBERED})(?![\\p{L}\\d])${PLACE}?`, "du");
const BILL = new RegExp(
  `^(Bill\\s((?:[A-Z]{1,2}-)?\\d{1,4}),\\s[^;“”"[\\]]{3,240}?),\\s(?:\\d{1,2}\\w\\w\\s(?:Sess|Parl|Leg)[^,;]{0,20},\\s){1,2}(?:\\p{Lu}[\\p{L} ]{2,26},\\s)?(?:\\d{4}-)?(\\d{4})${PLACE}?(?:\\s\\([^()]{4,80}\\))?(?:,\\s${STATUTES}\\s\\d{4},\\sc\\s\\d{1,3})?`,
  "du",
);
const BY_LAW = new RegExp(
  `^((?:Corporation of the\\s)?(?:City|Town|Township|Village|Municipality|Regional Municipality|County|District|Borough|Ville)\\s(?:of|de)\\s\\p{Lu}[^,;()]{1,40}),\\s((?:Consolidated\\s)?[Bb]y-?[Ll]aw\\s(?:[Nn]o\\.?\\s)?(\\d[\\w.-]*)(?:,\\s\\p{Lu}[^;()[\\]]{2,160}?)?)(?:\\s\\((${DAY}|\\d{4})\\))?${PLACE}?(?=[.;]?$|[.;]\\s|\\s\\[|,\\sonline)${ONLINE}?`,
  "du",
);
/** "art 1457 CCQ", "arts 3–5 CCP": the codes of Quebec by their letters. */
const CODE =
  /^((?:[Aa]rts?|ss?)\s\d[\w.]*(?:(?:[-–]|,\s|\sand\s)\d[\w.]*)*)\s(CCQ|CCP|CcQ|CCLC|CPC|Cr C)(?![\p{L}\d])/du;

/** Returns the act, regulation, bill or by-law at the head of the text, or null. Time bounded by the caller's limit. */
export function readAct(text: string): Headed | null {
  const b = new Builder(text);
  const headed = (m: RegExpExecArray): Headed => ({
    reference: b.finish("legislation", "certain"),
    end: m[0].length,
  });
  const scheduled = SCHEDULED.exec(text);
  if (scheduled) {
    const [, title, before, year, behind] = groups(scheduled);
    put(b, "title", title);
    dated(b, year);
    pinned(b, before ?? behind);
    return headed(scheduled);
  }
  const imperial = IMPERIAL.exec(text);
  if (imperial) {
    const [, title, , number, place] = groups(imperial);
    put(b, "title", title);
    // The year is part of the name and proves that.
    b.draft.issued = { "date-parts": [[Number(imperial[2])]] };
    put(b, "number", number);
    pinned(b, place);
    return headed(imperial);
  }
  const code = CODE.exec(text);
  if (code) {
    const [, place, title] = groups(code);
    put(b, "title", title);
    pinned(b, place);
    return headed(code);
  }
  const bill = BILL.exec(text);
  if (bill) {
    const [, title, , year, place] = groups(bill);
    b.draft.number = bill[2]!;
    put(b, "title", title);
    dated(b, year);
    pinned(b, place);
    return { reference: b.finish("bill", "certain"), end: bill[0].length };
  }
  const regulation = REGULATION.exec(text);
  if (regulation) {
    const [, title, number, place] = groups(regulation);
    put(b, "title", title ?? number);
    if (title) put(b, "number", number);
    pinned(b, place);
    return headed(regulation);
  }
  const statute = STATUTE.exec(text);
  if (statute) {
    const [, title, collection, year, chapter, place] = groups(statute);
    if (title) put(b, "title", title);
    // The text has named the act: its place in the statutes must do.
    else b.draft.title = text.slice(collection!.start, chapter!.end);
    put(b, "container-title", collection);
    dated(b, year);
    put(b, "number", chapter);
    pinned(b, place);
    return headed(statute);
  }
  const law = BY_LAW.exec(text);
  if (!law) return null;
  const [, city, title, , day, place] = groups(law);
  people(b, city!);
  put(b, "title", title);
  b.draft.number = law[3]!;
  dated(b, day);
  pinned(b, place);
  return headed(law);
}
