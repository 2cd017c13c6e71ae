/**
 * The grammar of German law: judgments with date and docket or by their reporter alone, lawyers' articles without a
 * title, sections of codes, acts and by-laws by their day.
 */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { dated, groups, people, pinned, proveAround, put } from "./legal-build.ts";

const REPORTER =
  "BVerfGE|BVerfGK|BVerwGE|BGHZ|BGHSt|BAGE|BSGE|BFHE|RGZ|RGSt|RAGE|ROHGE|PrOVGE|OLGZ|BayObLGZ|Slg\\.|NJW(?:-RR)?|NJOZ|BeckRS|JW|LZ|JZ|JuS|JA|JR|Jura|NVwZ(?:-RR)?|DVBl\\.?|DÖV|BayVBl\\.?|GRUR(?:-RR)?|EuGRZ|EuZW|EuR|MDR|NStZ(?:-RR)?|NZM|NZV|NZBau|StV|FamRZ|ZIP|ZMR|WuM|WM|BB|DB|DAR|VersR|r\\+s|NZA(?:-RR)?|NZG|AöR|AcP|ZStW|RabelsZ";
const COURT =
  "(?:BVerfG|BGH|BVerwG|BAG|BSG|BFH|BPatG|EuGH|EuG|EGMR|RG|RAG|RFH|ROHG|PrOVG|OLG|LG|AG|VG|OVG|VGH|LAG|ArbG|LSG|SG|KG|FG|VerfGH|StGH|BayObLG|BayVGH|OGH|VfGH|VwGH)";
const TOWN = "(?:\\s\\p{Lu}[\\p{L}.]+(?:\\s\\p{Lu}?[\\p{L}.]+)?)?";
const PLACE = "\\d{1,5}(?:\\s?[-–]\\s?\\d{1,5})?(?:\\sff?\\.)?";
const MARGIN = `(?:Rn|Rz|Rdnr?)\\.\\s?${PLACE}`;
/** "(43)", "[125 f.]", ", 125", "Rn. 14". */
const PIN = `(?:\\s[[(](${PLACE})[\\])]|,?\\s(${MARGIN})|,\\s(${PLACE}))?`;
const FOUND_AT = `(${REPORTER})\\s(?:(\\d{1,3})|(\\d{4})),\\s((?:I-)?\\d{1,5})${PIN}`;

/** "BVerfGE 65, 1 (43)", "BGH NJW 1999, 123", "BGH, NJW 2005, 53 (54)". */
const REPORTED = new RegExp(`^(?:(${COURT}${TOWN}),?\\s)?${FOUND_AT}\\.?$`, "du");
/** "BGH, Urt. v. 3.11.2004 – VIII ZR 375/03, NJW 2005, 53 (54)", "RG, Urt. v. 4.2.1911, RGZ 75, 144 (146)". */
const JUDGMENT = new RegExp(
  `^(${COURT}${TOWN}),\\s(?:(?:Urt(?:eil|\\.)|Beschl(?:uss|\\.)|Entsch(?:eidung|\\.)|Verf(?:ügung|\\.)|Gutachten)\\s(?:v(?:om|\\.))\\s?)?([^,;–]{6,24}\\d{4})(?:\\s?(?:,|[–-])\\s(?:Az\\.?:?\\s)?((?=[^,;=]*\\d)[^,;=]{4,40}?)(?:\\s[–-])?)?(?:(?:,|\\s=)\\s(?:${FOUND_AT}|(\\p{Lu}[\\p{L}-]{1,8})\\s(?:(\\d{1,3})|\\d{4}),\\s((?:I-)?\\d+)(?:\\s\\((${PLACE})\\))?|(?:juris,?\\s)?(${MARGIN})))?(?:,\\s(?:juris|n\\.\\s?v\\.|unveröffentlicht)|\\s\\([^()\\d]{4,40}\\))?\\.?$`,
  "du",
);
/** "Lange, JZ 1999, 33 (35)": a lawyers' article without its title. */
const ARTICLE = new RegExp(
  `^(\\p{Lu}[\\p{L}'’-]+(?:\\/\\p{Lu}[\\p{L}'’-]+){0,3}),\\s(${REPORTER})\\s(?:(\\d{1,3})\\s\\((\\d{4})\\)|(\\d{4})),\\s(\\d{1,5}(?:[-–]\\d+)?)(?:\\s[[(](\\d{1,5}(?:\\sff?\\.)?)[\\])]|,\\s(\\d{1,5}))?\\.?$`,
  "du",
);
const SECTION =
  "(?:§{1,2}|Art\\.|Artikel)\\s?\\d+\\s?[a-z]?(?:\\s(?:Abs\\.|S\\.|Satz|Nr\\.|lit\\.|Abs)\\s?[\\da-z]+)*(?:\\sff?\\.)?";
