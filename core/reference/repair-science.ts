/** Repairs for what the science editors' style sets apart by full stops alone, and the chemists' by semicolons: place and house, books. */
import type { Draft } from "./draft.ts";

/** "Skarness (NL): Coastal Statistics Office;": the bracket behind a place holds the state or the country. */
const PLACE_AND_HOUSE =
  /[.?!\]]\s((?:\p{Lu}[\p{L}.’'-]+\s){1,4}\(\p{Lu}[\p{L}. ]{0,24}\):\s)(\p{Lu}[^:;“”"]{1,90}?)(?=;|\.?$|\.\s(?:pp?\.|\[|\(|\d|https?:|doi|Available|Report|No\.))/u;

/** A place with its state behind a full stop opens the imprint, whatever stands in front of it. */
export function cutPlaceWithState(d: Draft): void {
  if (d.has("location")) return;
  const m = PLACE_AND_HOUSE.exec(d.raw.slice(0, 2000));
  if (!m) return;
  const place = m.index + 2;
  const house = place + m[1]!.length;
  d.lay(place, house, "location");
  d.lay(house, house + m[2]!.length, "publisher");
}

/** "[software]. Zenodo." */
const KEPT_BY = /^(\W*\[[^[\]]{3,40}\][.,]\s+)\p{Lu}[^\d[\]:]{1,80}$/u;

/** Behind the bracket that says what a work is stands who keeps it. */
export function nameHouseBehindMedium(d: Draft): void {
  const i = d.only("medium");
  const s = d.segments[i];
  const m = s && !d.has("publisher", "journal", "container") ? KEPT_BY.exec(d.text(s)) : null;
  if (m) d.cut(i, [0, "medium"], [m[1]!.length, "publisher"]);
}

/** "In Pipes and People; Lind, C., Rahn, T., Eds.;": a book in front of its editors. */
const BOOK_OF_EDITORS =
  /[.?!]\sIn\s([^,;:.]{4,120});\s(?=(?:\p{Lu}[\p{L}’' -]{1,40},\s(?:\p{Lu}\.[\s-]?){1,4}[,;]\s){1,8}Eds?\.)/du;

/** A title that joins two words is not two editors. */
export function cutBookOfEditors(d: Draft): void {
  const m = BOOK_OF_EDITORS.exec(d.raw.slice(0, 2000));
  const start = m?.indices?.[1]?.[0];
  if (!m || start === undefined) return;
  const s = d.segments.find((one) => one.start <= start && start < one.end);
  if (s?.label === "editor" || s?.label === "author") d.layGroups(m, ["container"]);
}

/** "Natural Stone; SIA 4410;": behind a semicolon the mark of a standard or a report. */
const MARK_BEHIND_TITLE =
  /^(.{4,300}?);\s+(?:[A-Z]{2,8}[\s/-]){1,3}[A-Z]{0,2}\d[\w:.\u2013/-]{0,16}[;\s]*$/su;

export function cutMarkFromTitle(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  const m =
    s && !d.has("number", "journal", "container") ? MARK_BEHIND_TITLE.exec(d.text(s).slice(0, 400)) : null;
  if (m) d.cut(i, [0, "title"], [m[1]!.length + 1, "number"]);
}
