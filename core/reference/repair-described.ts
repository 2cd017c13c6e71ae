/** Repairs for what stands around a title: a description in brackets, a standard's number, a paper, a website, a press. */
import type { Draft } from "./draft.ts";
import { isBody } from "./names.ts";
import type { Label } from "./segment.ts";
import { NEWSPAPER } from "./type.ts";

/** What APA and NLM say of a work in square brackets behind its title. */
const DESCRIBED =
  "(?:\\p{L}+\\s){0,2}(?:session|presentation|paper|poster|address|talk|lecture|symposium|seminar|workshop|thesis|dissertation|report|brief|fact sheet|press release|(?:policy |position |consensus )?statement|editorial|letter|commentary|abstract|review|manuscript|preprint|data ?set|software|app|database|video|film|webinar|podcast|episode|series|album|song|map|photograph|infographic|blog post|tweet|post|audio|transcript|interview|online|internet)(?:\\s(?:of|by|with)\\s[^\\]]{1,60})?";
const DESCRIBED_AT_START = new RegExp(`^[\\s.,]*\\[${DESCRIBED}\\][.,]?\\s*`, "iu");
const DESCRIBED_INSIDE = new RegExp(`^(.{3,}?\\s)(\\[${DESCRIBED}\\][.,]\\s+)(?=\\p{Lu})`, "isu");
const DESCRIBED_AT_END = new RegExp(`^(.{3,}?\\s)\\[${DESCRIBED}\\][.,]?\\s*$`, "isu");
const SPOKEN =
  /session|presentation|poster|address|talk|lecture|symposium|seminar|workshop|conference paper/i;
const MEDIA =
  /data|software|app\b|database|video|film|podcast|album|song|map|photograph|audio|online|internet/i;

/** "First listing [Conference session]. Annual Meeting of …": the description, then what holds the work. */
export function cutDescription(d: Draft): void {
  if (!d.raw.includes("[")) return;
  const kind = (words: string): Label => (MEDIA.test(words) ? "medium" : "genre");
  for (let i = 1; i < d.segments.length; i++) {
    const s = d.segments[i]!;
    if (
      s.label !== "container" &&
      s.label !== "journal" &&
      s.label !== "publisher" &&
      s.label !== "collection"
    )
      continue;
    const m = DESCRIBED_AT_START.exec(d.text(s).slice(0, 160));
    if (!m) continue;
    // A meeting is no container: nothing was printed there.
    const behind = SPOKEN.test(m[0]) ? "note" : s.label;
    if (m[0].length >= s.end - s.start) d.relabel(i, kind(m[0]));
    else d.cut(i, [0, kind(m[0])], [m[0].length, behind]);
    i++;
  }
  const i = d.only("title");
  const s = d.segments[i];
  if (!s) return;
  const last = DESCRIBED_AT_END.exec(d.text(s).slice(0, 1000));
  if (last) {
    d.cut(i, [0, "title"], [last[1]!.length, kind(d.text(s).slice(last[1]!.length))]);
    return;
  }
  const m = DESCRIBED_INSIDE.exec(d.text(s).slice(0, 1000));
  if (!m) return;
  const behind = SPOKEN.test(m[2]!) ? "note" : MEDIA.test(m[2]!) ? "publisher" : "container";
  const end = m[1]!.length + m[2]!.length;
  d.cut(
    i,
    [0, "title"],
    [m[1]!.length, kind(m[2]!)],
    [end, d.has("publisher", "container", "journal") ? "other" : behind],
  );
}

