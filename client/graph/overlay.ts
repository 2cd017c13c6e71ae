/**
 * The 2-D layer over the graph: all labels, and what is lit by selection or hovering, redrawn bold above a veil. Only
 * what is lit is drawn again, so that hovering costs the same in a large graph as in a small one.
 */
import type { PlacedNode } from "../../core/graph/index.ts";
import { wrap } from "../../core/graph/layout/wrap.ts";
import type { Edge } from "../../core/model.ts";
import type { Emphasis } from "../desk/emphasis.ts";
import { pinpointText } from "../desk/words.ts";
import { controls, type Point, pointAt } from "./curve.ts";
import { dash } from "./dash.ts";
import { fontFamily, type Palette } from "./palette.ts";
import type { EdgeLook, NodeLook, Scene } from "./scene.ts";
import { fontOf, sizeOf } from "./type.ts";

export interface Picture {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly nodeLook: (id: string) => NodeLook;
  readonly edgeLook: (edge: Edge) => EdgeLook;
  readonly edgeById: ReadonlyMap<string, Edge>;
}

export interface View {
  readonly toScreen: (point: Point) => Point;
  /** Where a node's middle is on the screen now; null for a node that is not there. */
  readonly middleOf: (id: string) => Point | null;
  /** Screen pixels for one pixel of the layout. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

export interface Light {
  readonly emphasis: Emphasis;
  /** The nodes that are selected themselves, and get a ring. */
  readonly focus: readonly string[];
  /** A claim to be quoted where the picture shows numbers alone. */
  readonly quoted: { readonly id: string; readonly text: string } | null;
}

/** Smaller than this nobody can read a label. */
const legible = 6.5;
const veil = 0.68;
const mostPinpoints = 12;

/** Draws everything. The context is scaled to CSS pixels. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  picture: Picture,
  view: View,
  light: Light,
): void {
  const { emphasis } = light;
  const lit = (id: string): boolean => emphasis.claims.has(id) || emphasis.sources.has(id);
  const anything = emphasis.claims.size + emphasis.sources.size > 0;
  context.clearRect(0, 0, view.width, view.height);
  for (const node of picture.scene.nodes) if (!lit(node.id)) drawLabel(context, picture, view, node);
  if (anything) {
    context.globalAlpha = veil;
    context.fillStyle = picture.palette.paper;
    context.fillRect(0, 0, view.width, view.height);
    context.globalAlpha = 1;
  }
  const edges = [...emphasis.edges].flatMap((id) => picture.edgeById.get(id) ?? []);
  for (const edge of edges) drawEdge(context, picture, view, edge);
  const nodes = [...emphasis.sources, ...emphasis.claims].flatMap(
    (id) => picture.scene.nodeById.get(id) ?? [],
  );
  for (const node of nodes) drawNode(context, picture, view, node, light.focus.includes(node.id));
  for (const node of nodes) drawLabel(context, picture, view, node);
  drawPinpoints(context, picture, view, edges);
  if (light.quoted && !picture.scene.worded) drawQuote(context, picture, view, light.quoted);
}

const quoteWidth = 210;
const quoteLine = 15;

/** The claim's words in a box above its square, kept inside the pane. */
function drawQuote(
  context: CanvasRenderingContext2D,
  { palette, scene }: Picture,
  view: View,
  { id, text }: NonNullable<Light["quoted"]>,
): void {
  const at = view.middleOf(id);
  const node = scene.nodeById.get(id);
  if (!at || !node) return;
  context.font = `400 12.5px ${fontFamily}`;
  const lines = wrap(text.slice(0, 400), quoteWidth, 4, (word) => context.measureText(word).width);
  const width = lines.reduce((most, line) => Math.max(most, line.width), 0) + 16;
  const height = lines.length * quoteLine + 12;
  const x = Math.max(6, Math.min(view.width - width - 6, at.x - width / 2));
  const y = Math.max(6, at.y - (node.size + node.label.height + 8) * view.scale - height);
  context.beginPath();
  context.roundRect(x, y, width, height, 4);
  context.fillStyle = palette.raised;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.line;
  context.stroke();
  context.fillStyle = palette.ink;
  context.textAlign = "start";
  lines.forEach((line, i) => {
    context.fillText(line.text, x + 8, y + 6 + (i + 0.78) * quoteLine);
  });
}

function ends(view: View, edge: Edge): readonly [Point, Point] | null {
  const [from, to] = [view.middleOf(edge.claim), view.middleOf(edge.source)];
  return from && to ? [from, to] : null;
}

