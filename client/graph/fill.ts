/** Puts a picture into the renderer's graph, and its colours when only those change. */
import type { MultiDirectedGraph } from "graphology";
import { restY } from "./fall.ts";
import type { Picture } from "./overlay.ts";

/** Fills an empty graph with the picture. Screens count downwards, the renderer upwards. */
export function fill(graph: MultiDirectedGraph, picture: Picture): void {
  const { scene, palette } = picture;
  for (const node of scene.nodes) {
    const { id, kind, x, size } = node;
    const { color, ring } = picture.nodeLook(id);
    const type = kind === "claim" ? "claim" : "source";
    graph.addNode(id, { type, x, y: -restY(picture, node), size, color, ring, ground: palette.paper });
  }
  for (const link of scene.links) {
    const { color, dashed, curved, size } = picture.linkLook(link);
    const type = curved ? "curved" : "straight";
    graph.addDirectedEdgeWithKey(link.id, link.from, link.to, { type, color, dashed, size });
  }
}

/** Changes colours only, and only of what has changed: those alone are painted again. */
export function paint(graph: MultiDirectedGraph, picture: Picture): void {
  const ground = picture.palette.paper;
  for (const { id } of picture.scene.nodes) {
    const { color, ring } = picture.nodeLook(id);
    const now = graph.getNodeAttributes(id);
    if (now.color !== color || now.ring !== ring || now.ground !== ground)
      graph.mergeNodeAttributes(id, { color, ring, ground });
  }
  for (const link of picture.scene.links) {
    const { color } = picture.linkLook(link);
    if (graph.getEdgeAttribute(link.id, "color") !== color) graph.setEdgeAttribute(link.id, "color", color);
  }
}
