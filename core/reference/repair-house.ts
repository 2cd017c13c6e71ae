/** Repairs of places, houses and schools that stand in front of, or in, something else. */
import type { Draft } from "./draft.ts";
import { GAZETTEER } from "./gazetteer.ts";

/** "Title. Carrow, 1998": no place bears that name, so it is who published it. */
export function namePublisher(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || d.has("publisher") || before?.label !== "title" || d.segments[i + 1]?.label !== "date") return;
  const words = d.text(s);
  const known = (words.toLowerCase().match(/\p{L}+/gu) ?? []).some(
    (w) => ((GAZETTEER.get(w) ?? 0) & 1) === 1,
  );
  const shaped = /\.\s*$/.test(d.text(before)) && /,\s*$/.test(words);
  if (!known && shaped && /\p{L}{4}/u.test(words) && !/print|manuscript|draft|unpublished/i.test(words))
    d.relabel(i, "publisher");
}

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
