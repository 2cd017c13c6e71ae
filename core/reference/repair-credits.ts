/**
 * Repairs for what MLA says of a work in words: who had a hand in it, "Translated by …", "Directed by …", "…, director.",
 * and the school of a thesis.
 */
import type { Draft } from "./draft.ts";

const NAME = "\\p{Lu}[\\p{L}.’'-]*(?:\\s(?:\\p{Lu}[\\p{L}.’'-]*|de|von|van|la|and|&)){1,6}";
/** In front of the collection that holds the piece. */
const TRANSLATED = new RegExp(
  `^\\W*(?:Translated|Trans(?:l\\.|\\.)?|Adapted)(?:\\sfrom\\sthe\\s\\p{Lu}\\p{L}+)?\\sby\\s${NAME}[.,]\\s+(?=\\p{Lu}.*\\p{L}{3})`,
  "su",
);

/** "“The Guest.” Translated by Ida Moor. Essays on Bread, edited by …": the translator, then the book. */
export function cutTranslatorOfPiece(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "container" || s.label === "journal");
  const s = d.segments[i];
  const m = s && !d.has("translator") ? TRANSLATED.exec(d.text(s).slice(0, 300)) : null;
  if (m) d.cut(i, [0, "translator"], [m[0].length, s!.label]);
}

const DEED =
  "(?:directed|written|produced|created|adapted|performed|narrated|conducted|choreographed|composed|filmed)";
const CREDIT = `(?:${DEED}(?:(?:,\\s|\\sand\\s|,\\sand\\s)${DEED}){0,3}\\sby\\s|performances?\\sby\\s)`;
const CREDITED = new RegExp(`^(.{2,200}?\\p{L}[.?!]?[”"’]?[.,]?\\s+)${CREDIT}\\p{Lu}`, "isu");
const OPENS_CREDIT = new RegExp(`^\\W*${CREDIT}\\p{Lu}`, "iu");

/** "The Long Stair. Written and directed by Ida Moor, Harbour Films, 2003.": who made the film is no part of its title. */
export function cutCredits(d: Draft): void {
  const t = d.only("title");
  const title = d.segments[t];
  const m = title ? CREDITED.exec(d.text(title).slice(0, 400)) : null;
  if (m && /[.?!]["”’]?\s+$/u.test(m[1]!)) d.cut(t, [0, "title"], [m[1]!.length, "other"]);
  d.segments.forEach((s, i) => {
    if (
      (s.label === "editor" || s.label === "journal" || s.label === "container") &&
      OPENS_CREDIT.test(d.text(s))
    )
      d.relabel(i, "other");
  });
  const house = d.only("location");
  const before = d.segments[house - 1];
  // "…, performances by Tom Dray, Northlight, 2011": who showed it stands alone in front of the year.
  if (
    house > 0 &&
    before &&
    !d.has("publisher") &&
    OPENS_CREDIT.test(d.text(before)) &&
    before.label === "other"
  )
    d.relabel(house, "publisher");
}

/** "Moor, Ida, director.": what somebody did for the work is none of the names. */
export function cutRole(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (s?.label !== "author") return;
  const m =
    /^(.{3,120}?,\s+)(?:directors?|producers?|performers?|creators?|writers?|narrators?|hosts?|composers?|conductors?|photographers?|illustrators?|screenwriters?)\.\s*$/su.exec(
      d.text(s).slice(0, 300),
    );
  if (m) d.cut(i, [0, "author"], [m[1]!.length, "other"]);
}

/** "U of Carrow", "Norland U", "Carrow State U", "Imperial College". */
const SCHOOL =
  "(?:U(?:niv\\.|niversity)?\\sof\\s\\p{Lu}[^,.\\d]{2,60}|\\p{Lu}[^,.\\d]{2,60}\\s(?:U|Univ\\.|University|College|Institute|School))";
const THESIS = new RegExp(
  `\\s(?:1[89]|20)\\d\\d\\.\\s(${SCHOOL},\\s)((?:Ph\\.?D\\.?|D\\.?Phil\\.?|M\\.?[AS]\\.?|MPhil|MFA|BA)\\s(?:dissertation|diss\\.|thesis)\\.?)$`,
  "du",
);

/** "Staging Rain. 2009. U of Carrow, PhD dissertation.": the school, then the kind of thesis. */
export function nameSchoolOfMla(d: Draft): void {
  const [, school, kind] = THESIS.exec(d.raw.trimEnd())?.indices ?? [];
  if (!school || !kind) return;
  d.lay(school[0], school[1], "publisher");
  d.lay(kind[0], kind[1], "genre");
}

const ROLE =
  "(?:translated|edited|introduced|illustrated)(?:\\sand\\s(?:translated|edited|introduced|illustrated))?\\sby\\s";
const FOREWORD = new RegExp(
  `([“"][^“”"]{2,120}[”"]|(?<=\\.\\s)(?:Introduction|Foreword|Preface|Afterword|Postscript|Epilogue|Prologue)\\.)\\s(?!Rev(?:iew|\\.)\\s)(\\p{Lu}[^“”"]{2,120}?,\\s)(by\\s\\p{Lu}(?:(?!\\p{Ll}{2}\\.\\s)[^,\\d]){1,60},\\s)((?:${ROLE}\\p{Lu}[^,\\d]{1,60},\\s){0,3})(\\p{Lu}[^,\\d]{1,60},\\s)((?:1[5-9]|20)\\d\\d[,.])`,
  "du",
);

const IN_ROLE = new RegExp(`${ROLE}\\p{Lu}[^,]{1,60},\\s`, "gu");

/** "“Afterword.” Grey Barns, by Tom Cole, translated by Ina Moor, Halyard, 1911": a piece in a book of somebody else. */
export function nameBookOfForeword(d: Draft): void {
  const m = FOREWORD.exec(d.raw.slice(0, 600));
  if (!m) return;
  d.layGroups(m, ["title", "container", "other", "other", "publisher", "date"]);
  const from = m.indices![4]![0];
  for (const { 0: role, index } of m[4]!.matchAll(IN_ROLE)) {
    const label = role.startsWith("translated") ? "translator" : "editor";
    if (!/^(?:introduced|illustrated)\sby/.test(role)) d.lay(from + index, from + index + role.length, label);
  }
}
