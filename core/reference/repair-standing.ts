/** Repairs for what a work stands in or comes from where that is no journal: a school, a meeting, a body, a paper's page. */
import { MONTH } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { isListed } from "./gazetteer.ts";

/** "[Doctoral dissertation, University of Ravensholm]. Ravensholm Repository.": the school, then who keeps the file. */
export function cutRepository(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  if (!s || d.segments[i - 1]?.label !== "genre" || !/^\W*\[/.test(d.text(d.segments[i - 1]!))) return;
  const m = /^([^[\]]{3,160})\][.,]\s+\p{Lu}/u.exec(d.text(s).slice(0, 240));
  if (m) d.cut(i, [0, "publisher"], [m[1]!.length, "other"]);
}

const SPOKEN =
  /\[(?:\p{L}+\s){0,2}(?:presentation|poster|address|talk|lecture|symposium|seminar|workshop|session|conference paper)\W*$/iu;

/** "[Paper presentation]. Annual Meeting of the Service Research Association": nothing was printed at a meeting. */
export function nameMeeting(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "container" || s.label === "journal");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || !before || d.has("volume", "issue", "pages", "editor") || /^\W*in\b/iu.test(d.text(s))) return;
  if ((before.label === "genre" || before.label === "title") && SPOKEN.test(d.text(before)))
    d.relabel(i, "note");
}

/** "(2021, July 2). The Northmere Courier, B4.": a section and its page, not a volume. */
export function nameSectionPage(d: Draft): void {
  const i = d.only("volume");
  const s = d.segments[i];
  if (!s || d.has("issue", "pages") || !/^[A-Z]\d{1,3}\W*$/.test(d.text(s))) return;
  const dated = d.segments.some(
    (o) => o.label === "date" && /\p{L}{3}/u.test(d.text(o)) && /\b\d{1,2}\b/.test(d.text(o)),
  );
  if (dated) d.relabel(i, "pages");
}

/** "The Third Back. 1931. Edited by Joan Ridley, Persimmon, 2001.": behind an editor stands the house of the new edition. */
export function nameHouseOfNewEdition(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  if (!s || d.has("publisher", "container", "journal") || d.segments[i + 1]?.label !== "date") return;
  const before = d.segments[i - 1];
  if (before?.label !== "editor" && before?.label !== "translator") return;
  if (!/^(?:edited|translated|introduced) by\s/iu.test(d.text(before))) return;
  const town = isListed(d.text(s).replace(/\P{L}+$/u, ""), "place");
  if (!town && /\p{Ll},\s*$/u.test(d.text(before)) && /^\p{Lu}[^:,]*,\s*$/u.test(d.text(s)))
    d.relabel(i, "publisher");
}

/** "Norland Standards Institute, …, NSI 4402": the letters are the body's, and what they count is no journal. */
export function nameOwnNumber(d: Draft): void {
  const i = d.only("journal");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  const author = d.segments[d.only("author")];
  if (!s || !author || next?.label !== "volume" || d.has("number", "issue", "pages")) return;
  const letters = /^\W*(\p{Lu}{2,6})\s*$/u.exec(d.text(s))?.[1];
  const initials = (d.text(author).match(/\p{Lu}(?=\p{Ll})/gu) ?? []).join("");
  if (letters === initials && /^\W*\d[\d.:/-]*\W*$/.test(d.text(next)))
    d.segments.splice(i, 2, { ...s, label: "number", end: next.end });
}

/** "Open Rivers Archive, 2019, doi: …": an archive of data; "Archive for …" is a journal. */
const DATA_HOUSE =
  /^\W*(?:\p{Lu}[\p{L}’'&-]*\s){0,4}(?:(?:Data\s)?(?:Archive|Repository|Bank|Commons)|Data\s?verse|Data\s(?:Service|Cent(?:er|re)|Library|Hub)|Zenodo|Dryad|[Ff]igshare)\W*$/u;

/** "“Bias in chalk streams” [Data set], Open Rivers Archive, 2021": data are published by who keeps them. */
export function nameHouseOfData(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || !before || d.has("publisher", "volume", "issue", "pages")) return;
  // An archive of preprints is what they stand in.
  if (d.segments.some((o) => o.label === "genre" && /^\W*pre-?print/iu.test(d.text(o)))) return;
  const described = /[[(](?:data ?set|software|computer software|source code)[\])]\W*$/iu.test(
    d.text(before),
  );
  if (described || (d.has("doi") && DATA_HOUSE.test(d.text(s)))) d.relabel(i, "publisher");
}

const TRANSLATED =
  /^\W*(?:trans(?:l(?:ated)?)?\.?\sby|trans(?:l)?\.|übers(?:etzt)?\.?\svon|übers\.|trad(?:uit)?\.?\spar|trad\.)\s\p{Lu}/iu;

/** "trans. by Ruth Abel": who is called a translator in so many words is one, however unsure the model was. */
export function trustTranslator(d: Draft): void {
  d.segments.forEach((s, i) => {
    if (s.label === "translator" && TRANSLATED.test(d.text(s)))
      d.segments[i] = { ...s, confidence: Math.max(s.confidence, 0.7) };
  });
}

/** What says in a title's last part who put the work into another language. */
const TRANSLATED_BEHIND =
  /^(.{3,}?[.,]\s+)((?:aus de[mr]\s\p{Lu}\p{L}+\.?(?:\s(?:übersetzt|übertragen|übers\.|übertr\.))?|(?:ins\sDeutsche\s)?(?:übersetzt|übertragen)|übers\.|übertr\.|(?:translated|trans(?:l)?\.)(?:\sfrom\sthe\s\p{Lu}\p{L}+)?|traduit(?:\s(?:du|de\sl['’])\s?\p{Ll}+)?|trad\.)\s(?:von|v\.|by|par)\s+)\p{Lu}[^,:()\d]{2,60},\s*$/su;

/** "Die Werft im Nebel, aus dem Finnischen von Jorma Feld,": the translator is no part of the title. */
export function cutTranslator(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  const m = s && !d.has("translator") ? TRANSLATED_BEHIND.exec(d.text(s).slice(0, 600)) : null;
  if (m) d.cut(i, [0, "title"], [m[1]!.length, "other"], [m[1]!.length + m[2]!.length, "translator"]);
}

/** "Datensatz, Version 1.3, Lindenau 2019": German imprints name the place and the year without a mark between. */
export function cutImprintFromNote(d: Draft): void {
  const i = d.only("note");
  const s = d.segments[i];
  if (!s || d.has("date", "location", "publisher")) return;
  const m =
    /^(.{0,60}?(?:^|,\s+))(\p{Lu}[\p{L}-]+(?:[\s/]\p{Lu}[\p{L}-]+){0,2}\s+)(?:1[5-9]|20)\d\d[.,;\s]*$/su.exec(
      d.text(s),
    );
  if (!m || new RegExp(`^${MONTH}\\s`, "u").test(m[2]!)) return;
  const date = m[1]!.length + m[2]!.length;
  if (m[1] === "") d.cut(i, [0, "location"], [date, "date"]);
  else d.cut(i, [0, "note"], [m[1]!.length, "location"], [date, "date"]);
}
