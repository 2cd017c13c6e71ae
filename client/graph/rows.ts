/** The open rows of an outline, one below another: which is the n-th, and where a row stands. */
import type { Outline } from "./evidence-items.ts";

export interface Row {
  /** Among the upper level. */
  readonly i: number;
  /** Below it, or null for itself. */
  readonly child: number | null;
}

export interface Rows {
  readonly count: number;
  /** How tall each is likely to be, in pixels. */
  readonly heights: Uint8Array;
  readonly at: (row: number) => Row;
  readonly indexOf: (row: Row) => number;
}

/** Returns the rows of an outline in which some are closed. Linear once; a row is found in logarithmic time. */
export function openRows({ length, sizes, heightOf }: Outline, isClosed: (i: number) => boolean): Rows {
  const starts = new Uint32Array(length + 1);
  for (let i = 0; i < length; i += 1) starts[i + 1] = starts[i]! + 1 + (isClosed(i) ? 0 : sizes[i]!);
  const count = starts[length]!;
  const heights = new Uint8Array(count);
  for (let i = 0; i < length; i += 1) {
    heights[starts[i]!] = heightOf(i, null);
    for (let row = starts[i]! + 1; row < starts[i + 1]!; row += 1)
      heights[row] = heightOf(i, row - starts[i]! - 1);
  }
  return {
    count,
    heights,
    at: (row) => {
      let [low, high] = [0, length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= row) low = middle;
        else high = middle - 1;
      }
      const below = row - starts[low]! - 1;
      return { i: low, child: below < 0 ? null : below };
    },
    indexOf: ({ i, child }) => starts[i]! + (child === null || isClosed(i) ? 0 : child + 1),
  };
}
