/** Lines and columns of offsets, for people and for tools that show findings in place. */
import { firstWhere } from "./binary-search.ts";
import type { Document, Origin, Span } from "./model.ts";
import { align } from "./text-align.ts";

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export interface Region {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Returns a function from offsets to positions. `\n`, `\r\n` and `\r` end a line. Linear once, then a binary
 * search for each offset.
 */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    const line = lastAtOrBefore(starts, offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
}

/**
 * Returns a function from spans of a document to their place in its file, or null where it is not known. Plain text
 * is its own file; for Markdown and HTML `source` is the file's decoded text, and the reader's origins are used or,
 * where it gives none, the words are found again. Linear once (see `align`).
 */
export function fileRegions(document: Document, source: string | null): (span: Span) => Region | null {
  const own = document.format === "text" && document.origins.length === 0;
  const file = own ? document.text : source;
  if (file === null) return () => null;
  const at = positionsIn(file);
  if (own) return ({ start, end }) => ({ start: at(start), end: at(end) });
  const origins = fits(document, file) ? document.origins : align(document, file);
  const starts = origins.map((origin) => origin.start);
  return (span) => {
    const [start, end] = [startIn(span, origins, starts), endIn(span, origins, starts)];
    return start === null || end === null || end <= start ? null : { start: at(start), end: at(end) };
  };
}

/** Whether the origins are those of this file: each run stands in it as it stands in the text. */
function fits({ text, origins }: Document, file: string): boolean {
  return (
    origins.length > 0 &&
    origins.every(({ start, end, source }) => file.startsWith(text.slice(start, end), source))
  );
}

/** Where a span begins in the file: at its first character that is known there. */
function startIn({ start, end }: Span, origins: readonly Origin[], starts: readonly number[]): number | null {
  const i = lastAtOrBefore(starts, start);
  const held = origins[i];
  if (held && held.start <= start && start < held.end) return held.source + start - held.start;
  const next = origins[held && held.start > start ? i : i + 1];
  return next && next.start < end ? next.source : null;
}

/** Where a span ends in the file: behind its last character that is known there. */
function endIn({ start, end }: Span, origins: readonly Origin[], starts: readonly number[]): number | null {
  const held = origins[lastAtOrBefore(starts, end - 1)];
  if (!held || held.start >= end || held.end <= start) return null;
  return held.source + Math.min(end, held.end) - held.start;
}

/** Returns the index of the last value at or before `wanted`, 0 when there is none. */
const lastAtOrBefore = (values: readonly number[], wanted: number): number =>
  Math.max(0, firstWhere(values.length, (i) => values[i]! > wanted) - 1);
