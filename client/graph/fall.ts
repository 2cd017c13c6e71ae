/** The one motion of the picture: claims sink a little when the sources under them are withdrawn, and rise again. */
import type { MultiDirectedGraph } from "graphology";
import type { Picture } from "./overlay.ts";
import type { SceneNode } from "./scene.ts";

/** How far a fallen claim hangs below its row, in pixels at scale 1. */
const depth = 7;
const lasts = 320;
/** More than this at once is not seen as falling. */
const most = 200;

/** Returns where the node comes to rest, downwards in the layout's pixels. */
export const restY = (picture: Picture, { id, kind, y }: SceneNode): number =>
  y + (kind === "claim" && picture.nodeLook(id).mark === "× " ? depth : 0);

/** Returns what moves the claims whose fate differs between two pictures of one scene, or null. */
export function fallOf(
  graph: MultiDirectedGraph,
  before: Picture,
  after: Picture,
): ((atOnce: boolean) => void) | null {
  const moving = after.scene.nodes.flatMap((node) => {
    const [from, to] = [restY(before, node), restY(after, node)];
    return from === to ? [] : [{ id: node.id, from, to }];
  });
  if (moving.length === 0) return null;
  const place = (share: number): void => {
    for (const { id, from, to } of moving)
      if (graph.hasNode(id)) graph.setNodeAttribute(id, "y", -(from + (to - from) * share));
  };
  return (atOnce) => {
    if (atOnce || moving.length > most) {
      place(1);
      return;
    }
    let start: number | null = null;
    const step = (now: number): void => {
      start ??= now;
      const t = Math.min(1, (now - start) / lasts);
      place(t * t * (3 - 2 * t));
      if (t < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  };
}
