/**
 * Repairs for what engineers print behind a title: patents, data sheets and manuals, software, meetings, reports of a
 * laboratory, standards and articles by their number (IEEE Reference Guide, sections II and III). Each rule asks for the
 * whole form, for these tails look like journals to the model.
 */
import { MONTH } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { isMaker } from "./makers.ts";
import { isBody, isCompany } from "./names.ts";
import { behindQuote, DATE, LONGEST, PEOPLE } from "./tail.ts";

/** One separator between figures, so that a year behind a comma stays out. */
const PATENT =
  /(?<=[”"),.?!]\s|\()((?:\p{Lu}[\p{L}.]*\s){1,3}[Pp]atent(?:\s(?:[Aa]ppl(?:ication|\.)|[Pp]ubl?(?:ication|\.)))?\s)((?:[Nn][or]\.?\s)?(?:\p{Lu}{2}[\s-]?)?\d+(?:[\s,/.-]\d+)*(?:\s?[A-Z]\d?)?)(?=[,.)])/du;
const FILED = new RegExp(
  `^[,.]\\s((?:filed|issued|granted)\\s${DATE},\\s(?:and\\s)?(?:issued|granted|filed)\\s)?(${DATE})(?=[,.;\\s]|$)`,
  "du",
);

/** "Norland Patent 3 114 882, Jun. 9, 2009": the office numbers its patents; they fill no volumes. */
export function namePatent(d: Draft): void {
  const raw = d.raw.slice(0, LONGEST);
  const m = /[Pp]atent/.test(raw) ? PATENT.exec(raw) : null;
  const number = m?.indices?.[2];
  if (!m || !number || m.index < 8) return;
  // "(U.S. Patent No. 9,123,456). U.S. Patent and Trademark Office": behind the bracket of APA stands who grants it.
  const house =
    raw[number[1]] === ")" ? /^\)\.\s+(?!https?:)(\p{Lu}[^:\d]{3,80})$/u.exec(raw.slice(number[1])) : null;
  const filed = FILED.exec(raw.slice(number[1]));
  const date = filed?.indices?.[2];
  d.lay(m.index, number[0], "genre");
  d.lay(number[0], number[1], "number");
  if (house) d.lay(number[1], raw.length, "publisher");
  if (!date) return;
  d.lay(number[1], number[1] + date[0], "other");
  d.lay(number[1] + date[0], number[1] + date[1], "date");
}

/** What makers of things print of them. */
export const SHEET =
  "(?:(?:product|preliminary|technical|final)\\s)?(?:data\\s?sheet|application\\s(?:note|report)|(?:user|owner|operator|reference|service|instruction|technical|installation|product|programming)(?:[’']?s)?\\s(?:manual|guide|brief|handbook)|errata(?:\\ssheet)?|product\\sspecification)";
const VERSION = "(?:[Rr]ev(?:ision|\\.)?|[Vv]er(?:sion|\\.)|[Vv]\\.?|[Rr]elease)\\s?[\\dA-Z][\\w.-]{0,11}";
const HOUSE = `(?!${MONTH}\\s\\d)\\p{Lu}[^,;:“”"()]{1,60}`;
const TAIL = new RegExp(
  `^((?:\\p{Lu}[\\p{L}\\d/-]*\\s){0,2}${SHEET})?((?:\\s(?:no\\.\\s)?(?:\\p{Lu}{1,6}[-/]?)?\\d[\\w./-]*)(?=,))?(?:(?:^|,\\s)(${VERSION})(?=,))?(?:,\\s(${HOUSE}))?,\\s(?=${DATE}[,.;\\s])`,
  "du",
);
const PROGRAM = new RegExp(
  `^(${PEOPLE},\\s)(\\p{Lu}[^,“”"]{1,120},\\s)(?=${VERSION},\\s(?:${HOUSE},\\s)?${DATE}[.,;])`,
  "u",
);
const UNQUOTED = new RegExp(`(?<=\\p{L}[\\p{L}\\d)]*,\\s)${SHEET}(?=[,\\s])`, "u");

/** "data sheet, rev. C, 2018", "version 2.1, 2022", "user manual, 2004": a kind of paper or a state of the work, no journal. */
export function nameSheet(d: Draft): void {
  let from = behindQuote(d.raw);
  if (from < 0) from = nameProgram(d);
  if (from < 0) from = UNQUOTED.exec(d.raw.slice(0, LONGEST))?.index ?? -1;
  if (from < 0) return;
  const m = TAIL.exec(d.raw.slice(from, LONGEST));
  if (!m || (m[1] === undefined && m[3] === undefined)) return;
  const [, kind, mark, version, house] = m.indices!;
  if (d.segments.some((s) => s.start > from && s.label === "pages" && s.start > from + m[0].length)) return;
  d.lay(from, from + m[0].length, "other");
  if (kind) d.lay(from + kind[0], from + kind[1], "genre");
  if (mark && kind) d.lay(from + mark[0], from + mark[1], "number");
  if (version) d.lay(from + version[0], from + version[1], "note");
  if (house) d.lay(from + house[0], from + house[1], "publisher");
}

/** "D. Noor, Wavetool, version 4.2, 2018": the last before a version is no person. Returns where it stands, or -1. */
function nameProgram(d: Draft): number {
  const m = PROGRAM.exec(d.raw.slice(0, LONGEST));
  if (!m) return -1;
  d.lay(0, m[1]!.length, "author");
  d.lay(m[1]!.length, m[0].length, "title");
  return m[0].length;
}

const MANUAL = new RegExp(
  `^(\\p{Lu}[^,“”".]{3,90}\\s(?:Manual|Handbook|Data\\s?book|Guide),\\s)((?:\\d{1,2}(?:st|nd|rd|th)\\sed\\.|${VERSION}),\\s)?(${HOUSE},\\s)((?:\\p{Lu}[\\p{L}.’' -]{1,40},\\s){0,3})(${DATE})(?=[,.;])`,
  "du",
);

/** "MK9 Welder Manual, Torvik Marine AS, Tromvik, Norland, 2004": a manual stands under its title, its maker behind. */
export function nameManual(d: Draft): void {
  const m = MANUAL.exec(d.raw.slice(0, LONGEST));
  const maker = m?.[3]?.replace(/[,\s]+$/u, "") ?? "";
  if (!m || !(isBody(maker) || isMaker(maker) || isCompany(maker))) return;
  const edition = /ed\.,/u.test(m[2] ?? "") ? "edition" : "note";
  d.layGroups(m, ["title", edition, "publisher", "location", "date"]);
}

const ARTICLE = /(?<=[,\s(])Art(?:icle|\.)?\s(?:no\.?|nr\.?|ID|number|#)\s?\p{L}?\d[\w-]*(?:\.\d+)?/iu;

/** "vol. 61, 2022, Art. no. 3502211": the number of the article stands for its pages, and is no issue. */
export function nameArticleNumber(d: Draft): void {
  const m = ARTICLE.exec(d.raw.slice(0, LONGEST));
  if (!m || !d.has("journal", "container")) return;
  const end = m.index + m[0].length;
  const paged = d.segments.some((s) => s.label === "pages" && (s.end <= m.index || s.start >= end));
  d.lay(m.index, end, paged ? "other" : "pages");
}

const MEETING = new RegExp(
  `^(presented\\sat\\s[^,“”"]{3,160}(?:,\\s\\p{Lu}[^,]{2,40}-?[Tt]rack)?,\\s)((?:\\p{Lu}[\\p{L}.’' -]{1,40},\\s){0,3})(${DATE})(?:,\\s([Pp]aper\\s(?:no\\.\\s)?[\\w.-]{1,16}))?(?=[,.;]|$)`,
  "du",
);

/** "presented at the 9th Int. Weld. Symp., Delport, Norland, 2012": nothing was printed at a meeting. */
export function nameSpoken(d: Draft): void {
  const from = behindQuote(d.raw);
  if (from < 0) return;
  const m = MEETING.exec(d.raw.slice(from, LONGEST));
  if (!m) return;
  d.layGroups(m, ["note", "location", "date", "number"], from);
}

const MET = new RegExp(
  `(?<=[.?!]\\s)((?:(?:Paper|Poster|Abstract|Oral|Lecture)\\s)?[Pp]resented\\sat:?\\s[^;:]{3,160});\\s((?:${MONTH}\\s\\d{1,2}(?:[-–](?:${MONTH}\\s)?\\d{1,2})?,\\s|${MONTH}\\s)?(?:19|20)\\d\\d);\\s(\\p{Lu}[^;:.]{2,60})(?=\\.|$)`,
  "du",
);

/** "Poster presented at: 12th Bench Congress; May 4-6, 2018; Leeds, UK.": the same in the way of AMA. */
export function nameSpokenOfMedicine(d: Draft): void {
  const m = MET.exec(d.raw.slice(0, LONGEST));
  if (m) d.layGroups(m, ["note", "date", "location"]);
}

const REPORT = new RegExp(
  `(?<=,\\s)((?:(?:Tech|Technical|Res|Research|Internal|Int|Sci|Scientific|Final|Progress|Eng|Engineering|Project|Contract|Appl)\\.?\\s){0,2}(?:Rep\\.|Report|Memo\\.|Memorandum|Note)\\s)((?:[Nn]o\\.\\s)?[\\w./-]*\\d[\\w./-]*(?:\\s\\([\\w-]+\\)[\\w-]*)?),\\s(${DATE})(?=[.,;]|$)`,
  "du",
);
const PART = /[^,]+,\s+/gu;
const PLACE = /^(?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|the|de|am)){0,3},\s+$/u;
const BODY_PART =
  /(?:^|\s)(?:Inst|Dept|Univ|Lab|Labs|Natl?|Center|Centre|Ctr|Fac|Sch|Agency|Bur|Off|Acad|Corp|Co|Inc|Ltd|Council|Counc|Comm|Assoc|Div|Res|Auth|Admin|Org|Found)(?:\.|,|\s)/u;
const PART_OF_BODY = /^(?:Inst|Dept|Lab|Center|Centre|Ctr|Div|Fac|Sch|Group)(?:\.|\s)/u;

/** "Nat. Bur. Dikes" for "National Bureau of Dikes": each word shortens one of the body's, in order. */
function shortens(part: string, body: string): boolean {
  const full = body.toLowerCase().match(/\p{L}+/gu) ?? [];
  const short = part.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (short.length < 2) return false;
  let at = 0;
  for (const word of short) {
    while (at < full.length && !contracts(word, full[at]!)) at++;
    if (at === full.length) return false;
    at++;
  }
  return true;
}

function contracts(short: string, full: string): boolean {
  if (!full.startsWith(short.slice(0, 2))) return false;
  let at = 0;
  for (const letter of short) {
    at = full.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** "“Title,” Polar Wind Lab., Tromvik, Norland, Tech. Rep. 14, 2008": who numbers a report publishes it. */
export function nameReport(d: Draft): void {
  const raw = d.raw.slice(0, LONGEST);
  const m = REPORT.exec(raw);
  if (!m) return;
  const quote = behindQuote(raw);
  const head = d.segments.find((s) => s.label === "author");
  const author = head ? d.text(head) : "";
  const from = quote >= 0 ? quote : (head?.end ?? 0);
  if (from >= m.index) return;
  const parts = [...raw.slice(from, m.index).matchAll(PART)].map((p) => ({
    text: p[0],
    start: from + p.index,
    end: from + p.index + p[0].length,
  }));
  const body = parts.findIndex(
    ({ text }, i) =>
      (quote >= 0 ? i === 0 : i > 0) && (shortens(text, author) || BODY_PART.test(text) || isMaker(text)),
  );
  // A person's report comes from somebody, a body's may name only the place.
  const byPerson = quote >= 0 && body < 0 && parts.length > 1 && !isBody(author);
  const b = byPerson ? 0 : body;
  let next = b + 1;
  if (b >= 0 && PART_OF_BODY.test(parts[b]!.text) && /Univ|Inst|Coll|Lab/u.test(parts[next]?.text ?? ""))
    next++;
  const places = parts.slice(b < 0 ? (quote >= 0 ? 0 : parts.length) : next);
  if (places.length > 3 || !places.every((p) => PLACE.test(p.text))) return;
  if (b < 0 && places.length === 0) return;
  if (b >= 0) d.lay(parts[b]!.start, parts[next - 1]!.end, "publisher");
  if (quote < 0 && b > 0) d.lay(from, parts[b]!.start, "title");
  if (places.length > 0) d.lay(places[0]!.start, m.index, "location");
  d.layGroups(m, ["genre", "number", "date"]);
}

const STANDARD =
  /(?<=,\s|\p{L}\.\s)\p{Lu}{2,6}(?:[\s/]\p{Lu}{1,6}){0,2}(?:\sStd\.?)?\s\d{2,6}(?:[-–.]\d{1,4}){0,3}\s?:\s?(?:19|20)\d\d(?=[,.\s])/u;

/** "Draft Standard SCL 1180, 2021": the kind of standard and its mark in front of the year. */
const NAMED_STANDARD =
  /(?<=,\s)((?:(?:Draft|Proposed|Provisional|Interim|Industry|National|International|Technical)\s)?(?:Standard|Std\.|Norm|Specification|Code of Practice)\s)(?:No\.\s)?(\p{Lu}{2,6}(?:[\s/-]\p{Lu}{1,6})?[\s-]?\d{1,6}(?:[-–.]\d{1,4}){0,3})(?=,\s(?:\p{L}+\.?\s)?(?:19|20)\d\d)/du;

/** "NSI 8841-1:2012": letters, a number and the year behind a colon are a standard's own mark. */
export function nameStandard(d: Draft): void {
  const named = d.has("number", "url") ? null : NAMED_STANDARD.exec(d.raw.slice(0, LONGEST));
  if (named && named.index > 8) {
    d.layGroups(named, ["genre", "number"]);
    return;
  }
  const m = STANDARD.exec(d.raw.slice(0, LONGEST));
  if (!m || m.index < 8 || d.has("number", "url")) return;
  const end = m.index + m[0].length;
  if (d.segments.some((s) => s.label === "journal" && s.end <= m.index)) return;
  d.lay(m.index, end, "number");
}

/** "Wet Welds: Requirements, NSI Std. 8841": a standard without a body begins with its title. */
export function joinTitleOfStandard(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "author");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || next?.label !== "title" || !/\p{L}:\s*$/u.test(d.text(s))) return;
  const genre = d.segments.find((o) => o.label === "genre" || o.label === "number");
  if (genre && /(?:\bStd\b|[Ss]tandard|:(?:19|20)\d\d)/u.test(d.text(genre)))
    d.segments.splice(i, 2, { ...next, start: s.start });
}

/** "arXiv preprint arXiv:2004.01234": the word before the number is no kind of report. */
export function nameArxiv(d: Draft): void {
  d.segments.forEach((s, i) => {
    if (
      (s.label === "genre" || s.label === "journal") &&
      /^\W*arxiv\s(?:e-?print|preprint)[^,]*arxiv:/iu.test(d.text(s))
    )
      d.relabel(i, "arxiv");
  });
}

/** "Road Profiles, NSI 7714-1, 2013": letters and a number are the mark of a standard, where nothing has pages. */
export function nameMarkOfStandard(d: Draft): void {
  const i = d.only("pages");
  const s = d.segments[i];
  if (!s || d.has("journal", "container", "volume", "number")) return;
  if (/^\p{Lu}{2,8}[ -]\d[\w.:\u2013-]{0,16}[\s,.]*$/u.test(d.text(s))) d.relabel(i, "number");
}
