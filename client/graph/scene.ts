/** What is to be drawn: the nodes and lines of what is shown, in their places, for a pane of some room. */
import { buildGraph, type EvidenceGraph, type PlacedNode, type Run } from "../../core/graph/index.ts";
import type { Edge, EdgeId } from "../../core/model.ts";
import type { Claim, Desk, Work } from "../desk/desk.ts";
import type { Shown } from "../desk/filter.ts";
import { graphOf } from "../desk/graph.ts";
import { groupedFrom } from "../state/graph-view.ts";
import { type Arrangement, arrange, type Measure, type Room } from "./arrange.ts";
import { type Groups, groupsOf } from "./groups.ts";
import { notesRow } from "./notes-row.ts";
import { mayStand } from "./standing.ts";
import type { Leader } from "./tight-row.ts";

export type SceneNode = Omit<PlacedNode, "kind" | "id"> & {
  readonly id: string;
  readonly kind: PlacedNode["kind"] | "note";
};

/** One line of the picture: an edge, half of one that goes by its note, or what several have in common. */
export interface Link {
  readonly id: string;
  readonly edge: Edge | null;
  readonly part: "whole" | "to-note" | "from-note";
  readonly from: string;
  readonly to: string;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly nodeById: ReadonlyMap<string, SceneNode>;
  readonly links: readonly Link[];
  /** The lines of an edge. */
  readonly linksOf: ReadonlyMap<EdgeId, readonly Link[]>;
  /** Null where each claim and each source is a node. */
  readonly groups: Groups | null;
  /** The claims shown, in document order, and the sources from left to right. */
  readonly claims: readonly Claim[];
  readonly works: readonly Work[];
  /** The sources by what rests on them. */
  readonly heaviest: readonly Work[];
  readonly leaders: ReadonlyMap<string, Leader>;
  readonly runs: readonly Run[];
  /** Whether labels have their room in the picture; otherwise they are written where there is room at the zoom shown. */
  readonly labelled: boolean;
  /** Whether words stand under the numbers of the claims. */
  readonly worded: boolean;
  readonly width: number;
  readonly height: number;
  /** What it was made for. */
  readonly room: Room;
  readonly options: SceneOptions;
}

/** Free space around the picture. */
export const margin = { x: 20, y: 18 } as const;
/** Claims and sources may stand this far apart, as a share of the picture's width, to use a tall pane. */
const deepest = 0.5;
/** Below the sources of a block of squares, for the names to be written there, in screen pixels. */
const namesRoom = 62;

export interface SceneOptions {
  readonly shown: Shown | null;
  /** Whether a row of notes stands between claims and sources. */
  readonly notes: boolean;
  /** Whether a large document is drawn in groups. */
  readonly grouped: boolean;
}