const PLACES =
  "\\d{1,4}(?:\\s?[a-z](?![\\p{L}\\d]))?(?:\\s(?:(?:Abs|S|Satz|Nr|lit|Alt|Var|Hs|UAbs)\\.?\\s?[\\da-z]{1,4}|[IVX]{1,4}(?![\\p{L}\\d])|ff?\\.)){0,6}";
/**
 * The place in a code: "§ 823 Abs. 1 BGB", "§§ 823, 826 BGB", "Art. 41 Abs. 2 OR", "§ 35 SGB V". Groups: the first
 * section with its sign, all sections.
 */
export const CODE_SECTION = `((?:§{1,2}|Art\\.|Artikel)\\s?${PLACES})((?:(?:,|\\sund|\\su\\.|\\si\\.\\s?V\\.\\s?m\\.|\\s?[-\u2010-\u2013])\\s?(?:(?:§{1,2}|Art\\.)\\s?)?${PLACES}){0,4})\\s(?![IVX]+(?![\\p{L}\\d]))\\p{Lu}[\\p{L}-]{1,14}(?:\\s(?:[IVX]{1,4}(?![\\p{L}\\d])|[an]\\.\\s?F\\.))?`;
const PARAGRAPH = new RegExp(`^${CODE_SECTION}\\.?$`, "du");
/** "Wasserhaushaltsgesetz vom 31. Juli 2009 (BGBl. I S. 2585)", "§ 4 der Satzung der Stadt Wehl über Märkte vom 2. Mai 1898". */
const ACT = new RegExp(
  `^(?:(${SECTION})\\s(?:der|des)\\s)?((?=\\p{Lu})[^,;()]{0,160}?(?:[Gg]esetz(?:es|buch)?|[Oo]rdnung|[Vv]erordnung|Erlass(?:es)?|[Ss]atzung|[Ss]tatuts?|[Rr]eglements?|Edikts?|Mandats?|Dekrets?)(?:\\s[^,;()\\d]{1,100})?(?:\\s\\([^()]{2,24}\\))?)\\s(?:vom|v\\.)\\s(\\d{1,2}\\.\\s?(?:\\p{L}+|\\d{1,2}\\.)\\s?\\d{4})(,?\\s\\(?(?!§|Art)[^()§]{3,60}\\)?)?(?:,\\s(${SECTION}))?\\.?$`,
  "du",
);
/** "RGBl. 1919, S. 28", "(BGBl. I S. 2585)": the gazette where a German act was printed, and its first page there. */
const GAZETTE =
  /\(?((?:BGBl|RGBl|LGBl|GBl|GVBl|GVOBl|RRegBl|RegBl|ABl|Amtsbl|GV|GS|PrGS)\.?(?:\s[IVX]{1,3}(?![\p{L}\d]))?)(?:\s\p{Lu}[\p{L}.]{1,6})?,?(?:\s\d{4})?,?\sS\.\s(\d{1,5})(?:\sff?\.)?\)?\.?$/du;

