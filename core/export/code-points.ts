/** Offsets in code points, which most formats of the Web count in; ours are UTF-16 units. */
import { firstWhere } from "../binary-search.ts";

/**
 * Returns a function from UTF-16 offsets of `text` to code-point offsets. Linear once, then a binary search among the
 * characters outside the basic plane. An offset inside a pair counts the pair as passed.
 */
export function codePointsIn(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return (offset) => offset - firstWhere(pairs.length, (i) => pairs[i]! + 1 >= offset);
}