/** "Water quality: field blanks, ISO 5667-14", "…, NLS 81-20:2009": a standard's number stands behind its name. */
export function cutStandard(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("number", "journal", "volume")) return;
  const m =
    /^(.*\p{L}\P{L}*\s\p{L}.*?,\s|.*\p{L}\s(?=\())(\(?(?:\p{Lu}{2,6}[\s/])?\p{Lu}{2,6}(?:[\s/]\p{Lu}{1,5})?[\s-](?:\d{3,6}|\d{1,2}(?=[-–.][\d.–-]{1,12}\s?:\s?\d{4}))(?:[-–.]\d{1,4}){0,3}(?:\s?:\s?(?:19|20)\d\d)?\)?\W*)$/su.exec(
      d.text(s).slice(0, 1000),
    );
  // "(SBS 185; Stuttgart: …)" opens the imprint of a series.
  const whole = m && m[2]!.startsWith("(") === m[2]!.includes(")");
  const year = /\p{Lu}\s(?:19|20)\d\d\)?\W*$/u.test(m?.[2] ?? "");
  if (m && whole && !year) d.cut(i, [0, "title"], [m[1]!.length, "number"]);
}

/** "Opening Hours Returns, 2008–17, spreadsheet released under request 4471": what kind of paper it is. */
export function cutKind(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("genre", "journal", "container")) return;
  const m =
    /^(.{6,}?,\s+)(?:unpublished |internal |draft )?(?:spreadsheet|data ?set|leaflet|pamphlet|poster|broadside|typescript|transcript|press (?:release|notice)|slides|handout|flyer|circular|mimeo(?:graph)?|Datensatz|Datenbank|Pressemitteilung|Typoskript|Faltblatt|Flugblatt|tract|dépliant|communiqué|thèse(?: de (?:doctorat|\p{Ll}+ cycle|lettres|droit))?|mémoire de (?:maîtrise|master|DEA|licence|fin d['’]études)|(?:ph\.?\s?d\.?|d\.?\s?phil\.?|doctoral|master['’]?s|m\.?a\.?|m\.?\s?phil\.?) (?:thesis|diss(?:ertation|\.))|(?:phil\.|jur\.|ungedr\.|masch\.)? ?(?:Diss\.|Dissertation|Magisterarbeit|Habilitationsschrift|Diplomarbeit|Masterarbeit|Staatsexamensarbeit)|tesi di (?:laurea|dottorato)|tesis doctoral)(?!\p{L})/su.exec(
      d.text(s).slice(0, 1000),
    );
  if (!m) return;
  // "Datensatz, Version 2.0": which of its states is meant.
  const version = /^,\s+(?=(?:Version|v\.?)\s?\d)/u.exec(d.text(s).slice(m[0].length));
  const parts = [[0, "title"] as const, [m[1]!.length, "genre"] as const];
  if (version) d.cut(i, ...parts, [m[0].length + version[0].length, "note"]);
  else d.cut(i, ...parts);
}

/** "in: Wörntaler Bote, Nr. 18 vom 2. März 1873": the number of the paper before its day. */
export function cutIssueOfPaper(d: Draft): void {
  const i = d.only("date");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || !before || d.has("issue")) return;
  const number = /^(\d{1,4}[a-z]?\s?)(?:\((?=\d)|(?:vom|v\.|du|of)\s)/u.exec(d.text(s));
  const word = /(?:^|[,\s])((?:Nr|No|N°|n°|no|Ausg|Ausgabe|Heft|H)\.?\s*)$/u.exec(d.text(before).slice(-14));
  if (!number || !word) return;
  d.cut(i, [0, "issue"], [number[1]!.length, "date"]);
  const at = before.end - word[1]!.length;
  if (at <= before.start) return;
  d.segments[i - 1] = { ...before, end: at };
  d.segments[i] = { ...d.segments[i]!, start: at };
}

/** "(2021, June 4). They sing. The Odby Courier, 6.": what comes out by the day is cited by its page. */
export function namePageOfDay(d: Draft): void {
  const i = d.only("volume");
  const s = d.segments[i];
  const before = d.segments[i - 1]?.label;
  const date = d.segments[d.only("date")];
  if (!s || !date || (before !== "journal" && before !== "container") || d.has("issue", "pages")) return;
  const day = /\p{L}{3,}\.?\s\d{1,2}(?!\d)|(?<!\d)\d{1,2}\.?\s\p{L}{3,}/u.test(d.text(date));
  if (day && /^[A-Z]?\d{1,3}[\s.,;]*$/.test(d.text(s))) d.relabel(i, "pages");
}

