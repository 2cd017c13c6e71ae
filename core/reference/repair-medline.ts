/** Repairs for what MEDLINE and its followers print (Citing Medicine, NLM): languages, reports, series, inventors, homepages. */
import { MONTH } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { NEWSPAPER } from "./type.ts";

const LONGEST = 1200;
const LANGUAGE =
  "(?:Afrikaans|Albanian|Arabic|Armenian|Basque|Bosnian|Bulgarian|Catalan|Chinese|Croatian|Czech|Danish|Dutch|English|Estonian|Finnish|Flemish|French|Galician|Georgian|German|Greek|Hebrew|Hindi|Hungarian|Icelandic|Indonesian|Italian|Japanese|Korean|Latin|Latvian|Lithuanian|Macedonian|Malay|Mandarin|Norwegian|Persian|Polish|Portuguese|Romanian|Russian|Serbian|Slovak|Slovene|Slovenian|Spanish|Swedish|Thai|Turkish|Ukrainian|Vietnamese|Welsh)";
const LANGUAGES = `${LANGUAGE}(?:(?:,\\s|\\sand\\s|,\\sand\\s)${LANGUAGE}){0,4}`;
/** Behind the pages or the year; only identifiers and addresses follow. */
const STATED = new RegExp(
  `(?<=\\d\\p{L}{0,2}\\.\\s|\\sp\\.\\s)(?:[Ii]n\\s|[Tt]ext in\\s)?${LANGUAGES}(?:\\s\\[[^\\]]{3,60}\\])?\\.(?=\\s*(?:$|doi|PMID|PMCID|https?:|Available|Cited|\\[))`,
  "iu",
);
/** Inside the quotation marks or without any such words are left to the title, as they are printed there. */
const BEHIND_QUOTE = new RegExp(
  `(?<=[”"],?\\s)\\((?:article\\s|text\\s)?in\\s${LANGUAGES}(?:[,;\\s][^)]{3,40})?\\),?(?=\\s)`,
  "iu",
);

/** "2011;131(8):802-4. Norwegian.": the language of the article is nobody's house. */
export function cutLanguage(d: Draft): void {
  const m = STATED.exec(d.raw.slice(0, LONGEST));
  if (m) d.lay(m.index, m.index + m[0].length, "other");
  const quoted = BEHIND_QUOTE.exec(d.raw.slice(0, LONGEST));
  if (quoted) d.lay(quoted.index, quoted.index + quoted[0].length, "other");
}

const REPORT_NO = /(?:Technical\s|Final\s)?Report\sNo\.:\s+(\S*\d\S*?)(?=[.;,]?(?:\s|$))/du;
const CONTRACT_NO = /(?:Contract|Grant|Project)\s(?:No\.|Nos\.):\s+[^.;]{1,60}[.;]?/u;

/** "2012 Mar. Report No.: 44. Contract No.: 8812.": the number of the report; who paid for it is no field. */
export function nameReportNumber(d: Draft): void {
  const raw = d.raw.slice(0, LONGEST);
  const contract = CONTRACT_NO.exec(raw);
  if (contract) d.lay(contract.index, contract.index + contract[0].length, "other");
  const m = REPORT_NO.exec(raw);
  const number = m?.indices?.[1];
  if (!m || !number) return;
  d.lay(m.index, number[0], "other");
  d.lay(number[0], number[1], "number");
}

const SERIES =
  /(?<=\s)\(((?:\p{Lu}|\p{Ll}+\s\p{Lu})[^();:]{3,100}?\b(?:[Ss]eries|Ser\.?|[Ss]tudies|[Mm]onographs?|[Ll]ibrary|[Pp]apers?|[Rr]eports?)[;,]\s(?:(?:[Nn]o|[Vv]ol)\.\s)?\d{1,4})\)\.?(?=\s|$)/du;

/** "Geneva: World Stairs Organization; 2003. (WSO technical report series; 912)": the series of a book. */
export function nameSeries(d: Draft): void {
  if (d.has("collection", "journal")) return;
  const m = SERIES.exec(d.raw.slice(0, LONGEST));
  const inside = m?.indices?.[1];
  if (m && inside && d.has("publisher") && m.index > 20) d.lay(m.index, m.index + m[0].length, "collection");
}

