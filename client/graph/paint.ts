/** Draws single nodes, edges and labels on a 2-D canvas: for what is lit above the picture, and for its image. */

import type { LabelStyle } from "../../core/graph/index.ts";
import type { Brush } from "./brush.ts";
import { controls, type Point } from "./curve.ts";
import { dash } from "./dash.ts";
import { type Written, written } from "./dense-labels.ts";
import type { LinkLook, NodeLook } from "./looks.ts";
import { fontFamily, type Palette } from "./palette.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { fontOf, sizeOf } from "./type.ts";

export interface View {
  readonly toScreen: (point: Point) => Point;
  /** Where a node's middle is on the screen now; null for a node that is not there. */
  readonly middleOf: (id: string) => Point | null;
  /** Screen pixels for one pixel of the layout. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** A text as drawn, in CSS pixels. */
export interface Drawn {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function paintEdge(
  context: Brush,
  [from, to]: readonly [Point, Point],
  look: LinkLook,
  width: number,
): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  if (look.curved) {
    const [a, b] = controls(from, to);
    context.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
  } else context.lineTo(to.x, to.y);
  context.setLineDash(look.dashed ? [dash.on, dash.off] : []);
  context.lineWidth = width;
  context.strokeStyle = look.color;
  context.stroke();
  context.setLineDash([]);
}

/** Returns what fills the shape of a node, grown by some pixels. */
function shape(context: Brush, kind: SceneNode["kind"], { x, y }: Point, r: number): void {
  context.beginPath();
  if (kind === "claim") context.rect(x - r, y - r, 2 * r, 2 * r);
  else context.arc(x, y, Math.max(0, r), 0, 2 * Math.PI);
}

export function paintNode(
  context: Brush,
  node: SceneNode,
  look: NodeLook,
  middle: Point,
  scale: number,
  widest = 2,
): void {
  const r = node.size * scale;
  shape(context, node.kind, middle, r);
  context.fillStyle = look.color;
  context.fill();
  if (node.kind === "claim") return;
  const ring = Math.min(widest, r / 2);
  shape(context, node.kind, middle, r - ring / 2);
  context.lineWidth = ring;
  context.strokeStyle = look.ring;
  context.stroke();
}

/** The sign that something was found: a dot on the upper right, told from the node by a rim of the ground. */
export function paintFound(
  context: Brush,
  node: SceneNode,
  middle: Point,
  scale: number,
  color: string,
  ground: string,
): void {
  const reach = node.size * scale * (node.kind === "claim" ? 1 : Math.SQRT1_2);
  context.beginPath();
  context.arc(middle.x + reach, middle.y - reach, 3.5, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = ground;
  context.stroke();
}

/** The frame around what is selected. */
export function paintFocus(
  context: Brush,
  node: SceneNode,
  middle: Point,
  scale: number,
  color: string,
): void {
  shape(context, node.kind, middle, node.size * scale + 4);
  context.lineWidth = 2;
  context.strokeStyle = color;
  context.stroke();
}

function paintLeader(context: Brush, palette: Palette, from: Point, to: Point): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.lineWidth = 1;
  context.strokeStyle = palette.line;
  context.stroke();
}

/** Smaller than this nobody can read a label. */
const legible = 6.5;

/** Draws a label that has its room in the picture, and says which lines it drew. */
export function paintLabel(
  context: Brush,
  { leaders }: Scene,
  palette: Palette,
  view: View,
  node: SceneNode,
  look: NodeLook,
  drawn: (line: Drawn) => void,
): void {
  const { scale, toScreen } = view;
  const { x, y: top } = toScreen({ x: node.label.x + node.label.width / 2, y: node.label.y });
  const reach = (node.label.width / 2) * scale;
  if (top > view.height || top + node.label.height * scale < 0) return;
  if (x + reach < 0 || x - reach > view.width) return;
  const leader = leaders.get(node.id);
  if (leader)
    paintLeader(
      context,
      palette,
      toScreen({ x: leader.x, y: leader.top }),
      toScreen({ x: leader.x, y: leader.bottom }),
    );
  context.textAlign = "center";
  for (const line of node.lines) {
    const size = sizeOf(line.style) * scale;
    if (size < legible) continue;
    const strong = line.style === "claim-number" || line.style === "source-name";
    const text = wordsOf(line.text, line.style, look);
    context.font = fontOf(line.style, scale);
    const color = look.mark !== "" && strong ? look.color : strong ? palette.ink : palette.inkSoft;
    const y = top + line.dy * scale;
    haloed(context, text, x, y, color, palette.paper, 4 * scale);
    const width = context.measureText(text).width;
    drawn({ id: node.id, text, x: x - width / 2, y: y - 0.8 * size, width, height: size });
  }
}

function wordsOf(text: string, style: LabelStyle, look: NodeLook): string {
  if (style === "claim-number") return look.mark + text;
  return style === "source-count" && look.gone ? "withdrawn" : text;
}

/** Draws a label for which room was found at the zoom shown. */
export function paintWritten(
  context: Brush,
  palette: Palette,
  label: Written,
  look: NodeLook | null,
  drawn: (line: Drawn) => void,
): void {
  const { id, kind, text, x, y, width, leader } = label;
  if (leader) {
    const { x: at, top, bottom } = leader;
    paintLeader(context, palette, { x: at, y: top }, { x: at, y: bottom });
  }
  const { size } = written[kind];
  context.textAlign = "start";
  context.font = writtenFont(kind);
  const marked = kind === "claim" && look !== null && look.mark !== "";
  const color = marked ? look.color : kind === "run" || look?.gone ? palette.inkSoft : palette.ink;
  haloed(context, text, x, y, color, palette.paper, 4);
  drawn({ id, text, x, y: y - 0.8 * size, width, height: size });
}

export const writtenFont = (kind: Written["kind"]): string =>
  `${written[kind].weight} ${written[kind].size}px ${fontFamily}`;

/** Draws text on a rim of the ground's colour, so that edges behind it do not disturb. */
export function haloed(
  context: Brush,
  text: string,
  x: number,
  y: number,
  color: string,
  ground: string,
  rim: number,
): void {
  context.lineJoin = "round";
  context.lineWidth = rim;
  context.strokeStyle = ground;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}
