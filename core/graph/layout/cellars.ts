/** Sets the sources in rows below the claims, each as near as may be to the middle of its claims. */
import type { Pairs } from "../pairs.ts";
import { spread } from "./spread.ts";

/** Radius of a source that one claim rests on. */
const RADIUS = 11;
const LARGEST = 64;
const SMALLEST = 4;

/**
 * Returns the radius of each source so that its area is proportional to the number of its claims, all made smaller
 * when the heaviest would be too large. A source without claims is drawn like one with a single claim.
 */
export function radii(loads: readonly number[]): Float64Array {
  const heaviest = loads.reduce((most, n) => Math.max(most, n), 1);
  const unit = Math.min(RADIUS, LARGEST / Math.sqrt(heaviest));
  return Float64Array.from(loads, (n) => Math.max(SMALLEST, unit * Math.sqrt(Math.max(1, n))));
}

/**
 * Returns for each source the average x of its claims, each claim once; `nowhere` for a source without claims.
 * Linear in the pairs.
 */
export function barycentres({ starts, claims }: Pairs, claimX: Float64Array, nowhere: number): Float64Array {
  const middles = new Float64Array(starts.length - 1);
  for (let source = 0; source < middles.length; source += 1) {
    const [from, to] = [starts[source]!, starts[source + 1]!];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += claimX[claims[at]!]!;
    middles[source] = from === to ? nowhere : sum / (to - from);
  }
  return middles;
}

/** One number per source in each array. */
export interface Pillars {
  /** Where its middle would like to be. */
  readonly wants: Float64Array;
  /** Room of node and label, the gap to the next one included. */
  readonly widths: Float64Array;
  readonly radii: Float64Array;
  readonly labelHeights: Float64Array;
}

export interface Cellars {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly bottom: number;
  readonly count: number;
}

/**
 * Returns the middle of each pillar, rows beginning at `top`. Pillars are ordered by where they want to be, ties by
 * their given order, and dealt to as many rows as their widths need, so that neighbours stay near one another.
 */
export function digCellars(
  { wants, widths, radii, labelHeights }: Pillars,
  room: number,
  top: number,
  labelGap: number,
  rowGap: number,
): Cellars {
  const packed = widths.reduce((sum, width) => sum + width, 0);
  const count = Math.ceil(packed / Math.max(1, room));
  const order = Uint32Array.from(wants.keys()).sort((a, b) => wants[a]! - wants[b]! || a - b);
  const xs = new Float64Array(wants.length);
  const ys = new Float64Array(wants.length);
  let bottom = top;
  for (let row = 0; row < count; row += 1) {
    const members: number[] = [];
    for (let at = row; at < order.length; at += count) members.push(order[at]!);
    const pick = (from: Float64Array): Float64Array => Float64Array.from(members, (i) => from[i]!);
    const sizes = pick(radii);
    const middles = spread(
      pick(wants),
      pick(widths),
      sizes.map((r) => r * r),
      room,
    );
    const y = bottom + (row > 0 ? rowGap : 0) + sizes.reduce((most, r) => Math.max(most, r), 0);
    for (const [at, i] of members.entries()) {
      xs[i] = middles[at]!;
      ys[i] = y;
      bottom = Math.max(bottom, y + radii[i]! + labelGap + labelHeights[i]!);
    }
  }
  return { xs, ys, bottom, count };
}
