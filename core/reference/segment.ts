/** The labels a reference is cut into and the segment, a labelled stretch of the raw string. */
import type { Span } from "../model.ts";

/** What a stretch of a reference is. A stretch takes in the punctuation behind it and opening brackets before it. */
export const LABELS = [
  "author",
  "editor",
  "translator",
  "title",
  "journal",
  "container",
  "collection",
  "date",
  "volume",
  "issue",
  "pages",
  "publisher",
  "location",
  "edition",
  "genre",
  "medium",
  "note",
  "url",
  "doi",
  "isbn",
  "issn",
  "arxiv",
  "pmid",
  "number",
  "label",
  "other",
] as const;

export type Label = (typeof LABELS)[number];

export interface Segment extends Span {
  readonly label: Label;
  /** Probability of the labels given the string, 0 to 1. */
  readonly confidence: number;
}

const EDGE = " \t\n\r\u00a0.,;:-–—_*•·|/";
const BEFORE = `${EDGE})]>»”?!`;
const AFTER = `${EDGE}([<«“„`;

const PAIRS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "<": ">",
  '"': '"',
  "'": "'",
  "“": "”",
  "„": "“",
  "«": "»",
  "‘": "’",
  "‹": "›",
};

const OPENS: Readonly<Record<string, string>> = { ")": "(", "]": "[" };

/**
 * Returns the span without white space, separating punctuation and stray brackets at both ends, and without the
 * brackets or quotes around the whole of it. Linear in what is cut off, plus one search per pair.
 */
export function trim(raw: string, span: Span): Span {
  let { start, end } = span;
  for (let rounds = 0; rounds < 4; rounds++) {
    while (start < end && BEFORE.includes(raw[start]!)) start++;
    while (end > start && AFTER.includes(raw[end - 1]!)) end--;
    const close = PAIRS[raw[start] ?? ""];
    if (close === undefined || end - start < 2) break;
    const at = raw.indexOf(close, start + 1);
    if (at === -1 || at >= end) start++;
    else if (at === end - 1) {
      start++;
      end--;
    } else break;
  }
  // "4412)": a bracket that opens before the span closes none of its words.
  const open = end - start > 1 ? OPENS[raw[end - 1]!] : undefined;
  if (open !== undefined && raw.lastIndexOf(open, end - 1) < start) end--;
  return { start, end };
}
