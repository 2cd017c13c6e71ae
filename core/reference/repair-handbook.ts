/** Repairs for chapters in books with editors, as engineers print them: book, editors, series, place and house, chapter. */
import type { Draft } from "./draft.ts";
import { behindQuote, DATE, LONGEST, PEOPLE } from "./tail.ts";

const EDITORS = new RegExp(`,\\s(${PEOPLE},\\s\\(?Eds?\\.\\)?,?\\s+)`, "du");
const PLACE_AND_HOUSE = new RegExp(
  `^(\\p{Lu}[^:;“”"()\\d]{1,60}:\\s+)(\\p{Lu}[^:;“”"()]{1,80}?,\\s)(?=${DATE}[,.;])`,
  "u",
);

/** "in Handbook of Passive Sensors, S. Rhode, Ed. Delport: Meridian, 2019": book, editor, place and house. */
export function nameEditorsOfBook(d: Draft): void {
  const from = behindQuote(d.raw);
  if (from < 0 || !/^in\s/iu.test(d.raw.slice(from, from + 3))) return;
  const m = EDITORS.exec(d.raw.slice(from, LONGEST));
  const names = m?.indices?.[1];
  if (!m || !names) return;
  const start = from + names[0];
  const end = from + names[1];
  d.lay(start, end, "editor");
  d.segments = d.segments.map((s) =>
    s.start >= from && s.end <= start && (s.label === "editor" || s.label === "author")
      ? { ...s, label: "container" }
      : s,
  );
  const imprint = PLACE_AND_HOUSE.exec(d.raw.slice(end, end + 200));
  if (!imprint) return;
  d.lay(end, end + imprint[1]!.length, "location");
  d.lay(end + imprint[1]!.length, end + imprint[0].length, "publisher");
}

/** "J. Peters and A. Cole, Eds., Coatings for Ships": who is called so in so many words. */
export function nameEditorsAtHead(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (s?.label !== "author" || d.has("editor") || d.segments[i + 1]?.label !== "title") return;
  if (/,\sEds?\.,\s*$/u.test(d.text(s))) d.relabel(i, "editor");
}

const IN_SERIES =
  /^(in\s[^()]{4,200}?\s)\((?:[^()]{0,60}\s)?(?:Series|Ser\.|Studies|Notes|Library|Texts|Topics|Monographs?)(?!\p{L})[^()]{0,60}\),?\s*$/iu;

/** "in Advances in Ships (Lecture Notes in Ship Science),": the bracket behind a book's title names its series. */
export function nameSeriesOfBook(d: Draft): void {
  const i = d.only("container");
  const s = d.segments[i];
  const m = s && !d.has("collection") ? IN_SERIES.exec(d.text(s).slice(0, 400)) : null;
  if (m) d.cut(i, [0, "container"], [m[1]!.length, "collection"]);
}

/** "ch. 4, sec. 2, pp. 15–64": the chapter, then its pages. */
export function cutChapter(d: Draft): void {
  // "2015, ch. 3": a chapter alone is none of the parts of a journal.
  d.segments.forEach((s, k) => {
    if ((s.label === "issue" || s.label === "volume") && /^\W*ch(?:ap)?\.\s\w{1,6}\W*$/iu.test(d.text(s)))
      d.relabel(k, "other");
  });
  const i = d.only("pages");
  const s = d.segments[i];
  const m = s ? /^\W*ch(?:ap)?\.\s[\w.]{1,6},\s(?:sec\.\s[\w.]{1,8},\s)?(?=pp?\.\s)/iu.exec(d.text(s)) : null;
  if (m) d.cut(i, [0, "other"], [m[0].length, "pages"]);
}

/** "Cables under Sand, vol. 2. Rotterdam: Maas, 2015": journals are cited without place and house, so it is a book. */
export function nameBookInVolumes(d: Draft): void {
  const i = d.only("journal");
  if (i < 0 || d.has("title", "container", "issue", "number")) return;
  const next = d.segments[i + 1];
  // "Costing Note 31 (Hollin: …)" counts papers; only what is called a volume is one.
  const volume = next?.label === "volume" && /^\W*(?:vols?|Bde?|tom[eo])\b/iu.test(d.text(next));
  if (volume && d.has("location") && d.has("publisher")) d.relabel(i, "title");
}
