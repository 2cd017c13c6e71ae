/** Repairs of who speaks: names that run on, editors taken for authors, bodies in front of a title. */
import type { Draft } from "./draft.ts";
import { MEDLINE } from "./medline.ts";
import { hasBodyWord, isBody } from "./names.ts";
import { isGroup, isLettersOf } from "./repair-groups.ts";

const EDITING =
  /(?<!\p{L})(?:eds?|edd|edit\p{L}*|hrsgg?|hgg?|herausg\p{L}*|dirs?|direction|coord\p{L}*|éds?|éditeurs?|cura|red|orgs?|comps?|compil\p{L}*|in)(?!\p{L})/iu;

/** "et al." ends a list of names; what follows is the title's, even where it looks like initials ("M. tuberculosis"). */
export function endNamesAtEtAl(d: Draft): void {
  for (let i = 0; i < d.segments.length; i++) {
    const s = d.segments[i]!;
    if (s.label !== "author") continue;
    const m = /^(.*?\bet\.?\s?al\b[.,]?(?:\s*<\/[a-z]{1,10}>)?)[\s.,;:]+((?=.*\p{L}{2}).+)$/su.exec(
      d.text(s).slice(0, 4000),
    );
    if (!m || EDITING.test(m[2]!) || isGroup(m[2]!)) continue;
    const offset = s.end - s.start - m[2]!.length;
    if (offset <= 0) continue;
    d.cut(i, [0, "author"], [offset, "title"]);
    const next = d.segments[i + 2];
    if (next?.label === "title") {
      const rest = d.segments[i + 1]!;
      d.segments.splice(i + 1, 2, { ...next, start: rest.start });
    }
  }
}

/** "Orr B. Salt, Water and the Kidney: A Guide. Leith: Harbor; 2010": initials and a stop end the names of MEDLINE. */
const ENDED =
  /^((?:\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?\s\p{Lu}{1,3}(?:,\s|(?=\.\s)))+\.\s+)(?=\p{Lu}[^.]*(?::\s|\s(?:the|of|in|for|on|an?|to|with|from|by|at|as)\s)[^.]*[.?!])/u;

/** What stands behind the stop is the title's, even where it looks like another name. */
export function endNamesOfMedline(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (s?.label !== "author" || d.segments[i + 1]?.label !== "title" || !MEDLINE.test(d.raw)) return;
  const names = ENDED.exec(d.raw.slice(s.start, s.start + 600))?.[1];
  if (names === undefined || s.start + names.length >= s.end) return;
  d.lay(s.start + names.length, d.segments[i + 1]!.end, "title");
}

/** "World Fish Council. Eels and salt: a statement. Fish Bull. 2011;8:4": no string begins with its publisher. */
export function nameBodyAtHead(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (
    s?.label === "publisher" &&
    d.segments[i + 1]?.label === "title" &&
    !d.has("author", "editor") &&
    isBody(d.text(s))
  )
    d.relabel(i, "author");
}

/**
 * "Northern Poison Registry. Annual Report 2016. Torr: NPR; 2017": what reads as a journal and its year is the paper of the
 * body in front, where a place and a house follow.
 */
export function namePaperOfBody(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const [body, paper, year] = d.segments.slice(i, i + 3);
  if (
    body?.label !== "title" ||
    !paper ||
    year?.label !== "date" ||
    d.has("author", "editor", "volume", "issue")
  )
    return;
  if (paper.label !== "journal" && paper.label !== "container") return;
  const rest = d.segments.slice(i + 3).map((s) => s.label);
  if (!rest.includes("location") || !rest.includes("publisher") || !rest.includes("date")) return;
  if (
    !/^[^.:;?!“”"]{6,90}\.\s*$/u.test(d.text(body)) ||
    !isBody(d.text(body)) ||
    !/\.\s*$/.test(d.text(year))
  )
    return;
  d.relabel(i, "author");
  d.lay(paper.start, year.end, "title");
}

/** Names at the very start are editors only where the string says so. */
export function nameAuthors(d: Draft): void {
  const head = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[head];
  if (s?.label === "editor" && !d.has("author") && !EDITING.test(d.text(s))) d.relabel(head, "author");
}

/** What books are called where nobody is named. */
const BOOK =
  /(?<!\p{L})(?:handbook|textbook|manual|atlas|guide|companion|dictionary|encyclop(?:a?e)dia|principles|essentials|fundamentals|introduction|practice|anatomy|medicine|surgery|pharmacology|diseases?|disorders|formulary|bible|book|reader|journal|proceedings)(?!\p{L})/iu;

/**
 * "Norport Hip Fracture Audit. Annual report 2020. Norport: …; 2021": MEDLINE prints titles in small letters, so that
 * three words with capitals before a title in small letters are who speaks.
 */
const isAsked = (first: string, rest: string): boolean =>
  /^(?:\p{Lu}[\p{L}\d’'&-]*(?:\s(?:of|for|and|the|on|in|&)(?=\s))*(?:\s|$)){3,}$/u.test(first) &&
  /^\p{Lu}[\p{L}’'-]*\s(?:\p{Ll}|\d)/u.test(rest) &&
  !/^\W*\d+(?:st|nd|rd|th)\b|^\W*vol/iu.test(rest) &&
  !BOOK.test(first);

/** "Ministry of the Coast, National Wetland Inventory. Halden: Ministry of the Coast, 2017." */
export function takeBodyFromTitle(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (s?.label !== "title" || d.has("author", "editor")) return;
  const text = d.text(s);
  const m = /^([^.,:;“”"()]{6,90}?)[.,:]\s+(?=[\p{Lu}"“‘«„\d])/u.exec(text);
  if (!m || text.length - m[0].length <= 4) return;
  // "StatCalc Statistical Software: Release 17": a program under its name.
  if (/^(?:Release|Version)\s\d/u.test(text.slice(m[0].length))) return;
  const publisher = d.segments.find((p) => p.label === "publisher");
  const named =
    publisher !== undefined && (d.text(publisher).includes(m[1]!) || isLettersOf(d.text(publisher), m[1]!));
  if (named || hasBodyWord(m[1]!) || (MEDLINE.test(d.raw) && isAsked(m[1]!, text.slice(m[0].length))))
    d.cut(i, [0, "author"], [m[0].length, "title"]);
}

/** "Anonymous. A sting in the tail": nobody is named. */
export function dropAnonymous(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (!s || (s.label !== "title" && s.label !== "author")) return;
  const m = /^\W*(?:anon(?:ymous|yme|ym|\.)?|s\.\s?n\.|o\.\s?v\.)[.,:]?\s*/iu.exec(d.text(s));
  if (!m || !/^\W*(?:anonym|anon\b|s\.\s?n\.|o\.\s?v\.)/iu.test(m[0])) return;
  if (m[0].length >= s.end - s.start) d.relabel(i, "other");
  else if (s.label === "title") d.cut(i, [0, "other"], [m[0].length, "title"]);
}
