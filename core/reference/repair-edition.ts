/** Repairs for what stands between a book's title and its imprint: the edition, who translated or edited it, its series. */
import type { Draft } from "./draft.ts";

const EDITION =
  /^\W*(?:(?:rev(?:ised)?|new|enl(?:arged)?|updated|expanded|abridged|international|student|illustrated|paperback|anniversary|classic|bilingual|critical)\.?(?:\s(?:and|&)\s\p{L}+\.?)?\s)(?:ed|edn|edition)\.?\W*$/iu;

/** "Rev ed. Hull: Corncrake; 1986.": no journal is called an edition. */
export function nameEditionByWord(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (s && i > 0 && !d.has("edition", "volume", "issue") && EDITION.test(d.text(s))) d.relabel(i, "edition");
}

const PERSON_AND_EDITION =
  /^(\W*\p{Lu}[^.()\d]{2,80},\s(trans(?:l(?:ators?)?)?|translators?|eds?|editors?)[.;,]\s+)(?=(?:\d|rev|new|[Ff]irst|[Ss]econd|[Tt]hird))/iu;

/** "Lang B, trans. 3rd ed.": AMA names who translated a book in front of the edition. */
export function cutPersonFromEdition(d: Draft): void {
  const i = d.only("edition");
  const s = d.segments[i];
  const m = s ? PERSON_AND_EDITION.exec(d.text(s).slice(0, 160)) : null;
  if (m) d.cut(i, [0, /^ed/iu.test(m[2]!) ? "editor" : "translator"], [m[1]!.length, "edition"]);
}

/** "Mark. WBC 34. Waco: …": letters and a number between the title and the place count the books of a series. */
const SERIES_BY_LETTERS = /^(.{2,400}\p{L}{2}[.?!]["”]?\s+)\p{Lu}{2,8}\s\d{1,3}(?:\.\d{1,2})?\.\s*$/su;

export function cutSeriesByLetters(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.segments[i + 1]?.label !== "location" || d.has("journal", "collection", "number", "volume"))
    return;
  const m = SERIES_BY_LETTERS.exec(d.text(s));
  if (m && !/\s(?:HC|HL|CP|SP|NCT|ISO|EN|DIN|BS)\s\d+\.\s*$/u.test(d.text(s)))
    d.cut(i, [0, "title"], [m[1]!.length, "collection"]);
}

const EDITION_BEHIND =
  /^(.{4,200}?,\s+)(?:\d{1,2}(?:st|nd|rd|th)|rev\.|new|second|third)(?:\s\p{L}{2,8}\.?)?\sed(?:n|ition)?\.?,?\s*$/isu;

/** "ed. Lise Ward, rev. ed.": the edition behind who edited it is nobody's name. */
export function cutEditionFromEditor(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "editor" || s.label === "translator");
  const s = d.segments[i];
  const m = s && !d.has("edition") ? EDITION_BEHIND.exec(d.text(s)) : null;
  if (s && m) d.cut(i, [0, s.label], [m[1]!.length, "edition"]);
}
