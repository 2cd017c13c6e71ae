/**
 * The 2-D layer over the graph: all labels, and what is lit by selection or hovering, redrawn bold above a veil. Only
 * what is lit is drawn again, so that hovering costs the same in a large graph as in a small one.
 */

import { pinpointText } from "../desk/words.ts";
import type { Brush } from "./brush.ts";
import { type Point, pointAt } from "./curve.ts";
import { type MeasureWritten, type Written, writeLabels } from "./dense-labels.ts";
import { type FreshLink, paintFresh } from "./fresh.ts";
import { glyphSize, paintGlyph } from "./glyph.ts";
import { paintGroupBars } from "./group-bars.ts";
import type { LinkLook, NodeLook } from "./looks.ts";
import {
  type Drawn,
  haloed,
  paintEdge,
  paintFocus,
  paintFound,
  paintLabel,
  paintNode,
  paintWritten,
  type View,
  writtenFont,
} from "./paint.ts";
import { fontFamily, type Palette } from "./palette.ts";
import { type Box, drawQuote } from "./quote.ts";
import type { Link, Scene, SceneNode } from "./scene.ts";

export interface Picture {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly nodeLook: (id: string) => NodeLook;
  readonly linkLook: (link: Link, lit?: boolean) => LinkLook;
  /** The colour of the worst finding on a node, or null. */
  readonly foundOn: (id: string) => string | null;
  /** A node's name where it has no room for words: "1.6", "Weber 2008". */
  readonly nameOf: (id: string) => string;
}

export interface Light {
  readonly nodes: ReadonlySet<string>;
  readonly links: readonly Link[];
  /** The nodes that are selected themselves, and get a ring. */
  readonly focus: readonly string[];
  /** A claim to be quoted where the picture shows numbers alone. */
  readonly quoted: { readonly id: string; readonly text: string } | null;
}

const veil = 0.68;
const mostMarks = 12;

/**
 * Draws everything and returns the texts of the picture itself: `fresh` are links that are
 * drawn above the picture. The context is scaled to CSS pixels.
 */
export function drawOverlay(
  context: Brush,
  picture: Picture,
  view: View,
  light: Light,
  fresh: Iterable<FreshLink> = [],
): readonly Drawn[] {
  const lit = light.nodes;
  context.clearRect(0, 0, view.width, view.height);
  paintGroupBars(context, picture.scene, picture.palette, view);
  paintFresh(context, picture, view, fresh);
  if (picture.scene.labelled)
    for (const node of picture.scene.nodes) if (!lit.has(node.id)) drawFound(context, picture, view, node);
  const drawn = drawLabels(context, picture, view, (id) => !lit.has(id));
  if (lit.size > 0) {
    context.globalAlpha = veil;
    context.fillStyle = picture.palette.paper;
    context.fillRect(0, 0, view.width, view.height);
    context.globalAlpha = 1;
    const { labels, marks } = drawLit(context, picture, view, light, lit);
    drawn.push(...labels);
    if (light.quoted && !picture.scene.worded) drawQuote(context, picture, view, light, light.quoted, marks);
  }
  return drawn;
}

/** Marks a node that something was found on. */
function drawFound(context: Brush, { foundOn, palette }: Picture, view: View, node: SceneNode): void {
  const color = foundOn(node.id);
  const middle = color === null ? null : view.middleOf(node.id);
  if (color !== null && middle) paintFound(context, node, middle, view.scale, color, palette.paper);
}

const measureWith =
  (context: Brush): MeasureWritten =>
  (text, kind) => {
    context.font = writtenFont(kind);
    return context.measureText(text).width;
  };

/** Draws the labels of the whole picture that `wanted` asks for, each in the place it has without the others. */
export function drawLabels(
  context: Brush,
  { scene, palette, nodeLook, nameOf }: Picture,
  view: View,
  wanted: (id: string) => boolean,
): Drawn[] {
  const drawn: Drawn[] = [];
  const keep = (line: Drawn): void => void drawn.push(line);
  if (scene.labelled) {
    for (const node of scene.nodes)
      if (wanted(node.id)) paintLabel(context, scene, palette, view, node, nodeLook(node.id), keep);
    return drawn;
  }
  for (const label of writtenFor(context, scene, view, nameOf))
    if (wanted(label.id)) paintWritten(context, palette, label, lookOf(nodeLook, label), keep);
  return drawn;
}

/** The labels of the last view: hovering changes what is lit, and not where labels are. */
let last: { readonly scene: Scene; readonly sight: string; readonly labels: readonly Written[] } | null =
  null;

