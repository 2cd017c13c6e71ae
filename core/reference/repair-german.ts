/** Repairs for what German lawyers and historians print: commentaries under their editors, papers by "vom" and a day. */
import type { Draft } from "./draft.ts";

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

/** "in: Weserbote vom 3. Mai 1911": the word belongs to the day. */
export function cutWordOfDay(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (!s || d.segments[i + 1]?.label !== "date") return;
  const m = /^(.*\p{L}{3},?\s+)(?:vom|v\.)\s*$/su.exec(d.text(s).slice(0, 400));
  if (m) d.cut(i, [0, s.label], [m[1]!.length, "other"]);
}