/** "U of Penmarsh P", "Fairmount UP": the publisher as MLA shortens it, at the end of what was taken for something else. */
export function cutShortPress(d: Draft): void {
  if (d.has("publisher")) return;
  for (const [i, s] of d.segments.entries()) {
    if (s.label === "publisher" || s.label === "title" || s.label === "author") continue;
    const m =
      /(?:^|[,.;]\s+)((?:U\sof\s(?:\p{Lu}[\p{L}.]*\s?){1,4}\sP|U\sP\sof\s(?:\p{Lu}[\p{L}.]*\s?){1,4}|(?:\p{Lu}[\p{L}.]*\s){1,4}(?:UP|U\sP))(?!\p{L})[\s,.;]*)$/u.exec(
        d.text(s).slice(-160),
      );
    if (!m) continue;
    const at = s.end - s.start - m[1]!.length;
    if (at === 0) d.relabel(i, "publisher");
    else d.cut(i, [0, s.label], [at, "publisher"]);
    return;
  }
}

/** "Heat rash. Mayfield Clinic. https://…. Published May 2, 2019": the site behind the title of its page. */
export function cutSite(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || !d.has("url") || d.has("journal", "container", "publisher", "volume")) return;
  if (!/\b(?:Published|Updated|Reviewed|Accessed|Posted)\b/u.test(d.raw)) return;
  const m =
    /^(.{4,}?\p{L}{2}[.?!]\s+)((?:\p{Lu}[\p{L}’'&-]*|of|and|the|for|on|&)(?:\s(?:\p{Lu}[\p{L}’'&-]*|of|and|the|for|on|&)){0,6}[.\s]*)$/su.exec(
      d.text(s).slice(0, 600),
    );
  if (!m) return;
  const authors = d.segments.flatMap((a) => (a.label === "author" ? [d.text(a)] : [])).join(" ");
  const same = (m[2]!.match(/\p{L}{5,}/gu) ?? []).some((word) => authors.includes(word));
  if (same || isBody(m[2]!)) d.cut(i, [0, "title"], [m[1]!.length, "container"]);
}

/** "The Daily Ledger (Hollin, 4 March 2018)": where the paper appears, between its name and its day. */
export function cutPlaceOfPaper(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (!s || d.has("location") || d.segments[i + 1]?.label !== "date") return;
  const m = /^(.{3,}?\s)\(\p{Lu}[\p{L}.’' -]{1,40}\)?,\s*$/su.exec(d.text(s).slice(0, 400));
  if (m) d.cut(i, [0, s.label], [m[1]!.length, "location"]);
}

const CARRIER =
  /^\W*(?:data ?set|database|spreadsheet|software|video|podcast|map|poster|slides|web ?page|blog post)\W*$/iu;
const KIND =
  /^\W*(?:(?:press|news|media) (?:release|notice|statement)|policy brief|fact ?sheet|tweet|toot|blog|post|leaflet|pamphlet|Pressemitteilung|Presseerklärung|communiqué(?: de presse)?)\W*$/iu;

/** "Grimsholm Gazette, 6 October 1894": a paper by its day is nobody's name; "dataset" is no container. */
export function namePaper(d: Draft): void {
  const a = d.only("author");
  const names = d.segments[a];
  if (names && a === 0 && !d.has("title", "journal", "container")) {
    const day = d.segments.some(
      (s) => s.label === "date" && /\d{1,2}\D+\d{4}|\p{L}\s\d{1,2},/u.test(d.text(s)),
    );
    if (day && NEWSPAPER.test(d.text(names)) && !/[,;]\s*\S/.test(d.text(names))) d.relabel(a, "journal");
  }
  d.segments.forEach((s, i) => {
    const holds = s.label === "journal" || s.label === "container" || s.label === "publisher";
    // "Database. 2011;4": a journal has volumes.
    if (holds && CARRIER.test(d.text(s)) && !d.has("volume")) d.relabel(i, "medium");
    else if (holds && KIND.test(d.text(s)) && !d.has("genre", "volume")) d.relabel(i, "genre");
  });
}
