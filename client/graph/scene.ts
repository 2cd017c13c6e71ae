/** What is to be drawn: the layout's places, and each node's and edge's look under the withdrawal and the theme. */
import { foundationLayout, type LabelStyle, type PlacedNode } from "../../core/graph/index.ts";
import type { Edge } from "../../core/model.ts";
import type { Desk } from "../desk/desk.ts";
import { type Question, type Standing, standingOf } from "../desk/emphasis.ts";
import { isShort } from "../desk/words.ts";
import type { Palette } from "./palette.ts";
import { type Leader, tiered } from "./tiers.ts";

export interface Scene {
  readonly nodes: readonly PlacedNode[];
  readonly nodeById: ReadonlyMap<string, PlacedNode>;
  readonly leaders: ReadonlyMap<string, Leader>;
  /** Whether claims carry words, or their number alone. */
  readonly worded: boolean;
  readonly width: number;
  readonly height: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Free space around the picture. */
export const margin = { x: 20, y: 18 } as const;
/** Claims and sources may stand this far apart, as a share of the picture's width, to use a tall pane. */
const deepest = 0.5;
/** Words and numbers can still be read when the picture is drawn this small. */
const wordsAtLeast = 0.9;
const numbersAtLeast = 0.72;

type Measure = (text: string, style: LabelStyle) => number;

/**
 * Returns the picture for a pane of that room. One row of claims is worth more than words under their numbers, since
 * no edge then passes behind another claim: words go side by side, else in two tiers, else numbers stand alone.
 */
export function createScene(desk: Desk, measure: Measure, room: Room): Scene {
  const { leaders, nodes, worded } = arrange(desk, measure, Math.max(280, room.width - 2 * margin.x));
  const left = Math.min(...nodes.map(({ label, x, size }) => Math.min(label.x, x - size)), 0);
  const right = Math.max(...nodes.map(({ label, x, size }) => Math.max(label.x + label.width, x + size)), 0);
  const bottom = Math.max(
    ...nodes.map(({ label, y, size }) => Math.max(label.y + label.height, y + size)),
    0,
  );
  const width = right - left;
  const spare = Math.min(room.height - 2 * margin.y - bottom, deepest * width - 150);
  const lower = desk.works.length > 0 && desk.claims.length > 0 ? Math.max(0, spare) : 0;
  const moved = nodes.map((node): PlacedNode => {
    const down = node.kind === "source" ? lower : 0;
    const { label } = node;
    return {
      ...node,
      x: node.x - left,
      y: node.y + down,
      label: { ...label, x: label.x - left, y: label.y + down },
    };
  });
  return {
    nodes: moved,
    nodeById: new Map(moved.map((n) => [n.id, n])),
    leaders: new Map([...leaders].map(([id, leader]) => [id, { ...leader, x: leader.x - left }])),
    worded,
    width,
    height: bottom + lower,
  };
}

function arrange(
  desk: Desk,
  measure: Measure,
  width: number,
): { readonly nodes: readonly PlacedNode[]; readonly leaders: Scene["leaders"]; readonly worded: boolean } {
  const leaders = new Map<string, Leader>();
  const worded = foundationLayout(desk.graph, { measure, width, words: true });
  if (worded.storeys <= 1) return { nodes: worded.nodes, leaders, worded: true };
  for (const scale of [1, wordsAtLeast]) {
    const two = tiered(desk, measure, width / scale);
    if (two) return { ...two, worded: true };
  }
  let nodes: readonly PlacedNode[] = worded.nodes;
  for (const scale of [1, 0.85, numbersAtLeast]) {
    const numbered = foundationLayout(desk.graph, { measure, width: width / scale, words: false });
    nodes = numbered.nodes;
    if (numbered.storeys === 1) break;
  }
  return { nodes, leaders, worded: false };
}

export interface NodeLook {
  readonly color: string;
  readonly ring: string;
  /** In front of the number: what the colour says, once more. */
  readonly mark: "" | "! " | "× ";
  readonly gone: boolean;
}

const colours: Readonly<Record<Standing, keyof Palette>> = {
  direct: "direct",
  weakened: "direct",
  carried: "carried",
  uncited: "uncited",
  fallen: "uncited",
};

/** Returns how a node looks. A weakened claim keeps the colour of what it still has. */
export function nodeLook(desk: Desk, question: Question, palette: Palette, id: string): NodeLook {
  const claim = desk.claimById.get(id);
  if (!claim) {
    const gone = question.gone.has(id);
    return {
      color: gone ? palette.sourceGone : palette.source,
      ring: gone ? palette.edge : palette.ring,
      mark: "",
      gone,
    };
  }
  const standing = standingOf(question, claim);
  const mark = standing === "uncited" ? "! " : standing === "fallen" ? "× " : "";
  const color =
    palette[
      standing === "weakened" ? (claim.node.support === "carried" ? "carried" : "direct") : colours[standing]
    ];
  return { color, ring: color, mark, gone: false };
}

export interface EdgeLook {
  readonly color: string;
  readonly dashed: boolean;
  readonly curved: boolean;
  readonly size: number;
}

export const edgeWidth = 1.5;

/** Returns how an edge looks: dashed when carried, curved when short, grey when its source is withdrawn. */
export const edgeLook = (question: Question, palette: Palette, edge: Edge): EdgeLook => ({
  color: question.gone.has(edge.source) ? palette.edgeGone : palette.edge,
  dashed: edge.scope === "carried",
  curved: isShort(edge.form),
  size: edgeWidth,
});