function writtenFor(context: Brush, scene: Scene, view: View, nameOf: Picture["nameOf"]): readonly Written[] {
  const { x, y } = view.toScreen({ x: 0, y: 0 });
  const sight = [x, y, view.scale, view.width, view.height].join(" ");
  if (last?.scene !== scene || last.sight !== sight)
    last = { scene, sight, labels: writeLabels(scene, view, measureWith(context), nameOf, null) };
  return last.labels;
}

const lookOf = (nodeLook: Picture["nodeLook"], { id, kind }: Written): NodeLook | null =>
  kind === "run" ? null : nodeLook(id);

function drawLit(
  context: Brush,
  picture: Picture,
  view: View,
  light: Light,
  lit: ReadonlySet<string>,
): { readonly labels: readonly Drawn[]; readonly marks: readonly Box[] } {
  const { scene, palette, nodeLook, linkLook, nameOf } = picture;
  const lines = light.links.flatMap((link): readonly Line[] => {
    const ends = endsOf(view, link);
    return ends ? [{ link, ends, look: linkLook(link, true) }] : [];
  });
  for (const { ends, look } of lines) paintEdge(context, ends, look, look.size + 1);
  const nodes = [...lit].flatMap((id) => scene.nodeById.get(id) ?? []);
  for (const node of nodes) {
    const middle = view.middleOf(node.id);
    if (!middle) continue;
    paintNode(context, node, nodeLook(node.id), middle, view.scale);
    if (scene.labelled) drawFound(context, picture, view, node);
    if (light.focus.includes(node.id)) paintFocus(context, node, middle, view.scale, palette.ink);
  }
  const labels = drawLitLabels(context, picture, view, nodes, lit, nameOf);
  return { labels, marks: drawMarks(context, palette, lines) };
}

function drawLitLabels(
  context: Brush,
  { scene, palette, nodeLook }: Picture,
  view: View,
  nodes: readonly SceneNode[],
  lit: ReadonlySet<string>,
  nameOf: (id: string) => string,
): readonly Drawn[] {
  const drawn: Drawn[] = [];
  const keep = (line: Drawn): void => void drawn.push(line);
  if (scene.labelled) {
    for (const node of nodes) paintLabel(context, scene, palette, view, node, nodeLook(node.id), keep);
    return drawn;
  }
  for (const label of writeLabels(scene, view, measureWith(context), nameOf, lit))
    paintWritten(context, palette, label, lookOf(nodeLook, label), () => {});
  return drawn;
}

/** Returns where a line begins and ends on the screen. */
export function endsOf(view: View, link: Link): readonly [Point, Point] | null {
  const [from, to] = [view.middleOf(link.from), view.middleOf(link.to)];
  return from && to ? [from, to] : null;
}

interface Line {
  readonly link: Link;
  readonly ends: readonly [Point, Point];
  readonly look: LinkLook;
}

/** How far along the line a mark may stand, the best place first: lines to one source are apart near the claims. */
const markPlaces = [0.2, 0.32, 0.44, 0.56];
const markSize = 12;

/**
 * The verdict's sign and the place cited, each on its line; one that would cover another is left to the inspector.
 * Returns where they stand.
 */
function drawMarks(context: Brush, palette: Palette, lines: readonly Line[]): readonly Box[] {
  context.font = `500 ${markSize}px ${fontFamily}`;
  context.textAlign = "start";
  const taken: { readonly x: number; readonly y: number; readonly reach: number }[] = [];
  const marked = lines.filter(({ link }) => link.part !== "to-note");
  for (const { link, ends, look } of marked.slice(0, mostMarks)) {
    const text = link.edge?.pinpoint ? pinpointText(link.edge.pinpoint) : "";
    const sign = look.verdict ? glyphSize + (text ? 4 : 0) : 0;
    const width = sign + (text ? context.measureText(text).width : 0);
    if (width === 0) continue;
    const reach = width / 2 + 3;
    const free = markPlaces
      .map((t) => pointAt(ends[0], ends[1], look.curved, t))
      .find(({ x, y }) =>
        taken.every(
          (other) => Math.abs(other.x - x) > other.reach + reach || Math.abs(other.y - y) > markSize + 5,
        ),
      );
    if (!free) continue;
    taken.push({ ...free, reach });
    const left = free.x - width / 2;
    if (look.verdict) {
      const middle = { x: left + glyphSize / 2, y: free.y };
      paintGlyph(context, look.verdict, middle, look.sign, palette.paper);
    }
    haloed(context, text, left + sign, free.y + 4, palette.ink, palette.paper, 5);
  }
  return taken.map(({ x, y, reach }) => ({
    x: x - reach,
    y: y - markSize / 2 - 3,
    width: 2 * reach,
    height: markSize + 6,
  }));
}