const INVENTORS =
  /^(\p{Lu}[^.;]{2,300}?)(,\sinventors?(?:[;,]\s(?:[^.;]|\.(?!\s\p{Lu}\p{Ll}+\s\p{Ll})){2,120}?,\sassignees?)?\.\s+)(?=\p{Lu})/u;

/** "Lowe P, Hart M, inventors; Ancel Surgical Inc., assignee. Night splint.": who made it, who owns it, what it is. */
export function nameInventors(d: Draft): void {
  const m = INVENTORS.exec(d.raw.slice(0, 600));
  const first = d.segments[0];
  if (!m || first?.start !== 0) return;
  const end = m[0].length;
  d.lay(0, m[1]!.length, "author");
  d.lay(m[1]!.length, end, "other");
  const i = d.segments.findIndex((s) => s.start === end);
  if (d.segments[i]?.label === "author") d.relabel(i, "title");
}

const HOMEPAGE =
  /\[(?:Internet|Online)\]\.\s+(\p{Lu}[^:;[\]]{1,40}:\s)(\p{Lu}[^:;[\]]{1,90};\s)(c?(?:19|20)\d\d)(?:[-–](?:(?:19|20)\d\d)?)?(?=[.\s[])/du;

/** "Ward Rails Online [Internet]. Hexby: Rails Society; c2011-2019": the imprint of a site. */
export function nameImprintOfSite(d: Draft): void {
  const m = HOMEPAGE.exec(d.raw.slice(0, LONGEST));
  if (!m || d.has("publisher")) return;
  d.layGroups(m, ["location", "publisher", "date"]);
  d.lay(m.indices![3]![1], m.index + m[0].length, "other");
}

const MEETING =
  /;\s((?:19|20)\d\d(?:\s\p{Lu}\p{Ll}{2}(?:\s\d{1,2})?(?:\s?[-–]\s?(?:\p{Lu}\p{Ll}{2}\s)?\d{1,2})?)?;\s[^;:.]{2,60}\.\s+)\p{Lu}[^:;]{1,40}:\s[^:;]{2,80};\s(?:19|20)\d\d(?!\d)/du;

/** "Dune Congress; June 4-6, 2012; Torvik. Dune Society; 2013": the AMA Manual of Style names no place of the house. */
const MEETING_OF_AMA = new RegExp(
  `;\\s(${MONTH}(?:\\s\\d{1,2}(?:\\s?[-–]\\s?(?:${MONTH}\\s)?\\d{1,2})?,)?\\s(?:19|20)\\d\\d;\\s[^;:.]{2,60}\\.\\s+)(\\p{Lu}[^:;]{2,90};\\s+)(?:19|20)\\d\\d(?!\\d)`,
  "du",
);

/** "Germ Cell Conference; 2001 Sep 13-15; Leeds, UK. New York: Springer; 2002": when and where people met is no imprint. */
export function cutMeeting(d: Draft): void {
  const met = MEETING.exec(d.raw.slice(0, LONGEST))?.indices?.[1];
  if (met) d.lay(met[0], met[1], "other");
  const ama = met ? undefined : MEETING_OF_AMA.exec(d.raw.slice(0, LONGEST))?.indices;
  if (!ama) return;
  d.lay(ama[1]![0], ama[1]![1], "other");
  d.lay(ama[2]![0], ama[2]![1], "publisher");
}

/** "Presented at: Dune Congress; May 3, 2011; Torvik. Abstract 12.": what a meeting counts is nobody's house. */
export function nameAbstract(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  if (
    s &&
    /^\W*(?:Abstract|Poster|Paper|Session|Presentation)\s(?:No\.?\s)?[A-Z]{0,4}[-\d]+\W*$/u.test(d.text(s))
  )
    d.relabel(i, "number");
}

const DATED_PAPER = new RegExp(
  `(?<=[.?!]["”’]?\\s)(\\p{Lu}[\\p{L}’'-]*(?:\\s(?:of\\s|and\\s)?\\p{Lu}[\\p{L}’'-]*){0,4})\\.\\s+(${MONTH}\\s\\d{1,2},\\s(?:19|20)\\d\\d)(?::(\\p{Lu}?\\d{1,3}(?:[-–,]\\p{Lu}?\\d{1,3})?))?(?=\\.|$)`,
  "du",
);

/** "Walking after sixty. Torvik Times. March 3, 2019:A7.": between title and day stands the newspaper (AMA 3.13.1). */
export function cutNewspaper(d: Draft): void {
  const m = DATED_PAPER.exec(d.raw.slice(0, LONGEST));
  if (!m || d.has("journal", "container", "publisher", "volume", "issue")) return;
  // Houses are called presses as well.
  if (!NEWSPAPER.test(m[1]!) || /\bPress$/.test(m[1]!)) return;
  const title = d.segments.find((s) => s.start <= m.index && m.index < s.end);
  if (title?.label !== "title" || title.start >= m.index) return;
  const [, paper, day, page] = m.indices!;
  d.lay(paper![0], paper![1] + 1, "journal");
  d.lay(day![0], day![1], "date");
  if (page) d.lay(page[0], page[1], "pages");
}

/** Kinds of papers that bodies count. */
const COUNTED =
  "(?:Report|Paper|Note|Bulletin|Circular|Memorandum|Memoir|Briefing|Brief|Monograph|Leaflet|Publication|Pamphlet|Release|Study)";
const NUMBERED = new RegExp(
  `[.?!]\\s+((?:\\p{Lu}[\\p{L}.&’'-]*\\s+(?:[\\p{L}&’'-]+\\s+){0,3})?${COUNTED}\\s+)((?:No\\.?\\s+|Nr\\.?\\s+)?(?:\\p{Lu}{1,6}[-/]?)?\\d+(?:[/.-]\\d+)*\\p{Lu}?)[.\\s]*$`,
  "iu",
);

/** "Who Works Them. Report 44. Leeds: …": the number under which a body counts its papers ends no title. */
export function cutNumberFromTitle(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  const next = d.segments[i + 1]?.label;
  if (s && !d.has("number", "genre", "journal", "container")) {
    const m = NUMBERED.exec(d.text(s).slice(0, 600));
    const year = m ? /^(?:1[5-9]|20)\d\d$/.test(m[2]!) : true;
    const imprint = next === "location" || next === "publisher" || next === "url" || next === "date";
    if (m && !year && imprint && m.index > 3) {
      const kind = m.index + m[0].indexOf(m[1]!);
      d.cut(i, [0, "title"], [kind, "genre"], [kind + m[1]!.length, "number"]);
      return;
    }
  }
  nameCountedPaper(d);
}

const KIND_ALONE = new RegExp(`^\\W*(?:\\p{L}+\\s){0,3}${COUNTED}\\s*$`, "iu");

/**
 * "Research Report No. 118. Leeds: …", "Bulletin 12. Hull: …", "Statistical Bulletin 12 (Hull: …": with place and house
 * behind it no journal's number.
 */
function nameCountedPaper(d: Draft): void {
  if (d.has("number") || !d.has("publisher", "location")) return;
  const i = d.segments.findIndex((s) => s.label === "genre" || s.label === "journal");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  const title = d.segments[i - 1];
  if (!s || title?.label !== "title" || (next?.label !== "issue" && next?.label !== "volume")) return;
  const place = d.segments[i + 2];
  if (!KIND_ALONE.test(d.text(s)) || place?.label !== "location") return;
  // A page behind a bracket with the imprint is the one that is cited; what stands in quotation marks is an article.
  const bracket = d.text(place).startsWith("(") && !/^\W*["“„«‘']/u.test(d.text(title));
  if (!bracket && (d.has("pages") || !/[.?!]\s*$/u.test(d.text(title)))) return;
  d.relabel(i, "genre");
  d.relabel(i + 1, "number");
}

const ON_LINE = /\s\[(?:internet|online|serial online|serial on the internet)\]\W*$/iu;

/** "Ward Saf J [Internet].": where a journal was read is no part of its name. */
export function cutCarrierOfJournal(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal");
  const s = d.segments[i];
  const m = s ? ON_LINE.exec(d.text(s)) : null;
  if (s && m && m.index > 2) d.cut(i, [0, "journal"], [m.index, "medium"]);
}
