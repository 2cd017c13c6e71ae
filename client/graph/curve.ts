/**
 * The curve of an edge that names its source by a short form: a cubic that leaves the claim and meets the source
 * upright, so that it passes between its neighbours, and bows aside where claim and source stand above one another.
 * `programs/line.ts` has the same formula for the graphics card.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Returns the two control points. Scale-free: the same shape at every zoom. */
export function controls(from: Point, to: Point): readonly [Point, Point] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const bow = (dx < 0 ? -1 : 1) * Math.max(0, 0.16 * Math.abs(dy) - 0.3 * Math.abs(dx));
  return [
    { x: from.x + bow, y: from.y + 0.55 * dy },
    { x: to.x + bow, y: to.y - 0.55 * dy },
  ];
}

/** Returns the point at `t` from 0 (claim) to 1 (source), on the curve or on the straight line. */
export function pointAt(from: Point, to: Point, curved: boolean, t: number): Point {
  const u = 1 - t;
  if (!curved) return { x: u * from.x + t * to.x, y: u * from.y + t * to.y };
  const [a, b] = controls(from, to);
  const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return {
    x: w0 * from.x + w1 * a.x + w2 * b.x + w3 * to.x,
    y: w0 * from.y + w1 * a.y + w2 * b.y + w3 * to.y,
  };
}
