/** Sets the claims in one row with their words above them, at up to three heights. */
import type { ClaimNode, EvidenceGraph, LabelStyle, PlacedNode } from "../../core/graph/index.ts";
import { shortLabel } from "../../core/graph/index.ts";
import { spreadFrom } from "../../core/graph/layout/spread.ts";
import { wrap } from "../../core/graph/layout/wrap.ts";
import { type Leader, type Seat, setLines, type TightRow, tierHeights, tightRow } from "./tight-row.ts";

type Measure = (text: string, style: LabelStyle) => number;

export interface Standing {
  /** In document order. */
  readonly nodes: readonly PlacedNode[];
  /** From words of an upper tier down to their square. */
  readonly leaders: ReadonlyMap<string, Leader>;
  readonly width: number;
  readonly bottom: number;
}

/** Widths tried for the words, by the number of tiers. */
const widths: Readonly<Record<1 | 2 | 3, readonly number[]>> = {
  1: [104, 96, 88],
  2: [104, 96, 88, 80, 72],
  3: [92, 84, 76, 68, 60],
};
const half = 10;
/** The frame of a selected square fits between. */
const labelGap = 8;
const tierGap = 8;
const betweenParagraphs = 22;
/** Claims with room to spare stand no farther apart than this on top of what they need. */
const mostSlack = 44;

/** Returns whether so many squares alone fit over the room, which is soon known of a long document. */
export const mayStand = (claims: number, room: number): boolean => claims * 2 * half <= room;

/** Returns the claims over `room`, with so many lines of words; null where three tiers do not hold them. */
export function stand(graph: EvidenceGraph, measure: Measure, room: number, lines: number): Standing | null {
  const claims: ClaimNode[] = [];
  graph.forEachNode((_id, node) => {
    if (node.kind === "claim") claims.push(node);
  });
  if (!mayStand(claims.length, room)) return null;
  for (const tierCount of [1, 2, 3] as const) {
    for (const most of widths[tierCount]) {
      const seats = claims.map((claim, i): Seat => {
        const fresh = i > 0 && claim.block !== claims[i - 1]!.block;
        return { half, label: setLabel(claim, measure, most, lines), before: fresh ? betweenParagraphs : 0 };
      });
      const row = tightRow(seats, tierCount);
      if (row.width <= room) return place(graph, seats, row, tierCount, room);
    }
  }
  return null;
}

function setLabel({ label, text }: ClaimNode, measure: Measure, most: number, lines: number): Seat["label"] {
  const words =
    lines === 0 ? [] : wrap(shortLabel(text), most, lines, (word) => measure(word, "claim-words"));
  const marked = measure(`× ${label}`, "claim-number");
  return setLines(
    [
      { text: label, style: "claim-number", width: marked },
      ...words.map((line) => ({ ...line, style: "claim-words" as const })),
    ],
    marked,
  );
}

/** Returns the places nearest to those of squares at equal distances that the row's labels allow. */
function evenly(seats: readonly Seat[], { offsets, width }: TightRow, room: number): Float64Array {
  const first = offsets[0] ?? 0;
  const last = offsets.at(-1) ?? 0;
  const free = seats.reduce((sum, { before }) => sum + before, 0);
  const step = (last - first + room - width - free) / Math.max(1, seats.length - 1);
  let x = first - step;
  const wants = Float64Array.from(seats, ({ before }) => {
    x += step + before;
    return x;
  });
  return spreadFrom(wants, offsets, new Float64Array(seats.length).fill(1), room - width);
}

function place(
  graph: EvidenceGraph,
  seats: readonly Seat[],
  row: TightRow,
  tierCount: number,
  room: number,
): Standing {
  const heights = tierHeights(seats, row, tierCount);
  const above = heights.reduce((sum, height) => sum + height, 0) + (tierCount - 1) * tierGap;
  const y = above + labelGap + half;
  const slack = Math.min(room - row.width, (seats.length - 1) * mostSlack);
  const middles = evenly(seats, row, row.width + slack);
  const leaders = new Map<string, Leader>();
  const nodes = graph.getAttribute("claims").map((id, i): PlacedNode => {
    const { label } = seats[i]!;
    const tier = row.tiers[i]!;
    const x = Math.round(middles[i]!);
    const nearer = heights.slice(0, tier).reduce((sum, height) => sum + height + tierGap, 0);
    const foot = y - half - labelGap - nearer;
    if (tier > 0) leaders.set(id, { x, top: foot + 3, bottom: y - half - 3 });
    const { lines, width, height } = label;
    return {
      id,
      kind: "claim",
      x,
      y,
      size: half,
      lines,
      label: { x: Math.round(x - width / 2), y: foot - height, width: Math.ceil(width), height },
    };
  });
  return { nodes, leaders, width: row.width + slack, bottom: seats.length > 0 ? y + half : 0 };
}
