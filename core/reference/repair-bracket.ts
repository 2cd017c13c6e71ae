/**
 * Repairs for brackets that hold several fields: APA's behind the title of a book ("B. Hartmann, Trans.; 4th ed., Vol. 2",
 * Publication Manual 9.19) and that of Australian reports ("Catalogue No 8153.4, 30 June 2022", AGLC 7.1).
 */
import { MONTH } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { hasBodyWord } from "./names.ts";
import type { Label } from "./segment.ts";
import { LONGEST } from "./tail.ts";

const PEOPLE =
  "(?:[^()\\d;]{3,120},\\s(?:Eds?\\.(?:\\s&\\sTrans\\.)?|Trans\\.(?:\\s&\\sEds?\\.)?)(?:;\\s|(?=\\))))";
const EDITION =
  "(?:(?:\\d{1,3}(?:st|nd|rd|th)|[Rr]ev\\.|[Nn]ew|\\p{L}{3,15})(?:\\s\\p{L}{2,10}\\.?)?\\s[Ee]d\\.(?:,\\s|(?=\\))))";
const VOLUME = "(?:Vols?\\.\\s[\\dIVX–-]{1,9})";
/** What stands in front is asked at brackets only: most references have none that holds fields. */
const APA = new RegExp(
  `\\((?<=\\((?:1[5-9]|20)\\d\\d[a-z]?\\)\\.\\s[^()]{2,300}\\()(${PEOPLE}{0,2})(${EDITION})?(${VOLUME})?\\)\\.\\s+`,
  "du",
);
const HOUSE = /^(?!https?:|doi)(\p{Lu}[^.:()]{1,80}\.)(?=\s*(?:$|\(|https?:|doi))/u;

/** "(1986). The herd at dusk (B. Lang, Trans.; 2nd ed.). Corncrake.": who did what, which edition, then the house. */
export function readApaBracket(d: Draft): void {
  const m = APA.exec(d.raw.slice(0, LONGEST));
  if (!m || m[0].startsWith("()") || d.has("journal", "container", "pages")) return;
  const [whole, people, edition, volume] = m.indices!;
  let at = people![0];
  for (const part of m[1]!.split(/(?<=;\s)/u)) {
    if (part === "") continue;
    const label: Label = /Trans\.\W*$/u.test(part) && !/Eds?\./u.test(part) ? "translator" : "editor";
    d.lay(at, at + part.length, label);
    at += part.length;
  }
  if (edition) d.lay(edition[0], edition[1], "edition");
  if (volume) d.lay(volume[0], volume[1], "volume");
  // The bracket's own marks are nobody's.
  const last = (volume ?? edition ?? people)![1];
  d.lay(last, whole![1], "other");
  const house = HOUSE.exec(d.raw.slice(whole![1], whole![1] + 120));
  if (house) d.lay(whole![1], whole![1] + house[1]!.length, "publisher");
}

const DAY = `(?:\\d{1,2}\\s)?(?:${MONTH}\\s)?(?:19|20)\\d\\d`;
const COUNTED = new RegExp(
  `\\s\\(((?:\\p{L}+\\s){0,3}(?:Catalogue|Cat|Report|Paper|Publication|Bulletin|Document|Circular|Brief|Review)\\.?\\s)([Nn]o\\.?\\s)?([\\w./-]*\\d[\\w./-]*),\\s(${DAY})\\)(?=[\\s.,]|$)`,
  "du",
);

/** "Household Survey 2021 (Catalogue No 8153.4, 30 June 2022)": the year in front of the bracket is the title's. */
export function readReportBracket(d: Draft): void {
  const m = COUNTED.exec(d.raw.slice(0, LONGEST));
  if (!m || m.index < 12 || d.has("issue", "publisher")) return;
  const head = d.segments.findIndex((s) => s.label === "author");
  const author = d.segments[head];
  if (!author || author.end > m.index) return;
  const front = d.segments.filter((s) => s.start >= author.end && s.start <= m.index);
  if (front.some((s) => s.label === "location" || s.label === "url" || s.label === "editor")) return;
  let from = author.end;
  if (!front.some((s) => s.label === "title")) {
    // "Bureau of Villages, Pumps 2015": the body's name ends at the comma.
    const name = /^([^,]{4,120},\s+)\p{Lu}/u.exec(d.text(author));
    if (!name || !hasBodyWord(name[1]!)) return;
    from = author.start + name[1]!.length;
  }
  d.lay(from, m.index, "title");
  d.layGroups(m, ["genre", "other", "number", "date"]);
  if (m.indices![4]![1] < d.raw.length && d.segments.at(-1)!.label === "note") {
    // What is left of the remark behind the bracket is the page cited.
    const i = d.segments.length - 1;
    if (/^\W*\d{1,4}\W*$/.test(d.text(d.segments[i]!))) d.relabel(i, "pages");
  }
}

const THESIS =
  /(?<=\p{L}[?!]?\s)(?:\((?:Publication|Order|Accession)\s[Nn]o\.\s([\w-]{2,16})\)\s)?(\[(?:(?:Unpublished|Published)\s)?(?:[Dd]octoral|[Mm]aster[’']?s|[Bb]achelor[’']?s|PhD|MA|MSc)\s(?:dissertation|thesis)),\s([^\][]{3,120})\]\.\s*/du;

/** "(Publication No. 1022) [Doctoral dissertation, University of Brent]. Brent Theses.": the school, then who keeps the file. */
export function readThesisBracket(d: Draft): void {
  const m = THESIS.exec(d.raw.slice(0, LONGEST));
  const title = d.segments.find((s) => s.label === "title");
  if (!m || !title || title.start >= m.index || d.has("journal", "volume")) return;
  const [whole, number, kind, school] = m.indices!;
  d.lay(whole![0], kind![0], "other");
  if (number) d.lay(number[0], number[1], "number");
  d.lay(kind![0], kind![1], "genre");
  d.lay(school![0], school![1], "publisher");
  const rest = d.segments.findIndex((s) => s.start >= school![1] && s.label !== "url" && s.label !== "doi");
  if (rest >= 0) d.relabel(rest, "other");
}

const NUMBERED =
  /(?<=\((?:1[5-9]|20)\d\d[a-z]?(?:,\s[^()]{3,20})?\)\.\s[^()]{4,300}\s)\(((?:\p{L}[\p{L}&.-]*\s){0,4}(?:Report|Publication|Document|Paper|Bulletin|Brief|Guideline))\s([Nn]o\.\s)([\w./-]{1,20})\)\.\s/du;

/** "(2018). Benches of the poor (BS Publication No. 18-4). Town Press.": APA counts the papers of a body in brackets. */
export function readNumberBracket(d: Draft): void {
  const m = d.has("journal", "container", "volume") ? null : NUMBERED.exec(d.raw.slice(0, LONGEST));
  if (!m) return;
  d.layGroups(m, ["genre", "other", "number"]);
}
