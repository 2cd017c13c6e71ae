/**
 * Nodes in one row whose labels are too wide to stand side by side: the labels go to several heights, turn and turn
 * about, each but the nearest tied to its node by a leader that passes between the labels of the nearer ones.
 */
import type { LabelLine, LabelStyle } from "../../core/graph/index.ts";
import { lineHeight } from "../../core/graph/index.ts";

export interface Label {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

/** From a label that stands away from its node to the node; always upright. */
export interface Leader {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Seat {
  /** Half the room of the node itself. */
  readonly half: number;
  readonly label: Label;
  /** Free space in front of it, beside the usual. */
  readonly before: number;
}

export interface TightRow {
  /** Of each seat: 0 is nearest to the node. */
  readonly tiers: readonly number[];
  /** The middle of each seat where they stand as near as they can. */
  readonly offsets: Float64Array;
  readonly width: number;
}

const apart = 12;
const clearOfLeader = 5;
const nodesApart = 6;
const baseline = 0.8;

/** Returns the narrowest row with labels at so many heights. */
export function tightRow(seats: readonly Seat[], tierCount: number): TightRow {
  const rows = Array.from({ length: tierCount }, (_, first) =>
    set(
      seats,
      seats.map((_seat, at) => (at + first) % tierCount),
    ),
  );
  return rows.reduce((best, row) => (row.width < best.width ? row : best));
}

function set(seats: readonly Seat[], tiers: readonly number[]): TightRow {
  const offsets = new Float64Array(seats.length);
  let width = 0;
  for (const [at, { half: node, label, before: free }] of seats.entries()) {
    const half = label.width / 2;
    let x = Math.max(half, node);
    for (let before = 0; before < at; before += 1) {
      const other = seats[before]!;
      const otherHalf = other.label.width / 2;
      const [tier, otherTier] = [tiers[at]!, tiers[before]!];
      const nodes = before === at - 1 ? other.half + node + nodesApart + free : 0;
      const labels = otherTier === tier ? otherHalf + half + apart : 0;
      const leader = otherTier === tier ? 0 : (otherTier < tier ? otherHalf : half) + clearOfLeader;
      x = Math.max(x, offsets[before]! + Math.max(nodes, labels, leader));
    }
    offsets[at] = x;
    width = Math.max(width, x + Math.max(half, node));
  }
  return { tiers, offsets, width };
}

/** Returns the height of each tier: that of its tallest label. */
export const tierHeights = (
  seats: readonly Seat[],
  { tiers }: TightRow,
  tierCount: number,
): readonly number[] =>
  Array.from({ length: tierCount }, (_, tier) =>
    seats.reduce((most, { label }, at) => (tiers[at] === tier ? Math.max(most, label.height) : most), 0),
  );

/** Returns the lines set below one another, in room of at least `least`. */
export function setLines(
  lines: readonly { readonly text: string; readonly style: LabelStyle; readonly width: number }[],
  least: number,
): Label {
  let height = 0;
  let width = least;
  const placed = lines.map(({ text, style, width: own }) => {
    const dy = height + baseline * lineHeight[style];
    height += lineHeight[style];
    width = Math.max(width, own);
    return { text, style, dy };
  });
  return { lines: placed, width, height };
}
