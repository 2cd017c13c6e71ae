/**
 * Acts by the year of a reign and their chapter, as historians cite them: "Turnpike Act, 1827, 7 & 8 Geo. IV, c. 24,
 * s. 12", "5 Eliz. I, c. 4". The cited section is proved as "locator".
 */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";
import { dated, groups, pinned, put } from "./legal-build.ts";

const LONGEST = 400;

const MONARCH =
  "(?:Geo(?:\\.|rge)?|W(?:ill(?:iam)?|m)\\.?|Vict(?:\\.|oria)?|Eliz(?:\\.|abeth)?|Jac\\.?|Ja(?:me)?s\\.?|C(?:ar|has)\\.?|Charles|Edw(?:\\.|ard)?|Hen(?:\\.|ry)?|Ric(?:\\.|hard)?|Ann(?:\\.|e)?|Mar(?:\\.|y)?|(?:W(?:ill|m)?\\.?|Phil\\.?)\\s(?:&|and)\\sM(?:ar(?:y)?)?\\.?)";
const REIGN = `\\d{1,2}(?:\\s(?:&|and)\\s\\d{1,2})?\\s${MONARCH}(?:,?\\s(?:[IVX]{1,4}|\\d))?`;
const CHAPTER = "(?:c|ch|cap|chap)\\.?\\s?(?:\\d{1,3}|[ivxlc]{1,8})(?![\\p{L}\\d])";
const TITLE =
  '(?:(?:An\\s)?Act\\s(?:for|to|of|concerning|against)\\s[^;“”‘"()]{3,240}?|[^,;“”‘"()\\d]{2,120}?\\sAct)';
const PLACE =
  "(?:,?\\s((?:ss?|secs?|sects?|sections?|cl|clauses?|sched|schedules?|art|preamble)\\b\\.?(?:\\s?\\d[\\w()–-]*)?|§{1,2}\\s?\\d[\\w()–-]*))?";

const ACT = new RegExp(
  `^(?:(${TITLE}),?\\s)?(?:(\\d{4}),?\\s)?\\(?(${REIGN},?\\s${CHAPTER})\\)?(?:,?\\s\\(?(\\d{4})\\)?)?${PLACE}\\.?$`,
  "du",
);
const SEEN = new RegExp(`\\d\\s${MONARCH}.{0,8}\\sc`, "u");

/** Returns the act where the whole string is such a citation, else null. Time bounded by the length limit. */
export function parseRegnal(raw: string): ParsedReference | null {
  const text = raw.trimEnd();
  const m = text.length <= LONGEST && SEEN.test(text) ? ACT.exec(text) : null;
  if (!m || (m[1] === undefined && m[2] !== undefined)) return null;
  const [, title, year, number, later, place] = groups(m);
  const b = new Builder(raw);
  // What has no name is called by its number.
  put(b, "title", title ?? number);
  if (title) put(b, "number", number);
  dated(b, year ?? later);
  pinned(b, place);
  return b.finish("legislation", "certain");
}
