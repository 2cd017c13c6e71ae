/** Repairs for what German lawyers and historians print: commentaries under their editors, papers by "vom" and a day. */
import type { Draft } from "./draft.ts";
import { isBody } from "./names.ts";

const SURNAME = "\\p{Lu}[\\p{L}’'-]+";
const PERSON = `(?:\\p{Lu}[\\p{L}.’'-]*\\s){0,3}${SURNAME}`;
/** "Brandt/Kohl, in: Ida Stamm (Hrsg.): Kommentar zur Bauordnung, 3. Aufl.", "Kohl, in: Weser-Kommentar zum HGB, 2009". */
const IN_COMMENTARY = new RegExp(
  `^(${SURNAME}(?:/${SURNAME}){0,3},\\s)[iI]n:?\\s((?:${PERSON}(?:(?:/|,\\s|\\su\\.\\s|\\sund\\s)${PERSON}){0,3}(?:\\su\\.\\s?a\\.)?\\s\\((?:Hrsgg?|Hgg?|Begr|Bearb)\\.\\)[:,]\\s)?)([^:;()]{4,160}?,\\s)(?=\\d{1,2}\\.\\s?Aufl|(?:Bd|Band|Teilbd)\\.?\\s[\\dIVX]|(?:\\p{Lu}[\\p{L}.-]+\\s?){1,3}:\\s|(?:\\p{Lu}[\\p{L}.-]+\\s)?(?:1[89]|20)\\d\\d)`,
  "du",
);
/** Works in which what stands in front of "in:" may be the name of an entry. */
const OF_ENTRIES = /[Ll]exi[ck]on|[Ww]örterbuch|[Ee]n[cz]y[ck]lop|[Rr]ealenz/u;
const COMMENTARY = /[Kk]omm(?:entar|\.|(?=-))|^MüKo|[Hh]andbuch|[Ff]estschrift|^FS\s/u;

function commentary(raw: string): RegExpExecArray | null {
  const m = IN_COMMENTARY.exec(raw.slice(0, 500));
  return m && !OF_ENTRIES.test(m[3]!) && (m[2] !== "" || COMMENTARY.test(m[3]!)) ? m : null;
}

/** Returns whether an author's part of a commentary is cited, which has no title of its own. */
export const isPartOfCommentary = (raw: string): boolean => commentary(raw) !== null;

/** A lawyer's part of a commentary has no title of its own: author, editors, and the commentary that holds it. */
export function nameCommentator(d: Draft): void {
  const [, author, editors, book] = commentary(d.raw)?.indices ?? [];
  if (!author || !editors || !book) return;
  for (const name of d.raw.slice(author[0], author[1]).matchAll(/[^/,\s]+/gu)) {
    if (name.index > 0) d.lay(author[0] + name.index - 1, author[0] + name.index, "other");
    d.lay(author[0] + name.index, author[0] + name.index + name[0].length, "author");
  }
  d.lay(author[1], editors[0], "other");
  d.lay(editors[0], editors[1], "editor");
  d.lay(book[0], book[1], "container");
}

/** "…, in: Wasser und Brot, hrsg. v. Karl Timm u. Eva Roth, Bonn: Egge 2004": editors behind the book, in front of its imprint. */
const BOOK_AND_EDITORS =
  /,\s(?:[iI]n:\s)([^;:()„“]{3,160}?),\s(?:hrsg|hg|herausgegeben|bearb)\.?\s(?:v\.|von)\s([^;:()„“\d]{3,160}?),\s(?=(?:\d{1,2}\.[^,;:]{0,30}Aufl[^,;:]{0,8},\s)?\p{Lu}[\p{L}./ -]{1,40}(?::\s\p{Lu}|\s(?:1[5-9]|20)\d\d(?!\d)))/du;

/** The book that holds a piece and who edited it, however many commas and joints their names have. */
export function nameBookAndEditors(d: Draft): void {
  const head = d.raw.slice(0, 600);
  const at = head.search(/,\s[iI]n:\s/);
  const m = at < 0 ? null : BOOK_AND_EDITORS.exec(head.slice(at));
  const [, book, editors] = m?.indices ?? [];
  if (m?.index !== 0 || !book || !editors) return;
  d.lay(at + 1, at + book[0], "other");
  d.lay(at + book[1], at + editors[0], "other");
  d.layGroups(m, ["container", "editor"], at);
}

