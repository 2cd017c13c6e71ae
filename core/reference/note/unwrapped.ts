/**
 * Reads a note as it would be set on one line with round quotation marks, and puts what was found back into the
 * document. Where a line ends, how far the next one is set in, signs without width, and typewriters' quotation marks say
 * nothing about what is cited.
 */
import type { CiteText, Note, NoteParts, Span } from "../../model.ts";
import { placed } from "./placed.ts";

/** A note on one line, in a text of its own. */
export interface Unwrapped {
  readonly text: string;
  readonly note: Note;
  /** Offset in the document of each character. */
  readonly at: readonly number[];
  /** Its single quotation marks were straight. */
  readonly straight: boolean;
}

const BREAK = /[\u200b\u2060\ufeff]+|\u00ad|\s*[\n\r]\s*|[^\S\n\r]{2,}/g;

/** Returns the note on one line, or null where it is set so already. A word cut by a hyphen keeps its break. */
export function unwrap(text: string, note: Note): Unwrapped | null {
  const body = text.slice(note.bodyStart, note.bodyEnd);
  const quoted = roundQuotes(body);
  if (quoted === null && body.search(BREAK) < 0) return null;
  const words = quoted ?? body;
  const at: number[] = [];
  let line = "";
  const keep = (from: number, to: number): void => {
    line += words.slice(from, to);
    for (let i = from; i < to; i++) at.push(note.bodyStart + i);
  };
  let done = 0;
  for (const { 0: run, index } of words.matchAll(BREAK)) {
    keep(done, index);
    done = index + run.length;
    if (!/\s/.test(run) || /^\ufeff+$/.test(run)) continue;
    line += /[-‐]$/.test(line) && /[\n\r]/.test(run) ? "\n" : " ";
    at.push(note.bodyStart + index);
  }
  keep(done, words.length);
  const own: Note = { ...note, start: 0, end: line.length, bodyStart: 0, bodyEnd: line.length };
  return { text: line, note: own, at, straight: quoted !== null };
}

const OPENING = /(?<![\p{L}\p{N}'])'(?=[\p{L}\p{N}“"(])/gu;
/** Behind a quotation stands a stop, a bracket or nothing; "workers' revolt" goes on. */
const CLOSING = [/[\p{L}\p{N}.?!)”"]'(?=[,.;:)\]]|\s*$)/u, /[\p{L}\p{N}.?!)”"]'(?=\s)/u];

/** Returns the words, of the same length, with round marks for the straight ones round a quotation; null without any. */
function roundQuotes(words: string): string | null {
  if (!words.includes("'") || /[‘’]/.test(words)) return null;
  const opening = [...words.matchAll(OPENING)].map((m) => m.index);
  const signs = [...words];
  if (signs.length !== words.length) return null;
  let found = false;
  opening.forEach((open, i) => {
    // Up to the next opening one only: else each would look through the whole note.
    const quoted = words.slice(open + 1, opening[i + 1] ?? words.length);
    const last = CLOSING.map((end) => end.exec(quoted)).find(Boolean);
    if (!last) return;
    signs[open] = "‘";
    signs[open + last.index + last[0].length] = "’";
    found = true;
  });
  return found ? signs.join("") : null;
}

/** Returns the parts with offsets into the document, in its own signs. */
export function wrap(text: string, { at, straight }: Unwrapped, parts: NoteParts): NoteParts {
  const place = (span: Span): Span => {
    const start = at[span.start] ?? (at.at(-1) ?? -1) + 1;
    return { start, end: span.end > span.start ? at[span.end - 1]! + 1 : start };
  };
  const own = placed(text, parts, place);
  return straight ? { ...own, cites: own.cites.map(straightened) } : own;
}

/** The words of a citation as the document prints them. */
const straightened = (cite: CiteText): CiteText =>
  JSON.parse(JSON.stringify(cite).replace(/[‘’]/g, "'")) as CiteText;
