/**
 * Which statements of two versions of a text are the same sentence. Exact words decide, and what stands around them
 * where the words are not alone; two candidates are none.
 */
import { firstWhere } from "../binary-search.ts";
import type { Analysis } from "../model.ts";
import type { Quote } from "./events.ts";
import { type QuotedStatement, quotedStatements } from "./quote.ts";

export type Version = Pick<Analysis, "statements" | "sources" | "markers" | "edges">;

export interface Alignment {
  readonly from: readonly QuotedStatement[];
  readonly to: readonly QuotedStatement[];
  /** For each statement of `from`, the place of the same sentence in `to`, or -1. */
  readonly same: readonly number[];
  /** Those of `same` that kept their order; the others have moved. */
  readonly kept: readonly boolean[];
}

/** Words shorter than this ("This is unknown.") are no sign by themselves that a sentence is the same one. */
const telling = 24;

/** Returns which sentences are the same. A sort and otherwise linear. */
export function align(
  fromVersion: Pick<Version, "statements">,
  toVersion: Pick<Version, "statements">,
): Alignment {
  const [from, to] = [quotedStatements(fromVersion), quotedStatements(toVersion)];
  const byWords = [only(from, exactOf), only(to, exactOf)] as const;
  const byContext = [only(from, wholeOf), only(to, wholeOf)] as const;
  const same = from.map(({ quote }) => {
    const alone = [byWords[0].get(quote.exact), byWords[1].get(quote.exact)];
    if (alone[0] !== undefined && alone[0] >= 0 && alone[1] !== undefined && alone[1] >= 0)
      return speaks(quote, to[alone[1]]!.quote) ? alone[1] : -1;
    const whole = wholeOf(quote);
    if ((byContext[0].get(whole) ?? -1) < 0) return -1;
    return byContext[1].get(whole) ?? -1;
  });
  return { from, to, same, kept: inOrder(same) };
}

const exactOf = (quote: Quote): string => quote.exact;
const wholeOf = ({ prefix, exact, suffix }: Quote): string => `${prefix}\n${exact}\n${suffix}`;

/** Returns whether two quotes of the same words, each alone in its text, are of one sentence. */
export const speaks = (a: Quote, b: Quote): boolean =>
  a.exact.length >= telling || a.prefix === b.prefix || a.suffix === b.suffix;

/** Returns the place of each key that stands once, and -1 for those that stand more often. */
export function only(
  list: readonly QuotedStatement[],
  keyOf: (quote: Quote) => string,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [i, { quote }] of list.entries()) {
    const key = keyOf(quote);
    places.set(key, places.has(key) ? -1 : i);
  }
  return places;
}

/** Marks a longest run of places that only grow (patience sorting); -1 is passed over. */
function inOrder(places: readonly number[]): readonly boolean[] {
  const tops: number[] = [];
  const before = new Array<number>(places.length).fill(-1);
  for (const [i, place] of places.entries()) {
    if (place < 0) continue;
    const top = firstWhere(tops.length, (k) => places[tops[k]!]! >= place);
    before[i] = top > 0 ? tops[top - 1]! : -1;
    tops[top] = i;
  }
  const kept = new Array<boolean>(places.length).fill(false);
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i]!) kept[i] = true;
  return kept;
}
