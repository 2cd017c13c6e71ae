/** A small picture of the whole, with the part on the screen framed: our own canvas, drawn once for each picture. */
import { type JSX, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { Point } from "./curve.ts";
import type { Picture } from "./overlay.ts";
import type { Part } from "./renderer.ts";

/** With fewer nodes the whole is seen at once. */
export const minimapFrom = 200;
const size = { width: 150, height: 100 } as const;
const pad = 5;

interface Props {
  readonly picture: Picture;
  /** Filled with what draws the frame; called with each frame of the canvas. */
  readonly frame: RefObject<((part: Part) => void) | null>;
  readonly onPoint: (point: Point) => void;
}

export function Minimap({ picture, frame, onPoint }: Props): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { scene, palette, nodeLook } = picture;
  const scale = Math.min(
    (size.width - 2 * pad) / Math.max(1, scene.width),
    (size.height - 2 * pad) / Math.max(1, scene.height),
  );
  const left = (size.width - scene.width * scale) / 2;
  const top = (size.height - scene.height * scale) / 2;
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const ratio = devicePixelRatio;
    Object.assign(element, { width: size.width * ratio, height: size.height * ratio });
    const whole = document.createElement("canvas");
    Object.assign(whole, { width: element.width, height: element.height });
    const below = whole.getContext("2d")!;
    below.scale(ratio, ratio);
    for (const { id, kind, x, y, size: half } of scene.nodes) {
      const r = Math.max(0.6, half * scale);
      below.fillStyle = nodeLook(id).color;
      if (kind === "claim") below.fillRect(left + x * scale - r, top + y * scale - r, 2 * r, 2 * r);
      else {
        below.beginPath();
        below.arc(left + x * scale, top + y * scale, r, 0, 2 * Math.PI);
        below.fill();
      }
    }
    const draw = ({ x, y, width, height }: Part): void => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.drawImage(whole, 0, 0);
      context.scale(ratio, ratio);
      const [x0, y0] = [Math.max(1, left + x * scale), Math.max(1, top + y * scale)];
      const x1 = Math.min(size.width - 1, left + (x + width) * scale);
      const y1 = Math.min(size.height - 1, top + (y + height) * scale);
      context.strokeStyle = palette.ink;
      context.lineWidth = 1.5;
      context.strokeRect(x0, y0, Math.max(2, x1 - x0), Math.max(2, y1 - y0));
    };
    frame.current = draw;
    draw({ x: 0, y: 0, width: scene.width, height: scene.height });
    return () => {
      frame.current = null;
    };
  }, [scene, palette, nodeLook, frame, scale, left, top]);

  const point = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    onPoint({ x: (event.clientX - box.x - left) / scale, y: (event.clientY - box.y - top) / scale });
  };
  return (
    <canvas
      ref={canvas}
      className="minimap"
      style={{ inlineSize: size.width, blockSize: size.height }}
      onPointerDown={point}
      onPointerMove={point}
    />
  );
}
