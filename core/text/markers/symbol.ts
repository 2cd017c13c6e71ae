/** Symbols glued to the words they mark: `decades.*`, `aircraft.†`. A sign between blanks is multiplication or a bullet. */
import type { Span } from "../../model.ts";
import type { Candidate } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

const GROUP = /([*†‡§‖¶#])\1{0,2}(?:\s?,\s?([*†‡§‖¶#])\2{0,2}){0,8}/g;

/** Returns the symbols in the span that stand behind a word or its punctuation and in front of a break. */
export function findSymbols(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const before = start > span.start ? text.charAt(start - 1) : " ";
    const after = end < span.end ? text.charAt(end) : " ";
    // "(† 1911)": dates of birth and death.
    if (/[\s([]/.test(before)) return;
    if (!/[\s.,;:!?)\]”"’»—–]/.test(after)) return;
    const labels = m[0].match(/([*†‡§‖¶#])\1*/g) ?? [];
    // "a B* in the survey": a letter by itself is graded, not annotated.
    const grade = /(?:^|[\s(])\p{Lu}$/u.test(text.slice(Math.max(span.start, start - 2), start));
    const weight = grade ? -1 : /[.,;:!?”"’»)]/.test(before) ? 2 : /\p{L}/u.test(before) ? 1.5 : 0.3;
    found.push({ start, end, style: "symbol", labels, weight, reason: "a symbol behind a word" });
  });
  return found;
}
