/** Repairs for the custom of notes, which part everything by commas: names from title, place from house, thesis from title. */
import type { Draft } from "./draft.ts";
import { isListed } from "./gazetteer.ts";
import { isBody } from "./names.ts";

/** "Clara Venn, The Blotter (…": no person is called "The"; behind one name in plain order the title begins. */
const NAME_AND_TITLE =
  /^(\p{Lu}[\p{L}.’'-]*(?:\s(?:\p{Lu}[\p{L}.’'-]*|de|van|von|der|du)){1,3},\s+)(?:The|An?)\s\p{Lu}/u;

export function cutTitleAtArticle(d: Draft): void {
  const i = d.only("author");
  const s = d.segments[i];
  if (!s || d.has("title") || d.segments[i + 1]?.label === "title") return;
  const m = NAME_AND_TITLE.exec(d.text(s).slice(0, 400));
  if (m) d.cut(i, [0, "author"], [m[1]!.length, "title"]);
}

/** "Samuel Pryor, Mark", "Anna Bell and Bo Lang, Ruth": a last part without a surname, or with a figure. */
const NAME_AND_WORD =
  /^((\p{Lu}[\p{L}.’'-]*)(?:\s(?!and\s)[\p{Lu}dv][\p{L}.’'-]*){1,3}(?:(?:,\s(?:and\s)?|\sand\s)\p{Lu}[\p{L}.’'-]*(?:\s[\p{Lu}dv][\p{L}.’'-]*){1,3}){0,3},\s+)(?!(?:Jr|Sr|eds?|trans)\b)(?:\d(?:[–-]\d)?\s)?\p{Lu}\p{L}+,?\s*$/u;

/** "Samuel Pryor, Mark (Waco: …": given names come first, so that a name alone in front of the imprint is the title. */
export function cutTitleFromNames(d: Draft): void {
  const i = d.only("author");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || !next || d.has("title", "editor", "journal", "container")) return;
  if (!/^\(/.test(d.text(next)) || !d.has("publisher")) return;
  const m = NAME_AND_WORD.exec(d.text(s).slice(0, 400));
  if (!m) return;
  const given = isListed(m[2]!, "given") || /^\p{Lu}\./u.test(m[2]!);
  if (given) d.cut(i, [0, "author"], [m[1]!.length, "title"]);
}

const REPRINT =
  /^\W*(?:repr(?:int(?:ed)?)?|rist(?:ampa)?|rpt|réimpr|reimpr|Nachdr(?:uck)?|ND)(?:\.,?|,)?\s+(?=\p{Lu})/iu;

/** "(1887; repr., Bath: Lantern Press, 1971)": the edition in hand is the one behind the word. */
export function passToReprint(d: Draft): void {
  const i = d.segments.findIndex(
    (s, k) =>
      s.label === "location" && k > 0 && d.segments[k - 1]!.label === "date" && REPRINT.test(d.text(s)),
  );
  const s = d.segments[i];
  if (!s || !d.segments.slice(i).some((o) => o.label === "date")) return;
  d.relabel(i - 1, "other");
  d.cut(i, [0, "other"], [REPRINT.exec(d.text(s))![0].length, "location"]);
}

const PLACE_AND_HOUSE =
  /^(\p{Lu}[\p{L}’'-]+(?:[\s-]\p{L}[\p{L}’'-]*){0,3},\s+)(\p{Lu}[\p{L}’'&-]*(?:\s[\p{L}’'&-]+){0,5}),\s*$/u;

/** "Vento di terra, Cala Nera, Lo Scoglio, 2001": where no brackets part them, house follows place as year follows house. */
export function cutHouseFromPlace(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  if (!s || d.has("publisher", "journal", "container", "volume") || d.segments[i + 1]?.label !== "date")
    return;
  if (d.segments[i - 1]?.label !== "title" || !/,\s*$/.test(d.text(d.segments[i - 1]!))) return;
  const m = PLACE_AND_HOUSE.exec(d.text(s));
  if (!m || isPlace(m[2]!)) return;
  d.cut(i, [0, "location"], [m[1]!.length, "publisher"]);
}