/** Returns the picture of what is shown, for a pane of that room. */
export function createScene(desk: Desk, options: SceneOptions, measure: Measure, room: Room): Scene {
  const { shown } = options;
  const claims = desk.claims.filter(({ id }) => !shown || shown.claims.has(id));
  const works = desk.works.filter(({ id }) => !shown || shown.sources.has(id));
  const edges = shown ? desk.analysis.edges.filter(({ id }) => shown.edges.has(id)) : desk.analysis.edges;
  const groups = options.grouped && claims.length + works.length > groupedFrom ? groupsOf(desk, shown) : null;
  const graph = groups?.graph ?? (shown ? graphOfParts(claims, works, edges) : graphOf(desk));
  const free = { width: Math.max(280, room.width - 2 * margin.x), height: room.height - 2 * margin.y };
  const arranged = arrange(graph, measure, free);
  const { nodes, width, height, lower } = lowered(arranged, graph, free);
  const placed = new Map<string, PlacedNode>(nodes.map((n) => [n.id, n]));
  const row =
    options.notes && !groups
      ? notesRow(placed, edges, (id) => desk.noteById.get(id)?.label ?? "", width)
      : [];
  const all: readonly SceneNode[] = row.length > 0 ? [...nodes, ...row] : nodes;
  const nodeById = new Map<string, SceneNode>(all.map((n) => [n.id, n]));
  const links = groups ? groups.links.map(groupLink) : edges.flatMap((edge) => linksOf(edge, nodeById));
  const byEdge = new Map<EdgeId, Link[]>();
  for (const link of links) {
    if (!link.edge) continue;
    const own = byEdge.get(link.edge.id);
    if (own) own.push(link);
    else byEdge.set(link.edge.id, [link]);
  }
  const drawn = groups?.works ?? works;
  const x = ({ id }: Work): number => nodeById.get(id)?.x ?? 0;
  const weight = ({ node }: Work): number => node.direct + node.carried;
  return {
    nodes: all,
    nodeById,
    links,
    linksOf: byEdge,
    groups,
    claims,
    works: [...drawn].sort((a, b) => x(a) - x(b) || a.node.order - b.node.order),
    heaviest: [...drawn].sort((a, b) => weight(b) - weight(a) || a.node.order - b.node.order),
    leaders: lower.leaders,
    runs: lower.runs,
    labelled: arranged.labelled,
    worded: arranged.worded,
    width,
    height,
    room,
    options,
  };
}

const graphOfParts = (
  claims: readonly Claim[],
  works: readonly Work[],
  edges: readonly Edge[],
): EvidenceGraph =>
  buildGraph({ statements: claims.map((c) => c.statement), sources: works.map((w) => w.source), edges });

const groupLink = ({ id, from, to }: Groups["links"][number]): Link => ({
  id,
  edge: null,
  part: "whole",
  from,
  to,
});

function linksOf(edge: Edge, nodeById: ReadonlyMap<string, SceneNode>): readonly Link[] {
  const { id, claim, source, note } = edge;
  if (note === null || nodeById.get(note)?.kind !== "note")
    return [{ id, edge, part: "whole", from: claim, to: source }];
  return [
    { id: `${id} to`, edge, part: "to-note", from: claim, to: note },
    { id: `${id} from`, edge, part: "from-note", from: note, to: source },
  ];
}

/** Moves the picture to its left edge, and the sources down where the pane has height to spare. */
function lowered({ nodes, leaders, runs, labelled }: Arrangement, graph: EvidenceGraph, free: Room) {
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
  const both = graph.getAttribute("sources").length > 0 && graph.getAttribute("claims").length > 0;
  const by = both ? Math.max(0, spare) : 0;
  const isSource = new Set<string>(graph.getAttribute("sources"));
  const moved = nodes.map((node): PlacedNode => {
    const down = node.kind === "source" ? by : 0;
    if (left === 0 && down === 0) return node;
    const { label } = node;
    return {
      ...node,
      x: node.x - left,
      y: node.y + down,
      label: { ...label, x: label.x - left, y: label.y + down },
    };
  });
  const lower = {
    leaders: new Map(
      [...leaders].map(([id, leader]) => {
        const down = isSource.has(id) ? by : 0;
        return [id, { x: leader.x - left, top: leader.top + down, bottom: leader.bottom + down }];
      }),
    ),
    runs: runs.map((run) => ({ ...run, x: run.x - left })),
  };
  return { nodes: moved, width, height: bottom + by, lower };
}

/** A change of height smaller than this is no reason to set the picture anew. */
const sameHeight = 90;

/** Returns whether the picture still does for a pane of that room. */
export function suits(scene: Scene, { shown, notes, grouped }: SceneOptions, room: Room): boolean {
  const { options } = scene;
  const same = options.shown === shown && options.notes === notes && options.grouped === grouped;
  if (!same || scene.room.width !== room.width) return false;
  // What had no height for words may have it now.
  if (!scene.worded && room.height > scene.room.height && mayStand(scene.claims.length, room.width))
    return false;
  return Math.abs(scene.room.height - room.height) < sameHeight;
}
