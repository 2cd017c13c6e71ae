/** What a reader makes of the beginning of a stretch of text: one citation, and where it ends. */
import type { Form, Pinpoint, Span } from "../../model.ts";

export interface Reading {
  readonly form: Form;
  readonly names: readonly string[];
  readonly namesTruncated: boolean;
  readonly year: string | null;
  readonly title: string | null;
  readonly noteRef: string | null;
  readonly key: string | null;
  readonly pinpoint: Pinpoint | null;
  readonly suffix: string | null;
  /** Where the citation ends in the text it was read from. */
  readonly end: number;
  /** The citation is complete in itself: what follows is something else. */
  readonly closed: boolean;
  /** For full references: where the description of the work ends, before the pinpoint. */
  readonly workEnd: number;
  /** For full references: the pinpoint inside the description, which is none of its fields. */
  readonly hole: Span | null;
}

/** Returns the reading of a text that begins `by` further on. */
export const shift = (found: Reading, by: number): Reading => ({
  ...found,
  end: found.end + by,
  workEnd: found.workEnd + by,
  hole: found.hole && { start: found.hole.start + by, end: found.hole.end + by },
});

const EMPTY: Omit<Reading, "form" | "end"> = {
  names: [],
  namesTruncated: false,
  year: null,
  title: null,
  noteRef: null,
  key: null,
  pinpoint: null,
  suffix: null,
  closed: true,
  workEnd: 0,
  hole: null,
};

export const reading = (form: Form, end: number, more: Partial<Reading> = {}): Reading => ({
  ...EMPTY,
  workEnd: end,
  ...more,
  form,
  end,
});

/** Returns where the text ends without the blanks and marks at its end. A regular expression would be quadratic. */
export function endWithout(text: string, marks: string): number {
  let end = text.length;
  while (end > 0 && (marks.includes(text[end - 1]!) || /\s/.test(text[end - 1]!))) end--;
  return end;
}

/** Returns whether only punctuation is left from `at` on. */
export const onlyMarks = (text: string, at: number): boolean => /^[\s\u00a0.,;:)\]]*$/.test(text.slice(at));

/** A volume or "passim" behind a short title is a place in the work. */
const VOLUME_BEHIND = /(?:,\s(?:passim|(?:vols?\.|Bde?\.|t\.|tome|Band|volume)\s?[\dIVXLC]+|[IVX]{1,6}))+$/u;

/** Returns the text without the quotation marks around it and the marks at its edges; null when nothing is left. */
export function bareTitle(text: string): string | null {
  const bare = text
    .slice(0, endWithout(text, '“”"‘«»„‹›,:;'))
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/^[\s“”"‘’«»„‹›,:;.]+/, "")
    .replace(/(?:\.{2,}|…|\.)$/, "")
    .replace(/[,\s“”"‘’]+$/, "")
    .replace(VOLUME_BEHIND, "");
  return bare === "" ? null : bare;
}