/** "Haller: Brot und Salz. Geschichte der Tafel, Bd. 2, 3., erw. Aufl., Wien: Egge 1979": no journal has a place and a house. */
const VOLUME_OF_BOOK =
  /^[^:“„]{3,120}:\s([^“„»;]{3,240}?),\s(?:Bd|Teilbd)\.\s[\dIVX]{1,4},\s(?:\d{1,2}\.[^:;()\d]{0,40}?Aufl(?:\.|age),\s)?\p{Lu}[^:;,()\d]{1,40}:\s\p{Lu}[^:;()]{1,80}\s\d{4}/du;

/** The title of a volume with its second part, which reads like the journal of the first. */
export function joinTitleOfVolume(d: Draft): void {
  const m = d.has("journal", "container") ? VOLUME_OF_BOOK.exec(d.raw.slice(0, 600)) : null;
  if (m && !/,\s[iI]n:?\s/.test(m[1]!)) d.layGroups(m, ["title"]);
}

/** "Ida von Salm: Brot und Salz. Ein Ratgeber, Wien: Egge 1904": what an article opens behind the title is no place. */
const WITH_SUBTITLE =
  /^(\p{Lu}[\p{L}.’'-]*(?:\s(?:v\.|\p{L}[\p{L}.’'-]*)){1,4}:\s)([^:;„“()]{3,160}?\.\s(?:Eine?|Der|Die|Das|Zur|Zum|Über|Vom?)\s[^:;,()„“]{3,120}?,\s)(\p{Lu}[\p{L}./ -]{1,40}:\s)(\p{Lu}[^:;,()]{1,80}?\s)((?:1[5-9]|20)\d\d)(?!\d)/du;

/** The title of a book with its second sentence. */
export function joinSubtitle(d: Draft): void {
  const m = WITH_SUBTITLE.exec(d.raw.slice(0, 600));
  if (m) d.layGroups(m, ["author", "title", "location", "publisher", "date"]);
}

/** "Statistisches Amt (Hg.): Jahrbuch 1910, Wald 1911": a book under who edits or issues it, its place and house. */
const UNDER_EDITORS =
  /^([^:;,()„“]{3,120}?\s)\((?:Hrsgg?|Hgg?)\.\)[:,]\s+([^;„“()]{3,240}?[,.]\s)(\p{Lu}[\p{L}./-]*(?:\s[\p{L}./-]+){0,3})(?:(?::\s)(\p{Lu}[^:;,()]{1,80}?))?,?\s((?:1[5-9]|20)\d\d)\.?$/du;
/** What is no part of a title. */
const DETAILS = /,\s(?:\d|Bd|Band|Teil|[Hh]rsg|[Hh]g\.|[Ii]n:?\s)/u;

/** A year in the title is none of the book's; a body that issues a book has written it. */
export function nameBookUnderEditors(d: Draft): void {
  const m = UNDER_EDITORS.exec(d.raw.slice(0, 600));
  const mark = m?.indices?.[1]?.[1];
  const title = m?.indices?.[2]?.[0];
  if (!m || mark === undefined || title === undefined || DETAILS.test(m[2]!)) return;
  const issued = isBody(m[1]!.trim());
  d.layGroups(m, [issued ? "author" : "editor", "title", "location", "publisher", "date"]);
  d.lay(issued ? mark : 0, title, issued ? "other" : "editor");
}

const NAMED = "\\p{Lu}[\\p{L}.’'-]*(?:\\s[\\p{L}’'-]+\\.?){1,3}?";
/** Groups: what says so, and who put it into German. */
const INTO_GERMAN = new RegExp(
  `[,.]\\s((?:aus de[mr]\\s\\p{Lu}\\p{L}+\\.?(?:\\s(?:übers(?:etzt|\\.)|übertr(?:agen|\\.)))?|(?:übers(?:etzt|\\.)|übertr(?:agen|\\.))(?:\\saus de[mr]\\s\\p{Lu}\\p{L}+\\.?)?)\\s(?:von|v\\.)\\s)(${NAMED}(?:\\s(?:und|u\\.)\\s${NAMED})?),\\s`,
  "diu",
);

/** "…, aus dem Niederl. v. Ulla Timm, Köln": shortened words that a model takes for the end of the title. */
export function nameTranslatorIntoGerman(d: Draft): void {
  const m = INTO_GERMAN.exec(d.raw.slice(0, 600));
  if (m && m.index > 0) d.layGroups(m, ["other", "translator"]);
}

/** "in: Weserbote vom 3. Mai 1911": the word belongs to the day. */
export function cutWordOfDay(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (!s || d.segments[i + 1]?.label !== "date") return;
  const m = /^(.*\p{L}{3},?\s+)(?:vom|v\.)\s*$/su.exec(d.text(s).slice(0, 400));
  if (m) d.cut(i, [0, s.label], [m[1]!.length, "other"]);
}
