/**
 * Author and page without a year, as MLA sets them: `(Halloran 12)`, `(Lindgren, “Counting Keys” 31)`, `(qtd. in
 * Meeks 88)`, `(15–19)` behind a sentence that names the author. Only names of the list of works count.
 */
import type { CiteText, Pinpoint, Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { namedBefore, namedFor, type TitleMentions, titleMentions } from "./author-page-named.ts";
import { type EntryIndex, indexEntries, matchEntry } from "./author-year-match.ts";
import type { CitingMarker } from "./cite.ts";
import { fold } from "./fold.ts";
import { bracketGroups } from "./groups.ts";
import { namesAtEnd } from "./names.ts";

const PAGES =
  /^(.*?)[,\s]*\b((?:\d{1,4}|[ivxl]{1,6}|[A-Z]\d{1,3}\+?)(?:\s?[-–—]\s?(?:\d{1,4}|[ivxl]{1,6}))?(?:,\s\d{1,4}(?:[-–]\d{1,4})?){0,4})$/s;
/** "Saltworks 00:14:09–23:11": films and recordings are cited by their time. */
const TIME = /^(.*?)[,\s]*\b(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[-–—]\s?\d{1,2}:\d{2}(?::\d{2})?)?)$/s;
/** "Bell 2: 114", "Bell 2:114–17", "2: 114": volume and page of a work of several; "2:14" may be a time. */
const VOLUME_PAGE =
  /^(.*?)[,\s]*(?<![\p{L}\d])\d{1,2}:(?=\s|\d{3})\s{0,12}(\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)$/su;
/** "Bell 3.1.22-25", "Iliad 9.189": act, scene and lines of a play, book and lines of a long poem. */
const SCENE =
  /^(.*?)[,\s]*(?<![\p{L}\d.])((?:\d{1,2}|[IVX]{1,4})(?:\.(?:\d{1,4}|[ivx]{1,5})){1,3}(?:\s?[-–—]\s?\d{1,4}(?:\.\d{1,4})?)?)$/su;
