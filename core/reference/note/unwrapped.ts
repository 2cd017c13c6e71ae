/**
 * Reads a note as it would be set on one line with round quotation marks, and puts what was found back into the
 * document. Where a line ends, how far the next one is set in, signs without width, and typewriters' quotation marks say
 * nothing about what is cited.
 */
import { joins, wordsOf } from "../../divided-words.ts";
import type { CiteText, Note, NoteParts, Span } from "../../model.ts";
import { placed } from "./placed.ts";

/** A note on one line, in a text of its own. */
export interface Unwrapped {
  readonly text: string;
  readonly note: Note;
  /** Offset in the document of each character. */
  readonly at: readonly number[];
  readonly back: readonly Exchange[];
}

const BREAK = /[\u200b\u2060\ufeff]+|\u00ad|\s*[\n\r]\s*|[^\S\n\r]{2,}/g;

/** The words of a document, found when they are first asked for. */
export type Vocabulary = () => ReadonlySet<string>;

/** Returns the vocabulary of the text, which tells a divided word from a compound. */
export function vocabulary(text: string): Vocabulary {
  let words: ReadonlySet<string> | null = null;
  return () => {
    words ??= wordsOf(text.split("\n").map((line) => ({ text: line })));
    return words;
  };
}

/**
 * Returns the note on one line, or null where it is set so already. A divided word is joined; what else a hyphen ends
 * keeps its break.
 */
export function unwrap(text: string, note: Note, words: Vocabulary = vocabulary(text)): Unwrapped | null {
  const body = text.slice(note.bodyStart, note.bodyEnd);
  const { words: read, back } = evenQuotes(body);
  if (back.length === 0 && body.search(BREAK) < 0) return null;
  const at: number[] = [];
  let line = "";
  const keep = (from: number, to: number): void => {
    line += read.slice(from, to);
    for (let i = from; i < to; i++) at.push(note.bodyStart + i);
  };
  let done = 0;
  for (const { 0: run, index } of read.matchAll(BREAK)) {
    keep(done, index);
    done = index + run.length;
    if (!/\s/.test(run) || /^\ufeff+$/.test(run)) continue;
    const torn = /[-‐]$/.test(line) && /[\n\r]/.test(run);
    if (torn && isDivided(line, body.slice(done, done + LONGEST_WORD), words)) {
      line = line.slice(0, -1);
      at.pop();
      continue;
    }
    line += torn ? "\n" : " ";
    at.push(note.bodyStart + index);
  }
  keep(done, read.length);
  const own: Note = { ...note, start: 0, end: line.length, bodyStart: 0, bodyEnd: line.length };
  return { text: line, note: own, at, back };
}

const LONGEST_WORD = 60;
/** A word of letters alone: no part of an address, a number or an abbreviation. */
const WORD_END = /(?<![^\s([“"‘'«—–-])\p{L}{2,}[-‐]$/u;
const WORD_START = /^\p{Ll}{2,}(?=[\s,.;:!?)\]’”"'»]|$)(?!\.\p{L})/u;

/** "emer-" before "gency nurses": a word that the line's end divides. */
const isDivided = (line: string, next: string, words: Vocabulary): boolean =>
  WORD_END.test(line.slice(-LONGEST_WORD)) && WORD_START.test(next) && joins(line, next, words());

/** Signs that change for reading and come back afterwards; each stands in no note that has the other. */
type Exchange = readonly [printed: string, read: string];

const OPENING = /(?<![\p{L}\p{N}'])'(?=[\p{L}\p{N}“"(])/gu;
/** Behind a quotation stands a stop, a bracket or nothing; "workers' revolt" goes on. */
const CLOSING = [/[\p{L}\p{N}.?!)”"]'(?=[,.;:)\]]|\s*$)/u, /[\p{L}\p{N}.?!)”"]'(?=\s)/u];

/** Returns the words, of the same length, with round marks for the straight ones round a quotation. */
function roundQuotes(words: string): string {
  const opening = [...words.matchAll(OPENING)].map((m) => m.index);
  let read = words;
  const put = (at: number, sign: string): void => {
    read = read.slice(0, at) + sign + read.slice(at + 1);
  };
  opening.slice(0, MOST_QUOTES).forEach((open, i) => {
    // Up to the next opening one only: else each would look through the whole note.
    const quoted = words.slice(open + 1, opening[i + 1] ?? words.length);
    const last = CLOSING.map((end) => end.exec(quoted)).find(Boolean);
    if (!last) return;
    put(open, "‘");
    put(open + last.index + last[0].length, "’");
  });
  return read;
}

/** Quotations that are set round; a note has few. */
const MOST_QUOTES = 200;

/** Returns the words, of the same length, with round marks for straight double ones where these open and close in turn. */
function roundDoubles(words: string): string {
  let opens = true;
  let even = true;
  const read = words.replace(/"/g, (_, at: number) => {
    const outside = /[\s([]/.test(words[at - 1] ?? " ");
    if (outside !== opens) even = false;
    opens = !opens;
    return outside ? "“" : "”";
  });
  return even && opens ? read : words;
}

/** Returns the words as they are read and what was exchanged: straight marks, or apostrophes inside round ones. */
function evenQuotes(printed: string): { readonly words: string; readonly back: readonly Exchange[] } {
  const back: Exchange[] = [];
  let words = printed;
  const read = (other: string, ...signs: readonly Exchange[]): void => {
    if (other === words) return;
    words = other;
    back.push(...signs);
  };
  if (words.includes('"') && !/[“”„]/.test(words)) read(roundDoubles(words), ['"', "“"], ['"', "”"]);
  if (words.includes("'") && !/[‘’]/.test(words)) read(roundQuotes(words), ["'", "‘"], ["'", "’"]);
  // "‘Locked Out of Mother’s Photographs’": the apostrophe closes nothing.
  else if (words.includes("‘") && !words.includes("'"))
    read(words.replace(/(?<=\p{L})’(?=\p{L})/gu, "'"), ["’", "'"]);
  return { words, back };
}

/** Returns the parts with offsets into the document, in its own signs. */
export function wrap(text: string, { at, back }: Unwrapped, parts: NoteParts): NoteParts {
  const place = (span: Span): Span => {
    const start = at[span.start] ?? (at.at(-1) ?? -1) + 1;
    return { start, end: span.end > span.start ? at[span.end - 1]! + 1 : start };
  };
  const own = placed(text, parts, place);
  return back.length > 0 ? { ...own, cites: own.cites.map((cite) => asPrinted(cite, back)) } : own;
}

/** The words of a citation as the document prints them. */
const asPrinted = (cite: CiteText, back: readonly Exchange[]): CiteText =>
  JSON.parse(
    back.reduce(
      (json, [printed, read]) => json.replaceAll(read, JSON.stringify(printed).slice(1, -1)),
      JSON.stringify(cite),
    ),
  ) as CiteText;
