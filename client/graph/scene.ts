/** What is to be drawn: the layout's places, and each node's and edge's look under verdicts, withdrawal and theme. */
import { buildGraph, type PlacedNode, type Run } from "../../core/graph/index.ts";
import type { Edge } from "../../core/model.ts";
import type { Verdict } from "../../core/review/index.ts";
import type { Claim, Desk, Work } from "../desk/desk.ts";
import { type Question, type Standing, standingOf } from "../desk/emphasis.ts";
import type { Shown, VerdictOf } from "../desk/filter.ts";
import { isShort } from "../desk/words.ts";
import { arrange, type Measure, type Room } from "./arrange.ts";
import { mixed, type Palette } from "./palette.ts";
import type { Leader } from "./tight-row.ts";

export interface Scene {
  readonly nodes: readonly PlacedNode[];
  readonly nodeById: ReadonlyMap<string, PlacedNode>;
  readonly edges: readonly Edge[];
  /** The claims shown, in document order, and the sources from left to right. */
  readonly claims: readonly Claim[];
  readonly works: readonly Work[];
  /** The sources by what rests on them. */
  readonly heaviest: readonly Work[];
  readonly leaders: ReadonlyMap<string, Leader>;
  readonly runs: readonly Run[];
  /** Whether labels have their room in the picture; otherwise they are written where there is room at the zoom shown. */
  readonly labelled: boolean;
  readonly width: number;
  readonly height: number;
  /** What it was made for. */
  readonly room: Room;
  readonly shown: Shown | null;
}

/** Free space around the picture. */
export const margin = { x: 20, y: 18 } as const;
/** Claims and sources may stand this far apart, as a share of the picture's width, to use a tall pane. */
const deepest = 0.5;
/** Below the sources of a block of squares, for the names to be written there, in screen pixels. */
const namesRoom = 62;

/** Returns the picture of what is shown, for a pane of that room. */
export function createScene(desk: Desk, shown: Shown | null, measure: Measure, room: Room): Scene {
  const claims = desk.claims.filter(({ id }) => !shown || shown.claims.has(id));
  const works = desk.works.filter(({ id }) => !shown || shown.sources.has(id));
  const edges = shown ? desk.analysis.edges.filter(({ id }) => shown.edges.has(id)) : desk.analysis.edges;
  const graph = shown
    ? buildGraph({ statements: claims.map((c) => c.statement), sources: works.map((w) => w.source), edges })
    : desk.graph;
  const free = { width: Math.max(280, room.width - 2 * margin.x), height: room.height - 2 * margin.y };
  const { nodes, leaders, runs, labelled } = arrange(graph, measure, free);
  let [left, right, bottom] = [0, 0, 0];
  for (const { label, x, y, size } of nodes) {
    left = Math.min(left, label.x, x - size);
    right = Math.max(right, label.x + label.width, x + size);
    bottom = Math.max(bottom, label.y + label.height, y + size);
  }
  const width = right - left;
  const scale = Math.min(1, free.width / Math.max(1, width));
  if (!labelled) bottom += namesRoom / scale;
  const spare = Math.min(free.height / scale - bottom, deepest * width - 150);
  const lower = works.length > 0 && claims.length > 0 ? Math.max(0, spare) : 0;
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
  const nodeById = new Map(moved.map((n) => [n.id, n]));
  const x = ({ id }: Work): number => nodeById.get(id)?.x ?? 0;
  const weight = ({ node }: Work): number => node.direct + node.carried;
  return {
    nodes: moved,
    nodeById,
    edges,
    claims,
    works: [...works].sort((a, b) => x(a) - x(b) || a.node.order - b.node.order),
    heaviest: [...works].sort((a, b) => weight(b) - weight(a) || a.node.order - b.node.order),
    leaders: new Map(
      [...leaders].map(([id, leader]) => {
        const down = desk.workById.has(id) ? lower : 0;
        return [id, { x: leader.x - left, top: leader.top + down, bottom: leader.bottom + down }];
      }),
    ),
    runs: runs.map((run) => ({ ...run, x: run.x - left })),
    labelled,
    width,
    height: bottom + lower,
    room,
    shown,
  };
}

/** A change of height smaller than this is no reason to set the picture anew. */
const sameHeight = 90;

/** Returns whether the picture still does for a pane of that room. */
export const suits = (scene: Scene, shown: Shown | null, room: Room): boolean =>
  scene.shown === shown &&
  scene.room.width === room.width &&
  Math.abs(scene.room.height - room.height) < sameHeight;

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
  readonly verdict: Verdict | null;
}

const verdictColours: Readonly<Record<Verdict, keyof Palette>> = {
  supports: "supports",
  "partly-supports": "partly",
  "does-not-support": "doesNot",
  "cannot-verify": "cannotVerify",
};

/** From so many edges on, those not lit step back, so that the nodes can be seen. */
const manyEdges = 40;

/**
 * Returns how the edges of a picture look: dashed when carried, curved when short, in the colour of the verdict, grey
 * when the source is withdrawn. Lit edges are drawn as in a picture of few.
 */
export function edgeLooks(
  question: Question,
  verdictOf: VerdictOf,
  palette: Palette,
  edgeCount: number,
): (edge: Edge, lit?: boolean) => EdgeLook {
  const many = edgeCount >= manyEdges;
  const plain = mixed(palette.edge, palette.paper, 0.62);
  return (edge, lit = false) => {
    const verdict = verdictOf(edge.claim, edge.source);
    const quiet = many && !lit;
    const usual = quiet ? plain : palette.edge;
    const color = verdict ? palette[verdictColours[verdict]] : usual;
    return {
      color: question.gone.has(edge.source) ? palette.edgeGone : color,
      dashed: edge.scope === "carried",
      curved: isShort(edge.form),
      size: quiet ? 1 : 1.5,
      verdict,
    };
  };
}
