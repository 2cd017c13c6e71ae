/** Runs a pattern over one span only: `exec` on the whole text would read past the span to find its next match. */
import type { Span } from "../../model.ts";

/** Calls `visit` with each match of a global pattern inside the span and its offsets in the text. */
export function eachMatch(
  pattern: RegExp,
  text: string,
  span: Span,
  visit: (match: RegExpExecArray, start: number, end: number) => void,
): void {
  const slice = text.slice(span.start, span.end);
  pattern.lastIndex = 0;
  for (let m = pattern.exec(slice); m; m = pattern.exec(slice)) {
    const end = pattern.lastIndex;
    visit(m, span.start + m.index, span.start + end);
    pattern.lastIndex = Math.max(end, m.index + 1);
  }
}

/**
 * The same for a sticky pattern whose matches all begin where the sieve matches: a pattern that looks behind itself at
 * every place is slow, and the sieve is not.
 */
export function eachSieved(
  sieve: RegExp,
  pattern: RegExp,
  text: string,
  span: Span,
  visit: (match: RegExpExecArray, start: number, end: number) => void,
): void {
  const slice = text.slice(span.start, span.end);
  let from = 0;
  for (;;) {
    sieve.lastIndex = from;
    const place = sieve.exec(slice);
    if (place === null) return;
    pattern.lastIndex = place.index;
    const m = pattern.exec(slice);
    from = m === null ? place.index + 1 : pattern.lastIndex;
    if (m !== null) visit(m, span.start + m.index, span.start + from);
  }
}
