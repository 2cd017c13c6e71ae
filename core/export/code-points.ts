/** Offsets in code points, which most formats of the Web count in; ours are UTF-16 units. */

/**
 * Returns a function from UTF-16 offsets of `text` to code-point offsets. Linear once, then a binary search among the
 * characters outside the basic plane. An offset inside a pair counts the pair as passed.
 */
export function codePointsIn(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! + 1 < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
