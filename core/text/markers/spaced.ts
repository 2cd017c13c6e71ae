/**
 * Glued groups whose further numbers stand behind a blank: `behaviour1, 4 can`, `globally.1 2 The`. A number behind a
 * blank is mostly no marker, so it joins only in documents that set their groups so and never tightly.
 */
import { type Candidate, expand } from "./candidate.ts";

const COMMA = /^(?:,\s\d{1,3}(?:[-–]\d{1,3})?)+(?![\d%]|[.,]\d|\s?[-–]\d)/;
const BLANK = /^(?:\s\d{1,3}(?:[-–]\d{1,3})?)+(?=\s\p{L}|\s*$)/u;

/** Returns the candidates with their groups completed. Linear in the candidates. */
export function joinSpaced(
  text: string,
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, number>,
): readonly Candidate[] {
  const sure = candidates.filter((c) => c.weight >= 1.5 && c.labels.every((label) => known.has(label)));
  let tight = 0;
  let comma = 0;
  let blank = 0;
  for (const c of sure) {
    if (c.labels.length > 1 && text.slice(c.start, c.end).includes(",")) tight++;
    else if (tail(text, c, COMMA, known)) comma++;
    else if (/[.,;:!?]/.test(text.charAt(c.start - 1)) && tail(text, c, BLANK, known)) blank++;
  }
  const pattern = comma >= 3 && comma > 3 * tight ? COMMA : blank >= 2 && blank > 3 * tight ? BLANK : null;
  if (!pattern) return candidates;
  return candidates.map((c) => {
    if (c.weight < 0) return c;
    const more = tail(text, c, pattern, known);
    if (!more) return c;
    return { ...c, end: more.end, labels: more.labels, weight: c.weight + 0.5 };
  });
}

/** The rest of a group: numbers the notes have, rising. */
function tail(
  text: string,
  c: Candidate,
  pattern: RegExp,
  known: ReadonlyMap<string, number>,
): { readonly end: number; readonly labels: readonly string[] } | null {
  const m = pattern.exec(text.slice(c.end, c.end + 60));
  if (!m) return null;
  const labels = expand(
    text.slice(c.start, c.end) + m[0].replace(/(\d)\s(?=\d)/g, "$1,").replace(/^\s/, ","),
  );
  if (!labels?.every((label, i) => known.has(label) && (i === 0 || Number(label) > Number(labels[i - 1])))) {
    return null;
  }
  return { end: c.end + m[0].length, labels };
}
