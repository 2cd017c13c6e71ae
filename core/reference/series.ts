/**
 * The series of a book by its letters, in front of the imprint: "Luke 1–9, AB 12 (New Haven: Elm, 1993)". Where a town
 * and a house follow in brackets it is no journal. The rest of the reference is read without it.
 */
import type { ParsedReference, Span } from "../model.ts";

const RULE = "series-by-letters";
/** No series: volumes in Roman numbers, papers of a parliament, degrees. */
const SERIES =
  /,\s(?!(?:[IVXLCDM]+|HC|HL|SP|CP|Cmn?d?|Cd|PhD|DPhil|MA|MSc)(?!\p{L}))((?=\p{Lu}{2}|\p{L}{0,8}\p{Ll}\p{Lu})\p{Lu}\p{L}{1,9})(?:\s(\d{1,4}(?:[./]\d{1,3})?))?(?=\s\(\p{Lu}[^():;\d]{1,60}:\s\p{Lu}[^()]{1,80},\s(?:1[5-9]|20)\d\d(?:[-–]\d{2,4})?\))/du;

export interface FoundSeries {
  /** The reference with blanks in the place of the series: offsets stay. */
  readonly rest: string;
  readonly title: Span;
  readonly number: Span | null;
}

/** Returns the series that the reference names, or null. Linear. */
export function seriesOf(raw: string): FoundSeries | null {
  const m = SERIES.exec(raw);
  const [at, title, number] = m?.indices ?? [];
  if (!at || !title) return null;
  return {
    rest: raw.slice(0, at[0]) + " ".repeat(at[1] - at[0]) + raw.slice(at[1]),
    title: { start: title[0], end: title[1] },
    number: number ? { start: number[0], end: number[1] } : null,
  };
}

/** Returns the reference read without its series with the series added. */
export function withSeries(
  raw: string,
  read: ParsedReference,
  { title, number }: FoundSeries,
): ParsedReference {
  const prove = (field: string, span: Span) => ({
    field,
    ...span,
    basis: { rule: RULE, confidence: "likely", spans: [span] } as const,
  });
  const evidence = [...read.evidence, prove("collection-title", title)];
  if (number) evidence.push(prove("collection-number", number));
  return {
    ...read,
    csl: {
      ...read.csl,
      "collection-title": raw.slice(title.start, title.end),
      ...(number ? { "collection-number": raw.slice(number.start, number.end) } : {}),
    },
    evidence: evidence.sort((a, b) => a.start - b.start || a.end - b.end),
  };
}
