/** Raised digits of Unicode: `clearance.¹`, `a,²⁻⁴ b`. Units and powers (`m²`, `10⁻³`, `¹³C`) are no markers. */
import type { Span } from "../../model.ts";
import { lowerDigits } from "../notes/labels.ts";
import { type Candidate, expand } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

const DIGIT = "[¹²³⁰⁴-⁹]";
const GROUP = new RegExp(`${DIGIT}{1,4}(?:\\s?[,;˒’ʼ‚·.\u207b\u2010-\u2015-]\\s?${DIGIT}{1,4}){0,60}`, "g");
/** A raised 2 or 3 behind these is a power of the unit. */
const UNIT = /(?:^|[\s\d/·(×])(?:[kcmdµμnp]?m|ft|in|yd|mi|[rxynσχs]|[RX]|cm|s|h)$/u;

/** "until 1902⁷": nobody raises a year to a power. */
const BEHIND_YEAR = /(?<![\p{L}\d.,])(?:1[5-9]|20)\d\d$/u;

const BEHIND_STOP = /\p{L}[)\]”"’»]{0,2}[.!?]["”’»)\]]{0,2}$/u;

/** Returns the groups of raised digits in the span. */
export function findRaised(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const labels = expand(lowerDigits(m[0]).replace(/[˒’ʼ‚·.]/g, ","));
    if (!labels) return;
    const before = text.slice(Math.max(span.start, start - 8), start);
    const after = text.charAt(end);
    let weight = 2;
    let reason = "raised digits";
    if (/[⁺⁻ⁿ⁽⁾]/.test(after) || /[⁺⁻⁽]$/.test(before)) {
      weight = -3;
      reason = "a power or a charge";
    } else if (BEHIND_YEAR.test(before)) {
      weight = 1.8;
      reason = "raised digits behind a year";
    } else if (/[\d×]$/.test(before)) {
      weight = -1.5;
      reason = "a power of a number";
    } else if (labels.length === 1 && /^[23]$/.test(labels[0]!) && UNIT.test(before)) {
      weight = -2;
      reason = "a power of a unit";
    } else if (/\p{Lu}/u.test(after) && !/[.!?,;:)\]”"’»]$/.test(before)) {
      weight = -2;
      reason = "an isotope";
    } else if (BEHIND_STOP.test(before)) {
      // Nothing else is ever raised there: a note may be called so twice, though all others are called once.
      weight = 4.5;
      reason = "raised digits behind a stop";
    }
    found.push({ start, end, style: "unicode-superscript", labels, weight, reason });
  });
  return found;
}
