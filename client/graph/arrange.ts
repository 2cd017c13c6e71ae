/** Chooses how much the picture can say in a pane: words at up to three heights, numbers alone, or a block of squares. */
import {
  denseLayout,
  type EvidenceGraph,
  type LabelStyle,
  type PlacedNode,
  type Run,
} from "../../core/graph/index.ts";
import { hang } from "./hanging.ts";
import { stand } from "./standing.ts";
import type { Leader } from "./tight-row.ts";

export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface Arrangement {
  /** Claims in document order, then sources in the order of the analysis. */
  readonly nodes: readonly PlacedNode[];
  readonly leaders: ReadonlyMap<string, Leader>;
  readonly runs: readonly Run[];
  /** Whether labels have their room in the layout; otherwise they are written where there is room at the zoom shown. */
  readonly labelled: boolean;
  /** Whether words stand under the numbers of the claims. */
  readonly worded: boolean;
}

export type Measure = (text: string, style: LabelStyle) => number;

/** Words can still be read when the picture is drawn this small. */
const smallest = 0.85;
/** Free space of a picture of claims above one of sources: as much as it likes, and in a low pane as little as it can do with. */
const drops = [130, 96, 64] as const;
/** Lines of words under a claim's number: fewer where the pane is too low for them. */
const lineCounts = [3, 2, 0] as const;

/**
 * Returns the picture for a pane of that room. One row of claims over one row of sources is worth more than words side
 * by side, since no edge then passes behind another node: words go to several heights where they must, numbers stand alone
 * where there is no height for words, and where there is no width for numbers the picture is a block of squares.
 */
export function arrange(graph: EvidenceGraph, measure: Measure, room: Room): Arrangement {
  for (const lines of lineCounts) {
    for (const drop of drops) {
      for (const scale of [1, 0.92, smallest]) {
        const free = { width: room.width / scale, height: room.height / scale };
        const found = labelled(graph, measure, free, drop, lines);
        if (found) return found;
      }
    }
  }
  const { nodes, runs } = denseLayout(graph, { width: room.width, proportion: room.height / room.width });
  return { nodes, runs, leaders: new Map(), labelled: false, worded: false };
}

/** Stands the claims on a single row of sources; null where their words and names do not fit. */
function labelled(
  graph: EvidenceGraph,
  measure: Measure,
  room: Room,
  drop: number,
  lines: number,
): Arrangement | null {
  const claims = stand(graph, measure, room.width, lines);
  if (!claims) return null;
  const xs = Float64Array.from(claims.nodes, ({ x }) => x);
  const sources = hang(graph, xs, measure, room.width, claims.bottom > 0 ? claims.bottom + drop : 0);
  if (!sources) return null;
  const nodes = [...claims.nodes, ...sources.nodes];
  const bottom = nodes.reduce(
    (most, { y, size, label }) => Math.max(most, y + size, label.y + label.height),
    0,
  );
  if (bottom > room.height) return null;
  const leaders = new Map([...claims.leaders, ...sources.leaders]);
  return { nodes, leaders, runs: [], labelled: true, worded: lines > 0 };
}
