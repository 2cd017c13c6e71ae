/** Repairs for what the science editors' style sets apart by full stops alone: place and house, the state of a program. */
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

const VERSION = "(?:[Vv]ersion|[Rr]elease|[Vv]er\\.|v\\.?)\\s?\\d[\\w.-]*";
/** "Mixed models for clustered counts. Version 2.1": behind a full stop or a bracket. */
const VERSION_LAST = new RegExp(`^(.{2,}?[.?!\\])]\\s+)${VERSION}\\W*$`, "su");
const VERSION_FIRST = new RegExp(`^\\W*${VERSION}[.,;]?\\s+(?=\\p{Lu})`, "u");

/** Which state of a program or a data set is meant ends its title and begins no house. */
export function cutVersion(d: Draft): void {
  const t = d.only("title");
  const title = d.segments[t];
  const last = title ? VERSION_LAST.exec(d.text(title).slice(0, 1000)) : null;
  if (last) d.cut(t, [0, "title"], [last[1]!.length, "note"]);
  const p = d.only("publisher");
  const house = d.segments[p];
  const first = house ? VERSION_FIRST.exec(d.text(house)) : null;
  if (first) d.cut(p, [0, "note"], [first[0].length, "publisher"]);
}

/** "2001-2018. Version 3 [dataset].": a version and its number were taken for a journal and its volume. */
export function freeVersion(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || next?.label !== "volume" || d.has("issue", "pages", "note")) return;
  if (/^\W*(?:version|release|ver\.|v\.?)\s*$/iu.test(d.text(s)))
    d.segments.splice(i, 2, { ...s, label: "note", end: next.end });
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