/** Returns a judgment, an article or a section of a code where the whole text is one. */
export function readGerman(raw: string, text: string): ParsedReference | null {
  const b = new Builder(raw);
  const r = REPORTED.exec(text);
  if (r) {
    const g = groups(r);
    put(b, "authority", g[1]);
    put(b, "container-title", g[2]);
    put(b, "volume", g[3]);
    dated(b, g[4]);
    put(b, "page", g[5]);
    pinned(b, g[6] ?? g[7] ?? g[8]);
    return b.finish("legal_case", "certain");
  }
  const m = JUDGMENT.exec(text);
  // A court and a day alone may be anything.
  if (m && (m[3] ?? m[4] ?? m[11]) !== undefined) {
    const g = groups(m);
    put(b, "authority", g[1]);
    dated(b, g[2]);
    put(b, "number", g[3]);
    // A judgment has no parties: court, day and docket are what it is called.
    const named = { start: g[1]!.start, end: (g[3] ?? g[2]!).end };
    b.draft.title = raw.slice(named.start, named.end).trim();
    proveAround(b, named, [g[1], g[2], g[3]]);
    put(b, "container-title", g[4] ?? g[11]);
    put(b, "volume", g[5] ?? g[12]);
    put(b, "page", g[7] ?? g[13]);
    pinned(b, g[8] ?? g[9] ?? g[10] ?? g[14] ?? g[15]);
    return b.finish("legal_case", "certain");
  }
  const article = ARTICLE.exec(text);
  if (article) {
    const g = groups(article);
    people(b, g[1]!);
    put(b, "container-title", g[2]);
    put(b, "volume", g[3]);
    dated(b, g[4] ?? g[5]);
    put(b, "page", g[6]);
    pinned(b, g[7] ?? g[8]);
    return b.finish("article-journal", "certain");
  }
  const paragraph = PARAGRAPH.exec(text);
  if (!paragraph) return null;
  const [whole, first, others] = groups(paragraph);
  pinned(b, { start: first!.start, end: others!.end });
  // A code is too much to rest on: what is cited is its section.
  put(b, "title", { start: whole!.start, end: whole!.end - (/[^F]\.$/.test(paragraph[0]) ? 1 : 0) });
  return b.finish("legislation", "likely");
}

/** Returns an act or a by-law that is known by its day, with the section cited in front of it or behind. */
export function readGermanAct(raw: string, text: string): ParsedReference | null {
  const m = ACT.exec(text);
  if (!m) return null;
  const b = new Builder(raw);
  const g = groups(m);
  pinned(b, g[1] ?? g[5]);
  put(b, "title", g[2]);
  dated(b, g[3]);
  putGazette(b, g[4]);
  return b.finish("legislation", "likely");
}

function putGazette(b: Builder, place: Span | null | undefined): void {
  const printed = place ? GAZETTE.exec(b.raw.slice(place.start, place.end)) : null;
  if (!place || !printed) return;
  const [, name, page] = groups(printed).map(
    (at) => at && { start: place.start + at.start, end: place.start + at.end },
  );
  put(b, "container-title", name);
  put(b, "page", page);
}

/** What a judgment is found by when its reporter alone is named: "RGZ 75" with the first page. */
export interface Reported {
  /** "RGZ 75", "NJW 2005", as printed. */
  readonly volume: string;
  readonly reporter: string;
  readonly number: string;
  readonly page: string;
}

/** Returns the place in a reporter that the whole text names, "RGZ 75, 144 (146)" or "BGH, NJW 2005, 53 (54)", or null. */
export function readReported(text: string): Reported | null {
  const m = REPORTED.exec(text);
  const number = m?.[3] ?? m?.[4];
  if (!m || number === undefined) return null;
  return { volume: `${m[2]!} ${number}`, reporter: m[2]!, number, page: m[5]! };
}
