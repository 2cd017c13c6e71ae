/** Repairs of titles: where they end, which of two is the work's own, what the bracket behind one says. */
import type { Draft } from "./draft.ts";
import { isPartOfCommentary } from "./repair-german.ts";
import type { Label } from "./segment.ts";

/** "In Quill, Martin (ed.). Sounding the Coast.": behind the editor of a book that holds the piece stands its title. */
export function nameBookBehindEditor(d: Draft): void {
  const e = d.only("editor");
  const editor = d.segments[e];
  const next = d.segments[e + 1];
  if (!editor || next?.label !== "title" || !/^\W*in\b/iu.test(d.text(editor))) return;
  const before = d.hasBefore(e, "title");
  if (before && !d.has("container", "journal")) d.relabel(e + 1, "container");
}

/** "(ed.). Old Fruit, New Pests.": the same where the comma of the title made names of it. */
const EDITOR_AND_BOOK = /^(.{3,200}?\((?:eds?|Hg|Hrsg)\.?\)\.\s+)(?=[\p{Lu}“"‘].{3,200}\.\s*$)/su;

export function cutBookFromEditor(d: Draft): void {
  const i = d.only("editor");
  const s = d.segments[i];
  const m = s && !d.has("container", "journal") ? EDITOR_AND_BOOK.exec(d.text(s).slice(0, 500)) : null;
  if (m) d.cut(i, [0, "editor"], [m[1]!.length, "container"]);
}

/** A book under its editors' names: what looks like a container is the work itself. */
export function nameTitle(d: Draft): void {
  const i = d.only("container");
  const s = d.segments[i];
  if (!s || d.has("title", "journal", "volume", "issue") || /^\s*in\b/i.test(d.text(s))) return;
  if (isPartOfCommentary(d.raw)) return;
  d.relabel(i, "title");
}

/** The apostrophe of "Members’ Survey’,": it follows an s, and the mark that closes is yet to come. */
const GENITIVE = "(?<=s)['’](?=\\s\\p{L}[^'’‘]{0,200}['’](?:[.,]|$))";
/** 'Court Backs Ferry Users' The Guardian: single quotes; an apostrophe inside has a letter behind it. */
const SINGLE_QUOTED = new RegExp(
  `^\\s*['‘](?:[^'’‘"“”]|['’](?=\\p{L})|${GENITIVE}){3,400}(?!${GENITIVE})[’'],?\\s+(?=\\p{Lu}\\P{L}*\\p{L}+.*\\p{L}{3})`,
  "su",
);

/** "“When Craft Gets Sloppy.” Crafts no. 211": behind a closed quotation the title is over. */
export function endTitleAtQuote(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("journal", "container")) return;
  const text = d.text(s);
  const m =
    /^\s*(?:["“«„‘][^"“”«»„]{3,600}?(?:[.,?!]\s?["”»’]|["”»’]\s?[.,]))\s+(?=[\p{L}\d].*\p{L}{3})/su.exec(
      text,
    ) ?? SINGLE_QUOTED.exec(text);
  if (!m) return;
  d.cut(i, [0, "title"], [m[0].length, /^in\b/i.test(text.slice(m[0].length)) ? "container" : "journal"]);
}

/** What a bracket behind a title says: the kind of work, its carrier, its version. */
const BRACKETS: readonly (readonly [Label, RegExp])[] = [
  [
    "genre",
    /\s[[(](?:(?:unpublished\s)?(?:ph\.?\s?d\.?|doctoral|master['’]?s?|m\.?a\.?|m\.?sc\.?|bachelor['’]?s?)?\s?(?:thesis|dissertation|diss\.)|conference (?:presentation|paper|session)|paper presentation|poster(?: presentation)?|package insert|prescribing information|product (?:label|monograph|information)|patient information leaflet)[\])]\W*$/iu,
  ],
  [
    "medium",
    /\s\[(?:internet|online|cd-?rom|dvd|data ?(?:set|file|base)s?|computer (?:software|program)|software|mobile app|database|source code|video|film|podcast(?: episode)?|audio|map|photograph)[^\]]{0,30}\]\W*$/iu,
  ],
  ["other", /\s\((?:r package )?(?:version|v\.?|release)\s?\d[\w.]*(?:; [^()]{2,40})?\)\W*$/iu],
  // "[version 2; peer review: 2 approved]": how far open review has come.
  ["other", /\s[([]version \d{1,2}; [^\])]{3,80}[)\]]\W*$/iu],
];

/** "Infant sleep [dissertation].", "Curve fitting (Version 1.4) [Computer software].": no part of the title. */
export function cutBrackets(d: Draft): void {
  for (let rounds = 0; rounds < 3; rounds++) {
    const i = d.only("title");
    const s = d.segments[i];
    if (!s) return;
    const text = d.text(s);
    const found = BRACKETS.map(([label, re]) => [label, re.exec(text.slice(-120))] as const).find(
      ([, m]) => m,
    );
    if (!found) return;
    const at = Math.max(0, text.length - 120) + found[1]!.index;
    if (at < 2) return;
    d.cut(i, [0, "title"], [at + 1, found[0]]);
  }
}

/** "Delayed hypersensitivity. Clin Immunol Pract. 2012;20(3):118-27": what has volume and pages stands in a journal. */
export function cutJournalFromTitle(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("journal", "container", "collection", "publisher")) return;
  if (!d.has("volume") || !d.has("pages")) return;
  const next = d.segments[i + 1]?.label;
  if (next !== "date" && next !== "volume") return;
  const m =
    /^(.*\p{L}{3}[.?!]["”’»]?\s+)((?:\p{Lu}[\p{L}'’&-]*\.?|of|and|the|for|in|de|la|et|und|der|für|&)(?:\s+(?:\p{Lu}[\p{L}'’&-]*\.?|of|and|the|for|in|de|la|et|und|der|für|&)){0,6}[\s.,;]*)$/su.exec(
      d.text(s).slice(-1000),
    );
  if (m && s.end - s.start <= 1000) d.cut(i, [0, "title"], [m[1]!.length, "journal"]);
}

/** No journal's name: a stop behind words in small letters, and a short name behind it. */
const GOES_ON =
  /^((?=[^.]*\s(?!(?:of|and|the|for|in|on|to|de|del|della|des|du|la|le|et|und|der|die|für|i|y|e|og|van)\s)\p{Ll}{2,}[\s,.])[^.?!;]{6,200}\p{L}{3}\.\s+)(?:\p{Lu}[^\s]*|of|and|the|for|in)(?:\s(?:\p{Lu}[^\s]*|of|and|the|for|in)){0,6}\s*$/u;

/** "Umbrella or sponge? Water beneath walls. Herit. Surf. 2019, 6": what follows the question is its answer. */
export function joinTitleAtQuestion(d: Draft): void {
  const i = Math.max(d.only("journal"), d.only("container"));
  const s = d.segments[i];
  const title = d.segments[i - 1];
  if (!s || title?.label !== "title" || !d.has("volume", "issue") || !/[?!]\s*$/.test(d.text(title))) return;
  const m = GOES_ON.exec(d.text(s).slice(0, 400));
  if (m) d.lay(title.start, s.start + m[1]!.length, "title");
}
