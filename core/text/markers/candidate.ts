/** What the marker modules hand to one another: a place that may be a marker, with how much its shape says so. */
import type { CiteText, MarkerStyle, Span } from "../../model.ts";

export interface Candidate extends Span {
  readonly style: MarkerStyle;
  /** Labels as read, ranges expanded. */
  readonly labels: readonly string[];
  /**
   * Evidence of the shape alone, as rough log-odds: 2 and more is a marker unless the document says otherwise, 0 is
   * open, -2 and less is none.
   */
  readonly weight: number;
  /** Why, in words for the reader. */
  readonly reason: string;
  readonly cites?: readonly CiteText[];
}

/** Labels in one group at most; a bound for ranges such as [1-9999]. */
const MOST = 200;
const PLACED = /\(\p{L}[^)]*\)/gu;
const RANGE = /[-\u2010-\u2015\u2212\u207b~]/;

/**
 * Returns the labels of a group such as "3,5–7" or "2(p214),3", ranges expanded, or null where it is none: a range that falls, a
 * zero, a range too wide to be meant.
 */
export function expand(group: string): string[] | null {
  // Most groups are one number, and a list made at its size takes a tenth of one that grew.
  if (/^\d+[a-z]?$/.test(group)) return group.startsWith("0") ? null : [group];
  const labels: string[] = [];
  const tokens = group.replace(PLACED, "").match(/\d+[a-z]?|[-\u2010-\u2015\u2212\u207b~]+/g) ?? [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (RANGE.test(token)) continue;
    if (token.startsWith("0")) return null;
    const from = labels.at(-1);
    const ranged = i > 0 && RANGE.test(tokens[i - 1]!) && from !== undefined;
    if (ranged) {
      const [low, high] = [Number.parseInt(from, 10), Number.parseInt(token, 10)];
      if (high <= low || high - low > MOST) return null;
      for (let n = low + 1; n < high; n++) labels.push(String(n));
    }
    labels.push(token);
    if (labels.length > MOST) return null;
  }
  return labels.length > 0 ? labels.slice() : null;
}
