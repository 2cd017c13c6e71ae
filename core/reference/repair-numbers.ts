/** Repairs of years, volumes, issues and pages that stand in each other's place. */
import type { Draft } from "./draft.ts";

/** "S295–S306": the letter in front of the first page belongs to it. */
export function takeLetterOfPage(d: Draft): void {
  for (let i = 1; i < d.segments.length; i++) {
    const s = d.segments[i]!;
    const before = d.segments[i - 1]!;
    if (s.label !== "pages" || before.end !== s.start || !/^\d/.test(d.text(s))) continue;
    const letter = /[\s:,;(]([A-Za-z]{1,2})$/.exec(d.text(before).slice(-4));
    if (!letter) continue;
    d.segments[i - 1] = { ...before, end: before.end - letter[1]!.length };
    d.segments[i] = { ...s, start: s.start - letter[1]!.length };
  }
}

/** "The Answer Prepaid. 1911. Ferry Classics, 2011.": the year of the first edition, then the book that is cited. */
export function passFirstEdition(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "date");
  const first = d.segments[i];
  const last = d.segments.findLast((s) => s.label === "date");
  if (!first || !last || first === last || d.segments[i - 1]?.label !== "title") return;
  if (d.has("journal", "container", "volume") || d.segments[i + 1] === last) return;
  const [early, late] = [first, last].map((s) => /^\(?((?:1[5-9]|20)\d\d)\)?[.;]?\s*$/u.exec(d.text(s))?.[1]);
  if (early && late && Number(early) < Number(late) && /[.;]\s*$/.test(d.text(first))) d.relabel(i, "other");
}

/** "28 No 1", "2/2", "689 66", "45巻 1号": a volume that holds the issue or the page. */
export function cutVolume(d: Draft): void {
  const i = d.only("volume");
  const s = d.segments[i];
  if (!s) return;
  const text = d.text(s);
  const free = !d.has("issue");
  const numbered =
    /^(.*?\d+\s*,?\s*)(?:\b(?:no|nr|n|issue|iss|heft|h)\b[\s.°ºo]*\d|[巻卷권]\s*,?\s*[第제]?\s*\d)/iu.exec(
      text,
    ) ?? /^((?:\d+|[ivxlc]+)\s*\/\s*)(?=\d+(?:\s*[-–]\s*\d+)?\W*$)/i.exec(text);
  const double = /^(\d+)\s*\/\s*(\d+)\W*$/.exec(text);
  if (free && numbered && !(double && Number(double[2]) === Number(double[1]) + 1)) {
    d.cut(i, [0, "volume"], [numbered[1]!.length, "issue"]);
    return;
  }
  const article = /^(?:vol\.?\s*)?\d+,\s+(?=(?:article|art\.)\s+\w*\d)/iu.exec(text);
  if (article && !d.has("pages")) {
    d.cut(i, [0, "volume"], [article[0].length, "pages"]);
    return;
  }
  const pair = /^(?:vol\.?\s*)?\d+(,\s*|\s+)(?=\d[\d–-]*\W*$)/iu.exec(text);
  if (!pair) return;
  if (!d.has("pages")) d.cut(i, [0, "volume"], [pair[0].length, "pages"]);
  else if (free && pair[1]!.startsWith(",")) d.cut(i, [0, "volume"], [pair[0].length, "issue"]);
}

/** "Proceedings of the IEEE 63, 9": the container's last number is the volume, the "volume" the issue. */
export function takeVolumeFromContainer(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || next?.label !== "volume" || d.has("issue")) return;
  const m = /^(.*\p{L}{2}\.?\s)\d{1,3}\s*,\s*$/su.exec(d.text(s));
  if (!m || !/^\d{1,3}\W*$/.test(d.text(next))) return;
  d.relabel(i + 1, "issue");
  d.cut(i, [0, s.label], [m[1]!.length, "volume"]);
}

/** "Annals of Tarn, new ser.,", "Archiv für Hessen N.F.": a journal that began to count afresh. */
const COUNTED_AFRESH =
  /^(.*\p{L}[\p{L}).]*,?\s)\(?(?:(?:new|old|second|third|fourth|fifth|sixth|2nd|2d|3rd|3d|[4-9]th)\s(?:series|ser\.?)|n\.\s?s\.?|[NA]\.\s?F\.?|Neue\sFolge|(?:nouvelle|n(?:ouv)?\.)\ss(?:érie|ér?\.?)|nuova\sserie|nueva\sserie|nova\ssérie)\)?[\s,.]*$/iu;

/** What says so stands between a journal's name and its volume, and is no part of either. */
export function cutSeriesOfJournal(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (!s || d.segments[i + 1]?.label !== "volume") return;
  const name = COUNTED_AFRESH.exec(d.text(s).replace(/\s/g, " "))?.[1];
  if (name !== undefined) d.cut(i, [0, s.label], [name.length, "other"]);
}

/** "103(2001): 87": a year where an issue would stand, and no other date. */
export function dateFromIssue(d: Draft): void {
  const i = d.only("issue");
  const s = d.segments[i];
  if (s && !d.has("date") && /^\W*(?:1[89]\d\d|20[0-2]\d)\W*$/.test(d.text(s))) d.relabel(i, "date");
}

/** "PK.2012a Ameliorative effect": a year at the border of names and title, and no other date. */
export function dateFromBorder(d: Draft): void {
  if (d.has("date")) return;
  const i = d.segments.findIndex((s) => s.label === "title");
  const s = d.segments[i];
  const head = s ? /^\W*(?:1[5-9]|20)\d\d[a-z]?[.,:)]?\s+(?=["“‘«„]?\p{L})/u.exec(d.text(s)) : null;
  if (head && i > 0) {
    d.cut(i, [0, "date"], [head[0].length, "title"]);
    return;
  }
  const a = d.only("author");
  const names = d.segments[a];
  const tail = names
    ? /^(.{3,}?[\s.,(])(?:1[5-9]|20)\d\d[a-z]?\W*$/su.exec(d.text(names).slice(0, 2000))
    : null;
  if (tail) d.cut(a, [0, "author"], [tail[1]!.length, "date"]);
}

/** "172–206, SLNCS 1192", "4556-4566 JImmunol": the range is the pages, the rest is none. */
export function cutPages(d: Draft): void {
  const i = d.only("pages");
  const s = d.segments[i];
  if (!s) return;
  const m = /^\W*(?:pp?\.?\s*)?\d+\s*[-–—]+\s*\d+[\s,;]*(?=\p{Lu}[\p{L}.]{2,})/u.exec(d.text(s));
  if (m) d.cut(i, [0, "pages"], [m[0].length, "other"]);
}
