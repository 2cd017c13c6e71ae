/** The signs of the verdicts, drawn as strokes: fonts that lack ✓ or ◐ would each show something else. */

import type { Verdict } from "../../core/review/index.ts";
import type { Brush } from "./brush.ts";
import type { Point } from "./curve.ts";

/** The diameter, in pixels. */
export const glyphSize = 16;
const r = glyphSize / 2;

/** Draws the sign of the verdict in a disc of its colour. */
export function paintGlyph(
  context: Brush,
  verdict: Verdict,
  { x, y }: Point,
  color: string,
  ground: string,
): void {
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = ground;
  context.stroke();
  context.beginPath();
  context.lineWidth = 1.8;
  context.lineCap = "round";
  context.lineJoin = "round";
  switch (verdict) {
    case "supports":
      context.moveTo(x - 3.4, y + 0.2);
      context.lineTo(x - 1, y + 2.8);
      context.lineTo(x + 3.6, y - 2.8);
      context.stroke();
      break;
    case "partly-supports":
      context.arc(x, y, 3.9, Math.PI / 2, -Math.PI / 2);
      context.fillStyle = ground;
      context.fill();
      context.beginPath();
      context.lineWidth = 1.3;
      context.arc(x, y, 3.9, 0, 2 * Math.PI);
      context.stroke();
      break;
    case "does-not-support":
      context.moveTo(x - 2.8, y - 2.8);
      context.lineTo(x + 2.8, y + 2.8);
      context.moveTo(x + 2.8, y - 2.8);
      context.lineTo(x - 2.8, y + 2.8);
      context.stroke();
      break;
    case "cannot-verify":
      context.arc(x, y - 1.7, 2.3, -Math.PI, Math.PI / 3);
      context.lineTo(x, y + 1.4);
      context.stroke();
      context.beginPath();
      context.arc(x, y + 4, 1.05, 0, 2 * Math.PI);
      context.fillStyle = ground;
      context.fill();
      break;
    default:
      verdict satisfies never;
  }
  context.lineCap = "butt";
}
