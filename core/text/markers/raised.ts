/** Superscript runs as the format marks them: `x<sup>1,2</sup>`. Powers, ions and isotopes are raised as well. */
import type { Span } from "../../model.ts";
import { type Candidate, expand } from "./candidate.ts";

const DIGITS = /^\s?[[(]?(\d{1,3}(?:\s?[,;–‐‑−-]\s?\d{1,3}){0,60})[\])]?[,.]?\s?$/;
const SYMBOLS = /^\s?([*†‡§‖¶#])\1{0,2}\s?$/;
const UNIT = /(?:^|[^\p{L}])(?:[kcmdnpµμ]?m|ft|yd|mi|s|h|[xynrtRXχσ]|10)$/u;
/** The end of a word in small letters, of a sentence or a clause, of a quotation or a bracket. */
const BEHIND = /(?:\p{Ll}{3}|[.,;:!?…]|\p{L}[)\]”"’'»])$/u;

/** Returns the raised runs that may be markers; each must lie inside one field. Both sorted; linear. */
export function findRaisedRuns(text: string, fields: readonly Span[], runs: readonly Span[]): Candidate[] {
  const found: Candidate[] = [];
  let f = 0;
  for (const run of runs) {
    while (f < fields.length && fields[f]!.end <= run.start) f++;
    const field = fields[f];
    if (!field || field.start > run.start || run.end - run.start > 200) continue;
    const words = text.slice(run.start, run.end);
    const symbol = SYMBOLS.test(words);
    const m = symbol ? null : DIGITS.exec(words);
    const labels = symbol ? [words.trim()] : m ? expand(m[1]!) : null;
    if (!labels) continue;
    const before = text.slice(Math.max(field.start, run.start - 6), run.start);
    const after = text.charAt(run.end);
    const [weight, reason] = ((): readonly [number, string] => {
      if (symbol) return [2, "a raised symbol"];
      if (labels.length === 1 && /^[234]$/.test(labels[0]!) && UNIT.test(before)) return [-2, "a power"];
      if (/\d$/.test(before) && !/[.,]\d+$|\d{4}$|(?:^|[^\p{L}\d])\p{Lu}\d{1,2}$/u.test(before))
        return [-0.5, "raised behind a number"];
      if (/(?:^|[\s(–-])$|δ$/u.test(before) && /\p{Lu}/u.test(after)) return [-2, "an isotope"];
      if (/[+−]/.test(after)) return [-2, "a charge"];
      // Nothing else is ever raised there: a note may be called so twice, though all others are called once.
      if (BEHIND.test(before)) return [5, "raised digits behind a word or a stop"];
      return [2.5, "raised digits"];
    })();
    found.push({
      start: run.start,
      end: run.end,
      style: symbol ? "symbol" : "superscript",
      labels,
      weight,
      reason,
    });
  }
  return found;
}