const HOUSE_AND_PLACE = /^(\p{Lu}[^,;:()]{5,120})(,\s+)(\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)?)[.,]?\s*$/u;

/** "Working Paper 44, Institute for Labour Studies, Velmar": the place of the body that counts its papers. */
export function cutPlaceFromHouse(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  if (!s || d.has("location") || !d.has("genre") || !/\d,?\s*$/.test(d.raw.slice(0, s.start))) return;
  const m = HOUSE_AND_PLACE.exec(d.text(s).slice(0, 200));
  if (!m || !isBody(m[1]!) || isBody(m[3]!)) return;
  d.cut(i, [0, "publisher"], [m[1]!.length + m[2]!.length, "location"]);
}

/** "Cambridge, MA", "Oxford, England": the second part says where the first lies. */
const isPlace = (words: string): boolean =>
  /^\p{Lu}{2}$/u.test(words) ||
  (words.match(/\p{L}+/gu) ?? []).every((w) => w.length < 3 || isListed(w, "place"));

const KIND_AT_END =
  /^(.{3,}?,\s+)(?:thèse|mémoire de|tesi di|tesis|tese de|(?:ungedr\.\s|phil\.\s)?Diss\.|(?:PhD|MA|DPhil|doctoral|master[’']?s) (?:thesis|diss))/u;

/** "Le Vent de terre. Pêcheurs et notaires, thèse de doctorat": the words before the kind are the end of the title. */
export function joinTitleOfThesis(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "genre" || s.label === "container");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || before?.label !== "title" || !/[.:?!]\s*$/u.test(d.text(before))) return;
  const m = KIND_AT_END.exec(d.text(s).slice(0, 300));
  if (!m || /^\W*(?:in|dans|en)\s/iu.test(m[1]!)) return;
  const at = s.start + m[1]!.length;
  d.segments.splice(i - 1, 2, { ...before, end: at }, { ...s, label: "genre", start: at });
}

const SPEECH =
  /^((?:\p{Lu}[\p{L}.’'-]*\s){1,4}?\p{Lu}[\p{L}’'-]+,\s+)(?:(?:opening|closing|keynote|inaugural|public)\s)?(?:speech|address|lecture|talk|sermon|remarks)\s(?:at|to|in|before)\s/u;

/** "Orla Venn, address to the Guild, Tarn, 2 May 2021": a speech has no title but its occasion, and the place is part of it. */
export function nameSpeech(d: Draft): void {
  const head = d.segments.findIndex((s) => s.label !== "label");
  const first = d.segments[head];
  if (first?.label === "title" && !d.has("author")) {
    const m = SPEECH.exec(d.text(first).slice(0, 300));
    if (m) d.cut(head, [0, "author"], [m[1]!.length, "title"]);
  }
  const t = d.only("title");
  const title = d.segments[t];
  const place = d.segments[t + 1];
  if (!title || d.segments[t - 1]?.label !== "author" || d.segments[t + 2]?.label !== "date") return;
  if (!SPEECH.test(d.raw.slice(d.segments[t - 1]!.start, title.end).slice(0, 300))) return;
  if (place?.label === "journal" || place?.label === "container" || place?.label === "location")
    d.segments.splice(t, 2, { ...title, end: place.end });
}

/** "Members’ Poll 2016 (PDF, 31 pages)": behind a year that ends a title stands what kind of file it is. */
const FILE = /^\(?(?:PDF|Excel|Word|CSV|e-?book)(?=[,)])/iu;

/** Keeps a year in the title of a file that names no other date. */
export function keepYearOfFile(d: Draft): void {
  const i = d.only("date");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  const t = d.segments.findIndex((o) => o.label === "title");
  if (!s || !next || t < 0 || t > i - 1 || !FILE.test(d.text(next))) return;
  if (!/^(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?\s*$/u.test(d.text(s)) || d.has("volume", "issue")) return;
  const between = d.segments.slice(t + 1, i);
  if (between.some((o) => o.label !== "journal" && o.label !== "container")) return;
  d.segments.splice(t, i - t + 1, { ...d.segments[t]!, end: s.end });
}
