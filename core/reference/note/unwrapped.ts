/**
 * Reads a note that was broken into lines as one line, and puts what was found back into the document. Where a line ends
 * and how far the next one is set in says nothing about what is cited.
 */
import type { Note, NoteParts, Span } from "../../model.ts";
import { placed } from "./placed.ts";

/** A note on one line, in a text of its own. */
export interface Unwrapped {
  readonly text: string;
  readonly note: Note;
  /** Offset in the document of each character. */
  readonly at: readonly number[];
}

const BREAK = /\s*[\n\r]\s*|[^\S\n\r]{2,}/g;

/** Returns the note on one line, or null where it stands on one already. A word cut by a hyphen keeps its break. */
export function unwrap(text: string, note: Note): Unwrapped | null {
  const body = text.slice(note.bodyStart, note.bodyEnd);
  if (body.search(BREAK) < 0) return null;
  const at: number[] = [];
  let line = "";
  const keep = (from: number, to: number): void => {
    line += body.slice(from, to);
    for (let i = from; i < to; i++) at.push(note.bodyStart + i);
  };
  let done = 0;
  for (const { 0: run, index } of body.matchAll(BREAK)) {
    keep(done, index);
    line += /[-‐\u00ad]$/.test(line) && /[\n\r]/.test(run) ? "\n" : " ";
    at.push(note.bodyStart + index);
    done = index + run.length;
  }
  keep(done, body.length);
  const own: Note = { ...note, start: 0, end: line.length, bodyStart: 0, bodyEnd: line.length };
  return { text: line, note: own, at };
}

/** Returns the parts with offsets into the document. */
export function wrap(text: string, { at }: Unwrapped, parts: NoteParts): NoteParts {
  const place = (span: Span): Span => {
    const start = at[span.start] ?? (at.at(-1) ?? -1) + 1;
    return { start, end: span.end > span.start ? at[span.end - 1]! + 1 : start };
  };
  return placed(text, parts, place);
}