function drawEdge(context: CanvasRenderingContext2D, picture: Picture, view: View, edge: Edge): void {
  const line = ends(view, edge);
  if (!line) return;
  const [from, to] = line;
  const look = picture.edgeLook(edge);
  context.beginPath();
  context.moveTo(from.x, from.y);
  if (look.curved) {
    const [a, b] = controls(from, to);
    context.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
  } else context.lineTo(to.x, to.y);
  context.setLineDash(look.dashed ? [dash.on, dash.off] : []);
  context.lineWidth = look.size + 1;
  context.strokeStyle = look.color;
  context.stroke();
  context.setLineDash([]);
}

function drawNode(
  context: CanvasRenderingContext2D,
  { nodeLook, palette }: Picture,
  view: View,
  node: PlacedNode,
  focused: boolean,
): void {
  const middle = view.middleOf(node.id);
  if (!middle) return;
  const { x, y } = middle;
  const r = node.size * view.scale;
  const look = nodeLook(node.id);
  const shape = (grown: number): void => {
    context.beginPath();
    if (node.kind === "claim") context.rect(x - r - grown, y - r - grown, 2 * (r + grown), 2 * (r + grown));
    else context.arc(x, y, r + grown, 0, 2 * Math.PI);
  };
  shape(0);
  context.fillStyle = look.color;
  context.fill();
  if (node.kind === "source") {
    shape(-1);
    context.lineWidth = 2;
    context.strokeStyle = look.ring;
    context.stroke();
  }
  if (!focused) return;
  shape(4);
  context.lineWidth = 2;
  context.strokeStyle = palette.ink;
  context.stroke();
}

function drawLeader(
  context: CanvasRenderingContext2D,
  { scene, palette }: Picture,
  view: View,
  id: string,
): void {
  const leader = scene.leaders.get(id);
  if (!leader) return;
  const from = view.toScreen({ x: leader.x, y: leader.top });
  const to = view.toScreen({ x: leader.x, y: leader.bottom });
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.lineWidth = 1;
  context.strokeStyle = palette.line;
  context.stroke();
}

function drawLabel(context: CanvasRenderingContext2D, picture: Picture, view: View, node: PlacedNode): void {
  const { palette } = picture;
  const middle = view.toScreen({ x: node.label.x + node.label.width / 2, y: node.label.y });
  const { scale } = view;
  const top = middle.y;
  const reach = (node.label.width / 2) * scale;
  if (top > view.height || top + node.label.height * scale < 0) return;
  if (middle.x + reach < 0 || middle.x - reach > view.width) return;
  drawLeader(context, picture, view, node.id);
  const look = picture.nodeLook(node.id);
  context.textAlign = "center";
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  for (const line of node.lines) {
    if (sizeOf(line.style) * scale < legible) continue;
    const strong = line.style === "claim-number" || line.style === "source-name";
    const text = wordsOf(line.text, line.style, look);
    context.font = fontOf(line.style, scale);
    context.fillStyle = look.mark !== "" && strong ? look.color : strong ? palette.ink : palette.inkSoft;
    context.lineWidth = 4 * scale;
    const y = top + line.dy * scale;
    context.strokeText(text, middle.x, y);
    context.fillText(text, middle.x, y);
  }
}

function wordsOf(text: string, style: PlacedNode["lines"][number]["style"], look: NodeLook): string {
  if (style === "claim-number") return look.mark + text;
  return style === "source-count" && look.gone ? "withdrawn" : text;
}

/** How far along the line a pinpoint may stand, the best place first: lines to one source are apart near the claims. */
const pinpointPlaces = [0.17, 0.29, 0.41, 0.53];
const pinpointSize = 12;

/** The places cited, each on its line; one that would cover another is left to the inspector. */
function drawPinpoints(
  context: CanvasRenderingContext2D,
  picture: Picture,
  view: View,
  edges: readonly Edge[],
): void {
  context.font = `500 ${pinpointSize}px ${fontFamily}`;
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = 5;
  context.strokeStyle = picture.palette.paper;
  context.fillStyle = picture.palette.ink;
  const taken: { readonly x: number; readonly y: number; readonly reach: number }[] = [];
  for (const edge of edges.slice(0, mostPinpoints)) {
    const line = edge.pinpoint && ends(view, edge);
    if (!line || !edge.pinpoint) continue;
    const text = pinpointText(edge.pinpoint);
    const reach = context.measureText(text).width / 2 + 3;
    const { curved } = picture.edgeLook(edge);
    const free = pinpointPlaces
      .map((t) => pointAt(line[0], line[1], curved, t))
      .find(({ x, y }) =>
        taken.every(
          (other) => Math.abs(other.x - x) > other.reach + reach || Math.abs(other.y - y) > pinpointSize + 2,
        ),
      );
    if (!free) continue;
    taken.push({ ...free, reach });
    context.strokeText(text, free.x, free.y + 4);
    context.fillText(text, free.x, free.y + 4);
  }
}
