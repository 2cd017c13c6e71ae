/** The words of a claim in a box of their own, for pictures that show numbers alone. */
import { wrap } from "../../core/graph/layout/wrap.ts";
import type { Brush } from "./brush.ts";
import type { Point } from "./curve.ts";
import type { Light, Picture } from "./overlay.ts";
import type { View } from "./paint.ts";
import { fontFamily } from "./palette.ts";
import type { Scene } from "./scene.ts";

const quoteWidth = 210;
const quoteLine = 15;

/**
 * The claim's words in a box beside its square, over nothing that is lit; without such a place they are left out. It
 * lies over `marks` only where no other place is free.
 */
export function drawQuote(
  context: Brush,
  { palette, scene }: Picture,
  view: View,
  light: Light,
  { id, text }: NonNullable<Light["quoted"]>,
  marks: readonly Box[],
): void {
  const at = view.middleOf(id);
  const node = scene.nodeById.get(id);
  if (!at || !node) return;
  context.font = `400 12.5px ${fontFamily}`;
  const lines = wrap(text.slice(0, 400), quoteWidth, 4, (word) => context.measureText(word).width);
  const width = lines.reduce((most, line) => Math.max(most, line.width), 0) + 16;
  const height = lines.length * quoteLine + 12;
  const nodes = litBoxes(scene, view, light);
  const beside = (others: readonly Box[]): Point | null =>
    placeBeside(at, node.size * view.scale, { width, height }, view, others);
  const place = beside([...nodes, ...marks]) ?? beside(nodes);
  if (!place) return;
  const { x, y } = place;
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

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Below a source its name is written, above a claim its number. */
const nameRoom = 20;
/** For the frame around what is selected. */
const ringRoom = 7;

function litBoxes(scene: Scene, view: View, { nodes }: Light): readonly Box[] {
  return [...nodes].flatMap((id) => {
    const [node, at] = [scene.nodeById.get(id), view.middleOf(id)];
    if (!node || !at) return [];
    const r = node.size * view.scale + ringRoom;
    const top = at.y - r - (node.kind === "claim" ? nameRoom : 0);
    return [{ x: at.x - r, y: top, width: 2 * r, height: 2 * r + nameRoom }];
  });
}

const edge = 6;
/** Below what may be written on the lines that leave the claim. */
const lower = 24;
const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Returns the first place above, right, left or somewhere below that is inside the pane and clear of the others. */
function placeBeside(
  at: Point,
  r: number,
  { width, height }: Pick<Box, "width" | "height">,
  view: View,
  others: readonly Box[],
): Point | null {
  const within = (n: number, most: number): number => Math.max(edge, Math.min(most - edge, n));
  const across = within(at.x - width / 2, view.width - width);
  const along = within(at.y - height / 2, view.height - height);
  const places: readonly Point[] = [
    { x: across, y: at.y - r - nameRoom - ringRoom - height },
    { x: at.x + r + 12, y: along },
    { x: at.x - r - 12 - width, y: along },
    ...[0, lower].flatMap((down) =>
      [across, within(at.x - r, view.width - width), within(at.x + r - width, view.width - width)].map(
        (x) => ({
          x,
          y: at.y + r + nameRoom + ringRoom + down,
        }),
      ),
    ),
  ];
  const fits = ({ x, y }: Point): boolean =>
    x >= edge && y >= edge && x + width <= view.width - edge && y + height <= view.height - edge;
  return (
    places.find(
      (place) => fits(place) && !others.some((other) => meets({ ...place, width, height }, other)),
    ) ?? null
  );
}
