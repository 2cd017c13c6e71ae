/** Repairs of places, houses and schools that stand in front of, or in, something else. */
import type { Draft } from "./draft.ts";
import { isListed, LANDS } from "./gazetteer.ts";

/** "Title. Carrow, 1998", "“Part.” Title, Anvil, 1998": no place bears that name, so it is who published it. */
export function namePublisher(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || before === undefined || d.has("publisher") || d.segments[i + 1]?.label !== "date") return;
  const words = d.text(s);
  const known = (words.match(/\p{L}+/gu) ?? []).some((w) => isListed(w, "place"));
  const ends =
    before.label === "title" ? /\.\s*$/ : before.label === "container" && isPart(d, i - 2) ? /,\s*$/ : null;
  const shaped = ends?.test(d.text(before)) === true && /,\s*$/.test(words);
  if (!known && shaped && /\p{L}{4}/u.test(words) && !/print|manuscript|draft|unpublished/i.test(words))
    d.relabel(i, "publisher");
}

/** "“Settled.”": the title of a part, its stop inside the marks. */
const isPart = (d: Draft, i: number): boolean => {
  const s = d.segments[i];
  return s?.label === "title" && /^\s*[“"‘'].+[.?!][”"’']\s*$/su.test(d.text(s));
};

const HOUSE_AND_TOWN =
  /^(\p{Lu}[^,;:()\d]{2,60}),\s+(\p{Lu}[\p{L}’'-]+(?:\s\p{L}[\p{L}’'-]+){0,2}(?:\s(?:&|and|und|et)\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}\p{L}+)?)?)[.,]?\s*$/u;

/** "Moor, I., 2016. Going Up. Kirja, Tartu.": where the year stands behind the names, a book ends with house and town. */
export function cutHouseBeforeTown(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || d.has("publisher", "journal", "volume", "genre")) return;
  if ((before?.label !== "title" && before?.label !== "container") || !/[.?!]\s*$/.test(d.text(before)))
    return;
  if (!d.hasBefore(i, "date")) return;
  const m = HOUSE_AND_TOWN.exec(d.text(s).slice(0, 160));
  // "Gowrie, Victoria", "Cambridge, MA": the second part says where the first lies.
  if (!m || isPlace(m[1]!) || isLand(m[2]!)) return;
  d.cut(i, [0, "publisher"], [d.text(s).indexOf(m[2]!, m[1]!.length), "location"]);
}

const TITLE_HOUSE_TOWN =
  /^(.{4,200}?\p{Ll}{2}[.?!]\s+)(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3},\s+)(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?),?\s*$/su;

/** "In: Tamm, K. (ed.), Lakes in Winter. Kirja, Tartu, pp. 61–88.": the same behind a book that holds the piece. */
export function cutImprintFromContainer(d: Draft): void {
  const i = d.only("container");
  const s = d.segments[i];
  if (!s || !d.has("editor") || d.has("publisher", "location", "journal", "volume")) return;
  if (!d.hasBefore(i, "date")) return;
  const m = TITLE_HOUSE_TOWN.exec(d.text(s).slice(0, 400));
  if (!m || isPlace(m[2]!) || isLand(m[3]!)) return;
  const house = m[1]!.length;
  d.cut(i, [0, "container"], [house, "publisher"], [house + m[2]!.length, "location"]);
}

const placeWords = (words: string): readonly string[] => words.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
const isPlace = (words: string): boolean => placeWords(words).every((word) => isListed(word, "place"));
const isLand = (words: string): boolean =>
  /^\p{Lu}{2,3}$/u.test(words) ||
  /shire$/.test(words) ||
  placeWords(words).some((word) => word !== "york" && word !== "washington" && LANDS.has(word));

/** "London:Routledge": a place with somebody behind a colon. */
export function cutPlaceFromPublisher(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  if (!s || d.has("publisher")) return;
  const m = /^([^:]{2,40}:\s*)\p{Lu}/u.exec(d.text(s));
  if (m) d.cut(i, [0, "location"], [m[1]!.length, "publisher"]);
}

/** "Hollin: Coast Network; 2021": an imprint in the way of MEDLINE that was taken for a journal. */
export function cutImprintFromJournal(d: Draft): void {
  const i = d.only("journal");
  const s = d.segments[i];
  if (!s || d.has("publisher", "location", "volume", "issue", "pages", "container")) return;
  const m = /^(\p{Lu}[\p{L}.’' -]{1,40}:\s+)\p{Lu}[^:;]{2,120};\s*$/u.exec(d.text(s));
  if (m && d.segments[i + 1]?.label === "date") d.cut(i, [0, "location"], [m[1]!.length, "publisher"]);
}

/** "PhD Thesis University of Stellenbosch": what kind of work, then the school. */
export function cutThesisFromSchool(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  if (!s || d.has("genre")) return;
  const m =
    /^\s*(?:ph\.?\s?d\.?|doctoral|master'?s?|m\.?\s?sc\.?)\s*(?:thesis|dissertation|diss\.?),?\s+/i.exec(
      d.text(s),
    );
  if (m && m[0].length < s.end - s.start) d.cut(i, [0, "genre"], [m[0].length, "publisher"]);
}
