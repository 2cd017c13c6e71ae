/**
 * Links judged since the picture was made, drawn above what the graphics card has drawn of it, and as if they were in
 * it: under the nodes that they pass. So a verdict shows at once, and not under thousands of other links.
 */
import type { Brush } from "./brush.ts";
import { type Point, pointAt } from "./curve.ts";
import type { Picture } from "./overlay.ts";
import { paintEdge, paintNode, type View } from "./paint.ts";
import type { Link, Scene, SceneNode } from "./scene.ts";

/** Ground around a claim's square, under which links pass, as a share of its half side. */
export const ground = 0.36;
/** The ring of a circle as the graphics card draws it. */
const cardRing = 1.2;
/** A link is looked at in so many places. */
const places = 96;

export interface FreshLink {
  readonly link: Link;
  /** Its own two and those it passes under. */
  readonly nodes: readonly SceneNode[];
}

/** Returns the link with the nodes on its way. Linear in the nodes. */
export function freshLink(scene: Scene, link: Link, curved: boolean): FreshLink {
  const [from, to] = [scene.nodeById.get(link.from), scene.nodeById.get(link.to)];
  if (!from || !to) return { link, nodes: [] };
  const way = Array.from({ length: places + 1 }, (_, i) => pointAt(from, to, curved, i / places));
  const xs = way.map(({ x }) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const passed = scene.nodes.filter((node) => {
    const reach = node.size * (1 + ground);
    if (node.x + reach < left || node.x - reach > right) return false;
    if (node.y + reach < top || node.y - reach > bottom) return false;
    return distance(node, way) <= reach * Math.SQRT2;
  });
  return { link, nodes: passed };
}

/** Returns how far a point is from a way of short straight pieces. */
function distance({ x, y }: Point, way: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < way.length; i += 1) {
    const [a, b] = [way[i - 1]!, way[i]!];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
    least = Math.min(least, Math.hypot(x - a.x - t * dx, y - a.y - t * dy));
  }
  return least;
}

/** Draws all the links, then the nodes over them. */
export function paintFresh(
  context: Brush,
  { palette, linkLook, nodeLook }: Picture,
  view: View,
  fresh: Iterable<FreshLink>,
): void {
  const nodes = new Set<SceneNode>();
  for (const { link, nodes: passed } of fresh) {
    const [from, to] = [view.middleOf(link.from), view.middleOf(link.to)];
    const look = linkLook(link);
    if (from && to) paintEdge(context, [from, to], look, look.size);
    for (const node of passed) nodes.add(node);
  }
  for (const node of nodes) {
    const middle = view.middleOf(node.id);
    if (!middle) continue;
    const look = nodeLook(node.id);
    if (node.kind === "claim")
      paintNode(context, node, { ...look, color: palette.paper }, middle, view.scale * (1 + ground));
    paintNode(context, node, look, middle, view.scale, cardRing);
  }
}
