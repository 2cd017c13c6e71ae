/**
 * Sets the sources in one row with their names hung below, at up to three heights. With a single row no edge has to
 * pass behind another source.
 */
import type { EvidenceGraph, LabelStyle, PlacedNode, SourceNode } from "../../core/graph/index.ts";
import { barycentres, radii } from "../../core/graph/layout/cellars.ts";
import { tidy } from "../../core/graph/layout/short-label.ts";
import { spreadFrom } from "../../core/graph/layout/spread.ts";
import { wrap } from "../../core/graph/layout/wrap.ts";
import { count } from "../desk/words.ts";
import { type Leader, type Seat, setLines, type TightRow, tierHeights, tightRow } from "./tight-row.ts";

type Measure = (text: string, style: LabelStyle) => number;

export interface Hung {
  /** In the order of the analysis. */
  readonly nodes: readonly PlacedNode[];
  /** From a circle down to a name of a lower tier. */
  readonly leaders: ReadonlyMap<string, Leader>;
}

/** Widths tried for a name, by the number of tiers. */
const widths: Readonly<Record<1 | 2 | 3, readonly number[]>> = {
  1: [150, 120, 104],
  2: [150, 120, 104, 92, 84, 76],
  3: [120, 104, 92, 84, 76, 68],
};
const gap = 6;
const tierGap = 8;

/** Returns the sources below `top`, over `room`; null where three tiers do not hold their names. */
export function hang(
  graph: EvidenceGraph,
  claimX: Float64Array,
  measure: Measure,
  room: number,
  top: number,
): Hung | null {
  const sources: SourceNode[] = [];
  graph.forEachNode((_id, node) => {
    if (node.kind === "source") sources.push(node);
  });
  const sizes = radii(sources.map(({ direct, carried }) => direct + carried));
  if (sizes.reduce((sum, r) => sum + 2 * r, 0) > room) return null;
  const wants = barycentres(graph.getAttribute("pairs"), claimX, room);
  const order = Uint32Array.from(wants.keys()).sort((a, b) => wants[a]! - wants[b]! || a - b);
  const pick = (from: ArrayLike<number>): Float64Array => Float64Array.from(order, (i) => from[i]!);
  for (const tierCount of [1, 2, 3] as const) {
    for (const most of widths[tierCount]) {
      const seats = [...order].map(
        (i): Seat => ({ half: sizes[i]!, label: setLabel(sources[i]!, measure, most), before: 0 }),
      );
      const row = tightRow(seats, tierCount);
      if (row.width > room) continue;
      const weights = pick(sizes.map((r) => r * r));
      const middles = spreadFrom(pick(wants), row.offsets, weights, room - row.width);
      return place(graph, order, seats, row, middles, tierCount, top);
    }
  }
  return null;
}

function setLabel({ label, direct, carried }: SourceNode, measure: Measure, most: number): Seat["label"] {
  const names = wrap(tidy(label), most, 3, (text) => measure(text, "source-name"));
  const below = count(direct + carried, "claim");
  return setLines(
    [
      ...names.map((line) => ({ ...line, style: "source-name" as const })),
      { text: below, style: "source-count", width: measure(below, "source-count") },
    ],
    measure("withdrawn", "source-count"),
  );
}

function place(
  graph: EvidenceGraph,
  order: Uint32Array,
  seats: readonly Seat[],
  row: TightRow,
  middles: Float64Array,
  tierCount: number,
  top: number,
): Hung {
  const ids = graph.getAttribute("sources");
  const largest = seats.reduce((most, { half }) => Math.max(most, half), 0);
  const y = Math.round(top + largest);
  const heights = tierHeights(seats, row, tierCount);
  const leaders = new Map<string, Leader>();
  const nodes: PlacedNode[] = [];
  for (const [at, { half: size, label }] of seats.entries()) {
    const i = order[at]!;
    const id = ids[i]!;
    const x = Math.round(middles[at]!);
    const nearer = heights.slice(0, row.tiers[at]).reduce((sum, height) => sum + height + tierGap, 0);
    const labelY = Math.round(tierCount === 1 ? y + size + gap : y + largest + gap + nearer);
    const { lines, width, height } = label;
    const box = { x: Math.round(x - width / 2), y: labelY, width: Math.ceil(width), height };
    nodes[i] = { id, kind: "source", x, y, size, lines, label: box };
    if (labelY - (y + size) > gap + 4) leaders.set(id, { x, top: y + size + 3, bottom: labelY - 2 });
  }
  return { nodes, leaders };
}
