/** Puts a picture into the renderer's graph, and its colours when only those change. */
import type { MultiDirectedGraph } from "graphology";
import { restY } from "./fall.ts";
import type { LinkLook } from "./looks.ts";
import type { Picture } from "./overlay.ts";
import type { Link } from "./scene.ts";

/** Fills an empty graph with the picture. Screens count downwards, the renderer upwards. */
export function fill(graph: MultiDirectedGraph, picture: Picture): void {
  const { scene, palette } = picture;
  for (const node of scene.nodes) {
    const { id, kind, x, size } = node;
    const { color, ring } = picture.nodeLook(id);
    const type = kind === "claim" ? "claim" : "source";
    graph.addNode(id, { type, x, y: -restY(picture, node), size, color, ring, ground: palette.paper });
  }
  const add = (link: Link, { color, dashed, curved, size }: LinkLook): void => {
    const type = curved ? "curved" : "straight";
    graph.addDirectedEdgeWithKey(link.id, link.from, link.to, { type, color, dashed, size });
  };
  // What is judged is drawn over the rest.
  const judged: (readonly [Link, LinkLook])[] = [];
  for (const link of scene.links) {
    const look = picture.linkLook(link);
    if (look.verdict) judged.push([link, look]);
    else add(link, look);
  }
  for (const [link, look] of judged) add(link, look);
}

/** What has other colours than before. */
export interface Painted {
  readonly nodes: string[];
  readonly edges: string[];
}

/**
 * Changes colours only, and only of what has changed. The graph tells nobody: the renderer, told of each by itself,
 * would set all of them again.
 */
export function paint(graph: MultiDirectedGraph, picture: Picture): Painted {
  const ground = picture.palette.paper;
  const nodes: string[] = [];
  for (const { id } of picture.scene.nodes) {
    const { color, ring } = picture.nodeLook(id);
    const now = graph.getNodeAttributes(id);
    if (now.color === color && now.ring === ring && now.ground === ground) continue;
    Object.assign(now, { color, ring, ground });
    nodes.push(id);
  }
  return { nodes, edges: paintLinks(graph, picture, picture.scene.links).edges };
}

/** The same for some links alone. */
export function paintLinks(graph: MultiDirectedGraph, picture: Picture, links: Iterable<Link>): Painted {
  const edges: string[] = [];
  for (const link of links) {
    const { color } = picture.linkLook(link);
    const now = graph.getEdgeAttributes(link.id);
    if (now.color === color) continue;
    now.color = color;
    edges.push(link.id);
  }
  return { nodes: [], edges };
}
