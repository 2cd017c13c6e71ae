/** What is to be drawn: the layout's places, and each node's and edge's look under the withdrawal and the theme. */
import { foundationLayout, type LabelStyle, type PlacedNode } from "../../core/graph/index.ts";
import type { Edge } from "../../core/model.ts";
import type { Desk } from "../desk/desk.ts";
import { type Question, type Standing, standingOf } from "../desk/emphasis.ts";
import { isShort } from "../desk/words.ts";
import type { Palette } from "./palette.ts";

export interface Scene {
  readonly nodes: readonly PlacedNode[];
  readonly nodeById: ReadonlyMap<string, PlacedNode>;
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
const deepest = 0.55;

/** Returns the picture for a pane of that room: the layout, its cellar lowered where there is height to spare. */
export function createScene(
  desk: Desk,
  measure: (text: string, style: LabelStyle) => number,
  room: Room,
): Scene {
  const layout = foundationLayout(desk.graph, { measure, width: Math.max(280, room.width - 2 * margin.x) });
  const spare = room.height - 2 * margin.y - layout.height;
  const lower = desk.works.length === 0 ? 0 : Math.max(0, Math.min(spare, deepest * layout.width - 150));
  const nodes =
    lower === 0
      ? layout.nodes
      : layout.nodes.map((node) =>
          node.kind === "source"
            ? { ...node, y: node.y + lower, label: { ...node.label, y: node.label.y + lower } }
            : node,
        );
  return {
    nodes,
    nodeById: new Map(nodes.map((n) => [n.id, n])),
    width: layout.width,
    height: layout.height + lower,
  };
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
