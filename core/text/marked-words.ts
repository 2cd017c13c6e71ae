/** The words of a sentence without the markers in it. Finds no marker and cuts no sentence. */
import type { Span } from "../model.ts";

/** Where the words end: markers that close the statement stand behind them. */
export function wordsEnd(text: string, span: Span, markers: readonly Span[]): number {
  let end = span.end;
  for (let i = markers.length - 1; i >= 0 && markers[i]!.end === end; i--) {
    end = Math.max(span.start, markers[i]!.start);
    while (end > span.start && /\s/.test(text.charAt(end - 1))) end--;
  }
  return end;
}

/** The words with the markers cut out and the white space around each cut closed. */
export function withoutMarkers(text: string, span: Span, markers: readonly Span[]): string {
  if (markers.length === 0) return text.slice(span.start, span.end);
  let words = "";
  let at = span.start;
  for (const marker of markers) {
    if (marker.start < at) continue;
    const between = text.slice(at, marker.start);
    // "[3], [5]" and "[1]–[4]": what parts two markers goes with them.
    if (at === span.start || !BETWEEN.test(between)) words += between;
    at = Math.min(marker.end, span.end);
    if (at >= span.end || CLOSES.test(text.charAt(at))) words = words.trimEnd();
  }
  return words + text.slice(at, span.end);
}

const BETWEEN = /^[\s,;–-]*$/;
const CLOSES = /[\s.,;:!?)\]”’]/;
