/**
 * Joins a note that runs over to the next page's foot with its rest, so that both are cut as one, and gives each half
 * its own citations back. Says nothing of which notes run over.
 */
import type { Note, NoteParts, Span } from "../../model.ts";
import { placed } from "./placed.ts";

/** Both halves as one note in a text of its own. */
export interface Joined {
  readonly text: string;
  readonly note: Note;
  readonly first: Note;
  readonly rest: Note;
  /** Where the rest begins in the joined text. */
  readonly border: number;
}

/** Returns the two halves as one note; the page's end reads as the end of a line. */
export function joinNotes(text: string, first: Note, rest: Note): Joined {
  const head = text.slice(first.bodyStart, first.bodyEnd);
  const joined = `${head}\n${text.slice(rest.bodyStart, rest.bodyEnd)}`;
  const note = { ...first, start: 0, end: joined.length, bodyStart: 0, bodyEnd: joined.length };
  return { text: joined, note, first, rest, border: head.length + 1 };
}

/**
 * Returns the parts of each half with offsets into the document's text. What the page cuts in two stands where it
 * begins; its reference is read from both halves, and its words are those of the first.
 */
export function apart(text: string, joined: Joined, parts: NoteParts): NoteParts[] {
  const { first, rest, border } = joined;
  const place = (span: Span): Span => {
    const by = span.start < border ? first.bodyStart : rest.bodyStart - border;
    const end = span.start < border ? Math.min(span.end, border - 1) : span.end;
    return { start: span.start + by, end: end + by };
  };
  const half = (note: Note, own: (span: Span) => boolean, cut: readonly Span[]): NoteParts => ({
    ...placed(text, { ...parts, cites: parts.cites.filter(own), commentary: cut }, place),
    note: note.id,
  });
  const upper = (span: Span): boolean => span.start < border;
  const lower = (span: Span): boolean => !upper(span);
  // What cites nothing may be shown in pieces.
  const pieces = parts.commentary.flatMap((span): Span[] =>
    upper(span) && span.end > border
      ? [
          { start: span.start, end: border - 1 },
          { start: border, end: span.end },
        ]
      : [span],
  );
  return [half(first, upper, pieces.filter(upper)), half(rest, lower, pieces.filter(lower))];
}
