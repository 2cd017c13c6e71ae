/** Symbols glued to the words they mark: `decades.*`, `aircraft.†`. A sign between blanks is multiplication or a bullet. */
import type { Span } from "../../model.ts";
import type { Candidate } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

const GROUP = /([*†‡§‖¶#])\1{0,2}(?:\s?,\s?([*†‡§‖¶#])\2{0,2}){0,8}/g;

/** "[*sic*]", "**paid**": the stars in front of the words belong to those behind them. */
const OPENED = /(?:^|[\s([“"‘'«—–])(\*{1,3})(?=[\p{L}\d“"‘'])(?:(?!\*|\n\s*\n).)*$/su;
/** Longer stretches are not set off between stars. */
const EMPHASIS = 160;

/** Returns whether the star at `at` closes what a star of the same kind has opened. */
function closes(text: string, from: number, at: number, sign: string): boolean {
  return OPENED.exec(text.slice(Math.max(from, at - EMPHASIS), at))?.[1] === sign;
}

/** "rated 3* by its guests", "a 4* inn": stars that are given, where words go on behind them. */
const GIVEN = /(?:^|[\s(])[1-7]$/;

/** Returns the symbols in the span that stand behind a word or its punctuation and in front of a break. */
export function findSymbols(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const before = start > span.start ? text.charAt(start - 1) : " ";
    const after = end < span.end ? text.charAt(end) : " ";
    // "(† 1911)": dates of birth and death.
    if (/[\s([]/.test(before)) return;
    if (!/[\s.,;:!?)\]”"’»—–]/.test(after)) return;
    if (m[0].startsWith("*") && closes(text, span.start, start, m[0])) return;
    const labels = m[0].match(/([*†‡§‖¶#])\1*/g) ?? [];
    // "a B* in the survey": a letter by itself is graded, not annotated.
    const graded = text.slice(Math.max(span.start, start - 2), start);
    const given =
      m[0] === "*" && GIVEN.test(graded) && /^\s(?:\p{Ll}|\p{Lu}\p{Ll})/u.test(text.slice(end, end + 3));
    const grade = given || /(?:^|[\s(])\p{Lu}$/u.test(graded);
    const weight = grade ? -1 : /[.,;:!?”"’»)]/.test(before) ? 2 : /\p{L}/u.test(before) ? 1.5 : 0.3;
    found.push({ start, end, style: "symbol", labels, weight, reason: "a symbol behind a word" });
  });
  return found;
}
