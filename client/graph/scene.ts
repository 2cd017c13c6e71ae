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
  /** The room it was made for. */
  readonly room: Room;
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
    room,
  };
}

/** A change of height smaller than this is no reason to set the picture anew. */
const sameHeight = 90;

/** Returns whether the picture still does for a pane of that room. */
export const suits = (scene: Scene, room: Room): boolean =>
  scene.room.width === room.width && Math.abs(scene.room.height - room.height) < sameHeight;

/** Least room of a claim with words, and of one with its number alone. */
const wordedClaim = 50;
const numberedClaim = 32;

function arrange(
  desk: Desk,
  measure: Measure,
  width: number,
): { readonly nodes: readonly PlacedNode[]; readonly leaders: Scene["leaders"]; readonly worded: boolean } {
  const leaders = new Map<string, Leader>();
  const claims = desk.claims.length;
  if (claims * wordedClaim <= width) {
    const { nodes, storeys } = foundationLayout(desk.graph, { measure, width, words: true });
    if (storeys <= 1) return { nodes, leaders, worded: true };
  }
  for (const scale of [1, wordsAtLeast]) {
    const two = tiered(desk, measure, width / scale);
    if (two) return { ...two, worded: true };
  }
  for (const scale of [1, 0.85]) {
    if (claims * numberedClaim > width / scale) continue;
    const { nodes, storeys } = foundationLayout(desk.graph, { measure, width: width / scale, words: false });
    if (storeys <= 1) return { nodes, leaders, worded: false };
  }
  const { nodes } = foundationLayout(desk.graph, { measure, width: width / numbersAtLeast, words: false });
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

const edgeWidth = 1.5;

/** Returns how an edge looks: dashed when carried, curved when short, grey when its source is withdrawn. */
export const edgeLook = (question: Question, palette: Palette, edge: Edge): EdgeLook => ({
  color: question.gone.has(edge.source) ? palette.edgeGone : palette.edge,
  dashed: edge.scope === "carried",
  curved: isShort(edge.form),
  size: edgeWidth,
});
