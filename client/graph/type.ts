/** The type of the labels: sizes at scale 1, and their measured widths. */
import type { LabelStyle } from "../../core/graph/index.ts";
import { fontFamily } from "./palette.ts";

const faces: Readonly<Record<LabelStyle, { readonly weight: number; readonly size: number }>> = {
  "claim-number": { weight: 650, size: 13.5 },
  "claim-words": { weight: 400, size: 11.5 },
  "source-name": { weight: 650, size: 13.5 },
  "source-count": { weight: 400, size: 12 },
};

/** Returns the canvas font of a style at a scale. */
export const fontOf = (style: LabelStyle, scale = 1): string =>
  `${faces[style].weight} ${faces[style].size * scale}px ${fontFamily}`;

export const sizeOf = (style: LabelStyle): number => faces[style].size;

/** Resolves when the faces can be measured; a missing face is no reason to show nothing. */
export async function loadFaces(): Promise<void> {
  await Promise.allSettled(
    Object.keys(faces).map((style) => document.fonts.load(fontOf(style as LabelStyle), "Aa1×")),
  );
}

/** Returns the measure the layout asks for. Call after `loadFaces`. */
export function createMeasure(): (text: string, style: LabelStyle) => number {
  const context = document.createElement("canvas").getContext("2d")!;
  let current: LabelStyle | null = null;
  return (text, style) => {
    if (current !== style) context.font = fontOf(style);
    current = style;
    return context.measureText(text).width;
  };
}
