/** Pushes things on a line apart, moving them as little as possible. */

/**
 * Returns the middles of the seats, in their order, so that none overlaps the next and the sum of squared moves
 * away from `wants`, times `weights`, is least; all stay within 0 and `room` when they fit. Linear.
 *
 * Taking each seat's offset in a packed row away turns "apart" into "not descending", which is isotonic regression:
 * pool adjacent violators (Barlow et al. 1972), whose bounded form is the clamped unbounded one.
 */
export function spread(
  wants: Float64Array,
  widths: Float64Array,
  weights: Float64Array,
  room: number,
): Float64Array {
  const offsets = new Float64Array(wants.length);
  let packed = 0;
  for (let i = 0; i < wants.length; i += 1) {
    offsets[i] = packed + widths[i]! / 2;
    packed += widths[i]!;
  }
  return spreadFrom(wants, offsets, weights, Math.max(0, room - packed));
}

/**
 * The same for seats that are told by where each stands in the tightest row: each keeps at least the distance to the
 * next one that it has there, and none is farther than `slack` from its place in it. Linear.
 */
export function spreadFrom(
  wants: Float64Array,
  offsets: Float64Array,
  weights: Float64Array,
  slack: number,
): Float64Array {
  const n = wants.length;
  const sums = new Float64Array(n);
  const masses = new Float64Array(n);
  const ends = new Int32Array(n);
  let pools = 0;
  for (let i = 0; i < n; i += 1) {
    let sum = (wants[i]! - offsets[i]!) * weights[i]!;
    let mass = weights[i]!;
    while (pools > 0 && sums[pools - 1]! / masses[pools - 1]! > sum / mass) {
      pools -= 1;
      sum += sums[pools]!;
      mass += masses[pools]!;
    }
    sums[pools] = sum;
    masses[pools] = mass;
    ends[pools] = i + 1;
    pools += 1;
  }
  const middles = Float64Array.from(offsets);
  for (let pool = 0, i = 0; pool < pools; pool += 1) {
    const shift = Math.min(slack, Math.max(0, sums[pool]! / masses[pool]!));
    for (; i < ends[pool]!; i += 1) middles[i]! += shift;
  }
  return middles;
}