/** "(lines 3-4)", "(par. 6)": a place alone; tables and sections would be the document's own. */
const ALONE = /^(?:lines?|ll?\.|verses?|vv?\.|pars?\.|paras?\.|pp?\.|chs?\.)\s?(?=\d)/u;
/** "Okpara, par. 6": what has no pages is cited by a place with its word. */
const PLACE =
  /(?:,[”"’'»]?|[”"’'»])\s(?=(?:pars?|paras?|paragraphs?|chs?|chaps?|chapters?|secs?|sections?|lines?|figs?|tables?|stanzas?|slides?|n|note)\b\.?\s\d)/u;
const TITLE = /[,\s]*[“"‘'«](.{2,80}?)[”"’'»][,.]?\s*$/;
const LONGEST = 160;

/** The list of works as citations by name see it. */
export interface Works {
  readonly entries: readonly string[];
  readonly index: EntryIndex;
  readonly byTitle: TitleFinder;
  readonly mentions: TitleMentions;
}

/** Returns the works of the entries given as raw strings. */
export function worksOf(entries: readonly string[]): Works {
  return {
    entries,
    index: indexEntries(entries),
    byTitle: titleFinder(entries),
    mentions: titleMentions(entries),
  };
}

/** Returns the author-page citations of one paragraph; `cut` cuts it into its sentences, in order. */
export function findAuthorPage(
  text: string,
  span: Span,
  works: Works,
  cut: () => readonly Span[],
): CitingMarker[] {
  const found: CitingMarker[] = [];
  let sentences: readonly Span[] | null = null;
  let s = 0;
  const sentencesTo = (at: number): readonly Span[] => {
    sentences ??= cut();
    while (s < sentences.length - 1 && sentences[s]!.end <= at) s++;
    return sentences.length === 0 ? [span] : sentences.slice(Math.max(0, s - 4), s + 1);
  };
  for (const group of bracketGroups(text, span)) {
    if (text[group.start] !== "(" || group.end - group.start > LONGEST) continue;
    const marker = read(text, group, works, () => sentencesTo(group.start));
    if (marker) found.push(marker);
  }
  return found;
}

function read(
  text: string,
  group: Span,
  works: Works,
  sentences: () => readonly Span[],
): CitingMarker | null {
  const cites: CiteText[] = [];
  const matches: (readonly number[])[] = [];
  let at = group.start + 1;
  for (const part of text.slice(at, group.end - 1).split(";")) {
    const cite = readPart(text, part, at, works, sentences, cites.length > 0);
    at += part.length + 1;
    if (!cite) continue;
    cites.push(cite.cite);
    matches.push(cite.fit);
  }
  return cites.length > 0 ? { start: group.start, end: group.end, cites, matches } : null;
}

interface Part {
  readonly cite: CiteText;
  readonly fit: readonly number[];
}

function readPart(
  text: string,
  part: string,
  offset: number,
  works: Works,
  sentences: () => readonly Span[],
  inRow: boolean,
): Part | null {
  const { entries, index, byTitle } = works;
  const words = part.trim();
  const start = offset + (part.length - part.trimStart().length);
  const volume = VOLUME_PAGE.exec(words);
  const timed = volume ? null : TIME.exec(words);
  const scene = volume || timed ? null : SCENE.exec(words);
  const m = volume ?? timed ?? scene ?? PAGES.exec(words);
  if (/^(?:1[5-9]|20)\d\d$/.test(words)) return null;
  const placed = placeAtEnd(words);
  const paged: Pinpoint | null = m
    ? { label: timed ? "timestamp" : scene ? "line" : "page", value: m[2]!.replace(/\s?[–—-]\s?/g, "-") }
    : null;
  const pinpoint = placed?.pinpoint ?? paged;
  let lead = placed?.lead ?? (m ? m[1]! : words);
  const titled = TITLE.exec(lead);
  const title = titled ? titled[1]!.replace(/[,.]$/, "") : null;
  if (titled) lead = lead.slice(0, titled.index);
  const make = (from: number, to: number, more: Partial<CiteText>): CiteText => ({
    start: from,
    end: to,
    form: "author-year",
    raw: text.slice(from, to),
    names: [],
    namesTruncated: false,
    year: null,
    title,
    noteRef: null,
    key: null,
    pinpoint,
    prefix: null,
    suffix: null,
    reference: null,
    ...more,
  });
  const end = start + words.length;
  if (lead.trim() === "") {
    if (title !== null) {
      const fit = amongNamed(byTitle(title), text, sentences, offset - 1, index);
      return fit.length > 0 ? { cite: make(start, end, {}), fit } : null;
    }
    if (!pinpoint || inRow) return null;
    const named = namedFor(text, sentences(), offset - 1, works, placed !== null);
    return named
      ? { cite: make(start, end, { names: named.names, title: named.title }), fit: named.fit }
      : null;
  }
  const comma = lead.indexOf(", ");
  if (title === null && comma > 0 && pinpoint) {
    // "Thomson, Anzac 12": an italic title lost its slant; the entry has it behind the author.
    const short = lead.slice(comma + 2).trim();
    const among = matchEntry(index, { names: [lead.slice(0, comma).trim()], truncated: false, year: null });
    const titledFit = byTitle(short, among).filter((i) => !inAuthors(entries[i]!, short));
    if (titledFit.length > 0) {
      return {
        cite: make(start, end, { names: [lead.slice(0, comma).trim()], title: short }),
        fit: titledFit,
      };
    }
  }
  if (
    title === null &&
    pinpoint &&
    matchEntry(index, { names: [lead.trim()], truncated: false, year: null }).length === 0
  ) {
    // "(Folded World 88)": a short title without marks, its author named in the sentence.
    const titled = lead.trim().split(/\s+/).length > 1 ? byTitle(lead) : byTitleWord(lead.trim(), entries);
    if (titled.length > 0)
      return { cite: make(start, end, { title: lead.trim().replace(/,$/, "") }), fit: titled };
  }
  const names = namesAtEnd(lead);
  if (!names) return null;
  let fit = matchEntry(index, { names: names.names, truncated: names.truncated, year: null });
  if (fit.length === 0 && pinpoint && looksNamed(lead)) {
    return {
      cite: make(start + names.start, end, { names: names.names, namesTruncated: names.truncated }),
      fit,
    };
  }
  if (
    fit.length === 0 ||
    (!pinpoint && !title && !inRow && names.start === 0 && words.split(/\s+/).length > 3)
  )
    return null;
  if (title !== null) {
    const titledFit = byTitle(title, fit);
    if (titledFit.length > 0) fit = titledFit;
  }
  const prefix = lead.slice(0, names.start).trim();
  const cite = make(start + names.start, end, {
    names: names.names,
    namesTruncated: names.truncated,
    prefix: prefix === "" ? null : prefix,
  });
  return { cite, fit };
}

/** Of several works whose titles hold the words, those of the author whom the sentence names. */
function amongNamed(
  fit: readonly number[],
  text: string,
  sentences: () => readonly Span[],
  to: number,
  index: EntryIndex,
): readonly number[] {
  if (fit.length < 2) return fit;
  const named = namedBefore(text, sentences().at(-1)?.start ?? to, to, index)?.fit ?? [];
  const own = fit.filter((i) => named.includes(i));
  return own.length > 0 ? own : fit;
}

/** Returns the labelled place at the end of the words and what stands before it, or null. */
function placeAtEnd(words: string): { readonly lead: string; readonly pinpoint: Pinpoint } | null {
  const alone = ALONE.test(words) ? parsePinpoint(words) : null;
  if (alone?.labelled && alone.end >= words.length) return { lead: "", pinpoint: alone.pinpoint };
  const m = PLACE.exec(words);
  const found = m ? parsePinpoint(words, m.index + m[0].length) : null;
  return m && found?.labelled && found.end >= words.length
    ? { lead: words.slice(0, m.index + m[0].replace(/^,\s|\s$/g, "").length), pinpoint: found.pinpoint }
    : null;
}

/** The title of an entry: behind the authors' stop or their rule, up to the next one or to the end of the quotation. */
const ENTRY_TITLE =
  /^(?:[-–—_]{2,3}\.?\s+|.*?\p{L}{2}\.\s+)(?:[“"‘](.*?)[”"’](?!\p{L})|(.*?[\p{L}\d]{2}(?<!(?<!\p{L})(?:Mrs?|Dr|St|Rev|Capt|Col|Prof|Hon|Sgt|Lt|Mme|Mlle|No|Vol|vs|Jr|Sr))[.?!])(?:\s|$))/su;

/** "(Lodger 301)": one word of the title stands for the work where only one entry's title holds it, or begins with it. */
function byTitleWord(word: string, entries: readonly string[]): number[] {
  if (!/^\p{Lu}[\p{L}’'-]{3,}$/u.test(word) || NO_NAME.test(word)) return [];
  const held: number[] = [];
  const opened: number[] = [];
  for (let i = 0; i < Math.min(entries.length, MOST_ENTRIES); i++) {
    const m = ENTRY_TITLE.exec(entries[i]!.slice(0, 600));
    const words = (m?.[1] ?? m?.[2] ?? "").split(/[^\p{L}’'-]+/u);
    if (words.includes(word)) held.push(i);
    if (words[/^(?:an?|the)$/i.test(words[0]!) ? 1 : 0] === word) opened.push(i);
  }
  return [held, opened].find((fit) => fit.length === 1) ?? [];
}

/** The words stand where the authors of the entry do, before its first stop or quotation mark. */
function inAuthors(entry: string, words: string): boolean {
  const stop = entry.search(/\p{L}{2}\.\s|[“"‘]/u);
  const at = entry.indexOf(words);
  return at >= 0 && stop >= 0 && at < stop;
}

const NO_NAME =
  /\b(?:chapters?|parts?|figures?|figs?|tables?|acts?|scenes?|vols?|books?|sections?|nos?|lines?|cantos?|pages?|appendix|note|january|february|march|april|may|june|july|august|september|october|november|december|interview|version|box|item|plate|map|ca|circa|age|aged)\b\.?$/i;

/** A name the list of works lacks: one or two surnames and nothing else. */
function looksNamed(lead: string): boolean {
  const words = lead.trim();
  return /^\p{Lu}[\p{L}’'-]{2,}(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]{2,})?$/u.test(words) && !NO_NAME.test(words);
}

/** Entries searched for a title without a name; a bound for hostile lists. */
const MOST_ENTRIES = 2000;
const plain = (words: string): string =>
  fold(words)
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();

/** Finds entries by a short title among those given, or among all. */
export type TitleFinder = (title: string, among?: readonly number[]) => number[];

/** Returns the finder for the entries; each is folded once, when it is first looked at. */
function titleFinder(entries: readonly string[]): TitleFinder {
  const folded: string[] = [];
  const all = entries.slice(0, MOST_ENTRIES).map((_, i) => i);
  return (title, among = all) => {
    const key = plain(title);
    if (key.length < 3) return [];
    return among.filter((i) => {
      folded[i] ??= plain(entries[i]!.slice(0, 600));
      return folded[i].includes(key);
    });
  };
}
