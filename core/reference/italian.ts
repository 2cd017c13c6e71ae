/**
 * The grammar of notes as Italian houses print them: every part behind a comma, journals in guillemets ("in «Quaderni»,
 * XII (1981), n. 3"), editors and translators behind "a cura di" and "trad. it. di", theses behind "tesi di". Reads
 * nothing without one of these marks: titles and imprints alone look the same in any language.
 */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { createSetters } from "./comma-fields.ts";
import { imprintAtEnd, type Part, partsOf } from "./comma-parts.ts";
import { languageOf } from "./language.ts";
import { isBody, parseNames } from "./names.ts";

const RULE = "italian-note";
const LONGEST = 700;
/** Asked first: most references show none of these. */
const SEEN = /,\s(?:in\s)?«|\ba cura di\b|\btrad(?:uzione|\.)\s(?:it\S*\s)?di\s|,\stesi di\s/u;

const JOURNAL = /^(?:in\s)?«([^«»]{2,160})»$/u;
const CURATED = /^a cura di\s(?=\p{Lu})/u;
/** "Ada Morini e Ugo Lenzi (a cura di)", with "in" before it where they hold a piece together. */
const CURATORS = /^(?:in:?\s)?(.+?)\s\((?:a cura di|cur(?:a|\.)|ed(?:s|d)?\.)\)$/u;
const CONTAINER = /^in:?\s(?=\p{Lu}|\p{Ll}{1,5}\s\p{Lu})/u;
const TRANSLATED = /^trad(?:uzione|\.)\s(?:it(?:aliana|\.)\s)?(?:e cura\s)?di\s(?=\p{Lu})/u;
const THESIS = /^tesi di\s[\p{Ll}\s]{4,60}$/u;
const EDITION = /^(\d{1,2})ª?\s?ed(?:izione|\.)$|^(?:prima|seconda|terza|quarta|nuova)\sed(?:izione|\.)/u;
const VOLUME = /^(?:vol\.|t\.|tomo|voll\.)\s([\dIVXLC]{1,6}(?:[-–][\dIVXLC]{1,6})?)$/u;
const INITIALED = /^(?:\p{Lu}\p{M}?\.[\s-]?){1,3}\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?$/u;
const PERSON =
  /^(?:\p{Lu}[\p{L}’'-]*\.?[\s-]){1,3}(?:(?:d[aeio]|de[il]|della|dalla|dal|von|van|de la|di)\s)?\p{Lu}[\p{L}’'-]+$/u;

/** What stands behind the name of a journal, each behind its comma. */
const ISSUE_PARTS: readonly (readonly [kind: "year" | "volume" | "both" | "issue" | "series", RegExp])[] = [
  ["both", /^(?:vol\.\s|a(?:nno|\.)\s)?([IVXLCDM]+|\d{1,4})\s?\(((?:1[5-9]|20)\d\d)(?:[-/]\d{2,4})?\)$/u],
  [
    "year",
    /^\(?(?:(?:\d{1,2}(?:°|º)?\s)?\p{Ll}{3,9}(?:[-–]\p{Ll}{3,9})?\s)?(?:1[5-9]|20)\d\d(?:[-/]\d{2,4})?\)?$/u,
  ],
  ["series", /^(?:n\.\s?s\.|nuova serie|s(?:erie|\.)\s[IVX\d]+)$/u],
  ["issue", /^(?:nn?\.|n[°º]\.?|num\.|fasc\.)\s?(\d{1,5}(?:[-–/]\d{1,5})?)$/u],
  ["volume", /^(?:vol\.\s|a(?:nno|\.)\s|t\.\s|tomo\s)?([IVXLCDM]+|\d{1,4})$/u],
];

/** Returns the reference where the whole string is such a note, else null. Time bounded by the length limit. */
export function parseItalian(raw: string): ParsedReference | null {
  if (raw.length > LONGEST || !SEEN.test(raw) || /https?:|\bdoi\b/iu.test(raw)) return null;
  const b = new Builder(raw);
  const parts = withoutPlace(b, partsOf(raw));
  const title = takeAuthors(b, parts);
  const mark = parts.findIndex((p, i) => i >= title && isMark(p.text));
  const kind = mark < 0 ? readCollection(b, parts.slice(title)) : readMarked(b, parts, title, mark);
  if (kind === null || b.draft.title === undefined) return null;
  const language = languageOf(b.draft.title);
  if (language !== null && language !== "en") b.draft.language = language;
  return b.finish(kind, "likely");
}

const PLACE =
  /^(?:in part(?:ic)?\.|in particolare|segnatamente|specie|spec\.|qui)\s(?:alle\s|a\s)?pp?\.\s?\d/u;

/** "pp. 33-58, in part. p. 40": the place that is cited is none of the work's own pages. */
function withoutPlace(b: Builder, parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (!last || !PLACE.test(last.text)) return parts;
  b.prove("locator", last, "likely", RULE);
  return parts.slice(0, -1);
}

function readMarked(b: Builder, parts: readonly Part[], title: number, mark: number): string | null {
  if (mark === title) return null;
  const first = parts[mark]!.text;
  const named = { start: parts[title]!.start, end: parts[mark - 1]!.end };
  const rest = parts.slice(mark);
  // "Lucía Pardo, Ana Ruiz, «Los molinos»": in other tongues the title stands in guillemets, behind the names.
  const journal = JOURNAL.test(first);
  if (journal && !first.startsWith("in ") && (title === 0 || isPeople(b.raw.slice(named.start, named.end))))
    return null;
  set(b, "title", named);
  if (journal) return readJournal(b, rest);
  if (THESIS.test(first)) return readThesis(b, rest);
  return CONTAINER.test(first) ? readChapter(b, rest) : readBook(b, rest);
}

/** "Ada Morini (a cura di), Il mare povero, Genova, Marea, 1995" */
function readCollection(b: Builder, parts: readonly Part[]): string | null {
  const imprint = b.draft.editor === undefined ? null : imprintAtEnd(parts);
  if (!imprint || imprint.before < 1) return null;
  set(b, "title", { start: parts[0]!.start, end: parts[imprint.before - 1]!.end });
  putImprint(b, imprint);
  return "book";
}

const isMark = (text: string): boolean =>
  [JOURNAL, CURATED, TRANSLATED, THESIS, CONTAINER, EDITION].some((re) => re.test(text));

/** Puts who stands in front of the title and returns the place of the part behind them. */
function takeAuthors(b: Builder, parts: readonly Part[]): number {
  const curators = parts.findIndex((p) => /\(a cura di\)$/u.test(p.text));
  const plain = parts.findIndex((p) => isMark(p.text));
  if (
    curators >= 0 &&
    curators < 4 &&
    (plain < 0 || curators <= plain) &&
    !CONTAINER.test(parts[curators]!.text)
  ) {
    const names = parts.slice(0, curators + 1);
    if (names.every((p) => isPeople(p.text.replace(/\s\(a cura di\)$/u, "")))) {
      people(b, "editor", names);
      return curators + 1;
    }
  }
  const head = parts[0]!.text;
  if (!isPeople(head) && !(isBody(head) && /\s/.test(head))) return 0;
  let n = 1;
  while (
    INITIALED.test(head) &&
    parts.length > n + 1 &&
    parts[n]!.text.split(/\se\s/u).every((s) => INITIALED.test(s))
  )
    n++;
  people(b, "author", parts.slice(0, n));
  return n;
}

const isPeople = (text: string): boolean =>
  text.split(/\se\s|\s[–-]\s/u).every((name) => PERSON.test(name) || INITIALED.test(name));

function people(b: Builder, field: "author" | "editor" | "translator", names: readonly Span[]): void {
  for (const span of names) {
    const words = b.raw.slice(span.start, span.end).replace(/\s\(a cura di\)$/u, "");
    const found =
      isBody(words) && !isPeople(words)
        ? [{ literal: words }]
        : words.split(/\se\s|,\s/u).flatMap((w) => parseNames(w).names);
    b.addPeople(field, found);
    b.prove(field, { start: span.start, end: span.start + words.length }, "likely", RULE);
  }
}

const { set, setDate, setPages, putImprint } = createSetters(RULE);

const PAGES = /^pp?\.\s?[\divxlc]/u;

function readJournal(b: Builder, [journal, ...rest]: readonly Part[]): string | null {
  const name = JOURNAL.exec(journal!.text)![1]!;
  const start = journal!.start + journal!.text.indexOf("«") + 1;
  set(b, "container-title", { start, end: start + name.length });
  let day = false;
  for (const part of rest) {
    if (PAGES.test(part.text)) {
      // A day's paper is cited by one page, which is the place.
      if (day) b.prove("locator", part, "likely", RULE);
      else setPages(b, part);
      continue;
    }
    const kind = ISSUE_PARTS.find(([, re]) => re.test(part.text));
    if (!kind) return null;
    const m = kind[1].exec(part.text)!;
    const at = (words: string): Span => {
      const from = part.start + part.text.indexOf(words);
      return { start: from, end: from + words.length };
    };
    if (kind[0] === "both") {
      set(b, "volume", at(m[1]!));
      setDate(b, at(m[2]!));
    } else if (kind[0] === "year") day = setDate(b, part) === 3;
    else if (kind[0] === "issue" || (kind[0] === "volume" && b.draft.volume !== undefined)) {
      if (b.draft.issue === undefined) set(b, "issue", at(m[1]!));
    } else if (kind[0] === "volume") set(b, "volume", at(m[1]!));
    else b.prove("series", part, "likely", RULE);
  }
  if (b.draft.issued === undefined && b.draft.volume === undefined) return null;
  return day && b.draft.volume === undefined ? "article-newspaper" : "article-journal";
}

/** "tesi di dottorato, Università di Serra, 2011", "…, a.a. 1999-2000" */
function readThesis(b: Builder, [genre, ...rest]: readonly Part[]): string | null {
  set(b, "genre", genre!);
  for (const part of rest) {
    if (
      /^Universit|^Politecnic|^Scuola|^Istitut|^Accademi/u.test(part.text) &&
      b.draft.publisher === undefined
    )
      set(b, "publisher", part);
    else if (/^(?:a\.\s?a\.\s)?(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?$/u.test(part.text)) setDate(b, part);
    else b.prove("note", part, "likely", RULE);
  }
  return b.draft.issued === undefined && b.draft.publisher === undefined ? null : "thesis";
}

/** Takes what stands between a title and its imprint: editors, translator, edition, volume. */
function takeDetails(b: Builder, parts: readonly Part[]): readonly Part[] {
  let n = 0;
  for (; n < parts.length; n++) {
    const part = parts[n]!;
    const by = CURATED.exec(part.text) ?? TRANSLATED.exec(part.text);
    const edition = EDITION.exec(part.text);
    const volume = VOLUME.exec(part.text);
    if (by) {
      const names = [{ start: part.start + by[0].length, end: part.end }];
      // "a cura di A. Morini, U. Lenzi e C. Testa": names go on as long as they look like such.
      while (parts[n + 1] && parts[n + 1]!.text.split(/\se\s/u).every((s) => INITIALED.test(s)))
        names.push(parts[++n]!);
      people(b, CURATED.test(part.text) ? "editor" : "translator", names);
    } else if (edition) set(b, "edition", part, edition[1] ?? part.text);
    else if (volume) set(b, "volume", part, volume[1]!);
    else break;
  }
  return parts.slice(n);
}

function readBook(b: Builder, parts: readonly Part[]): string | null {
  const rest = takeDetails(b, parts);
  const imprint = imprintAtEnd(rest);
  if (!imprint || imprint.before > 0) return null;
  putImprint(b, imprint);
  return "book";
}

/** "in Il mare povero, a cura di …" and "in Ada Morini (a cura di), Il mare povero, …". */
function readChapter(b: Builder, parts: readonly Part[]): string | null {
  const skip = CONTAINER.exec(parts[0]!.text)?.[0].length ?? 0;
  const opened = [
    { ...parts[0]!, start: parts[0]!.start + skip, text: parts[0]!.text.slice(skip) },
    ...parts.slice(1),
  ];
  const curators = opened.findIndex((p) => CURATORS.test(p.text));
  let rest: readonly Part[];
  if (curators >= 0 && curators < 4) {
    people(b, "editor", opened.slice(0, curators + 1));
    const behind = opened.slice(curators + 1);
    const imprint = imprintAtEnd(behind);
    if (!imprint || imprint.before < 1) return null;
    set(b, "container-title", { start: behind[0]!.start, end: behind[imprint.before - 1]!.end });
    rest = behind.slice(imprint.before);
  } else {
    const by = opened.findIndex((p) => CURATED.test(p.text));
    if (by < 1) return null;
    set(b, "container-title", { start: opened[0]!.start, end: opened[by - 1]!.end });
    rest = takeDetails(b, opened.slice(by));
  }
  const imprint = imprintAtEnd(rest);
  if (!imprint || imprint.before > 0) return null;
  putImprint(b, imprint);
  return "chapter";
}
