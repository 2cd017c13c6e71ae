/** Cuts a passage (a footnote, a run of text) into the references it holds. */
import type { Span } from "../model.ts";
import { observe } from "./features.ts";
import { decode } from "./model/decode.ts";
import { passageModel } from "./model/load.ts";
import { trim } from "./segment.ts";
import { MAX_TOKENS, tokenize } from "./tokens.ts";

/** What a stretch of a passage is: a part of a reference, or nothing of one. */
export const PARTS = ["author", "title", "imprint", "place", "short", "archive", "rest"] as const;

/** Each part twice: first in its reference, further on; then text outside any reference. */
export const PASSAGE_LABELS: readonly string[] = [...PARTS.flatMap((p) => [`${p}-first`, p]), "outside"];

const OUTSIDE = PASSAGE_LABELS.length - 1;

/**
 * Returns the spans of the references in a passage, in order, none overlapping; commentary between them is left out.
 * Linear in length: a long passage is read in windows of `MAX_TOKENS` tokens.
 */
export function splitReferences(text: string): Span[] {
  const out: Span[] = [];
  for (let from = 0; from < text.length; ) {
    const tokens = tokenize(text.slice(from));
    if (tokens.count === 0) break;
    const { states } = decode(passageModel(), observe(tokens));
    let start = -1;
    const close = (end: number): void => {
      if (start < 0) return;
      const span = trim(text, { start: from + start, end: from + end });
      if (span.end > span.start) out.push(span);
      start = -1;
    };
    for (let i = 0; i < tokens.count; i++) {
      const label = states[i]! >> 1;
      const begins = states[i]! % 2 === 0;
      if (label === OUTSIDE) {
        if (start >= 0) close(tokens.end[i - 1]!);
      } else if (start < 0 || (begins && label % 2 === 0)) {
        if (start >= 0) close(tokens.end[i - 1]!);
        start = tokens.start[i]!;
      }
    }
    const last = tokens.end[tokens.count - 1]!;
    close(last);
    if (tokens.count < MAX_TOKENS) break;
    from += last;
  }
  return out;
}
