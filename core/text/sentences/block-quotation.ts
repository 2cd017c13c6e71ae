/** Tells a block quotation by what only such have: it is set in on every line, and its source stands behind its stop. */
import type { Setting } from "./setting.ts";

/** "…, dear. (Lodger 301)", "… but the listening.” (p. 57)": in running text the bracket stands before the stop. */
const CITED = /[.?!…][”"’']?\s(?=\((?=[^()]*\p{L})[^()]{2,80}\)\s*$)/u;
/** Longer ones are cut like any text. */
const LONGEST = 1200;

/** Returns whether the paragraph is one quotation with one source, which cites all of its sentences at once. */
export function isCitedQuotation({ text, from, to, known, markerAt }: Setting): boolean {
  if (!known || to - from > LONGEST) return false;
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const words = text.slice(line, to);
  if (!/^(?:[ \u00a0]{4,}|\t)/.test(words) || /\n(?![ \u00a0]{4,}|\t)(?=.)/.test(words)) return false;
  const m = CITED.exec(text.slice(from, to));
  return m !== null && markerAt(from + m.index + m[0].length) > 0;
}
