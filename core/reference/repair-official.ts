/**
 * Repairs for what bodies report: the session counts the papers of a parliament's committee and is no date of issue;
 * what a body prints itself names where, not who.
 */
import type { Draft } from "./draft.ts";
import { hasBodyWord } from "./names.ts";
import { isPlaceOfBody, isPlaceOfOwnPaper } from "./own-paper.ts";

/** "Joint Committee on Housing, Second Report, Session 2021–22, Title (Carling: Parliament, 2022)". */
const SESSION_REPORT =
  /^([^,“”"‘:()]{4,90}),\s+((?:\p{Lu}[\p{L}-]+\s){1,4}Report(?:,|\sof(?:\sthe)?)?\s+(?:Session\s+)?(?:1[6-9]|20)\d\d[-–/]\d{2,4}(?:[,:]\s+(?!HC\s|HL\s|SP\s|p\.|pp\.|para)[^(:]{3,200}?)?)(?=,?\s+\(|[,.]\s|[,.]?$)/u;

/** What stands in front of the report's count is who reports; count and session are its title. */
export function nameSessionReport(d: Draft): void {
  const m = SESSION_REPORT.exec(d.raw.slice(0, 600));
  if (!m || d.has("journal", "container")) return;
  const from = m[0].length - m[2]!.length;
  d.lay(0, from, "author");
  d.lay(from, m[0].length, "title");
}

/** "National Board of Ferries, Annual Report 2017 (Ravenholm, 2018)": no house prints that, so the lone name is the place. */
export function placeOfOwnPaper(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  const author = d.segments[d.only("author")];
  const title = d.segments[d.only("title")];
  if (!s || !author || !title || d.has("location", "journal", "container")) return;
  if (!/\(\s*$/u.test(d.raw.slice(0, s.start + d.text(s).search(/\p{L}/u)))) return;
  if (
    d.segments[i + 1]?.label === "date" &&
    hasBodyWord(d.text(author)) &&
    (isPlaceOfOwnPaper(d.text(title), d.text(s)) || isPlaceOfBody(d.text(s)))
  )
    d.relabel(i, "location");
}
