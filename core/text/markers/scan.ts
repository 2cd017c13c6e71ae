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
