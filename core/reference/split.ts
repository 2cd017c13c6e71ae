/** Cuts a passage into the references it holds. */
import type { Span } from "../model.ts";
import { trim } from "./segment.ts";

/** Returns the spans of the references in a passage, in order. */
export function splitReferences(text: string): Span[] {
  const out: Span[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== ";") continue;
    const span = trim(text, { start, end: i });
    if (span.end > span.start) out.push(span);
    start = i + 1;
  }
  return out;
}
