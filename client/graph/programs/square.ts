/**
 * Claims on the graphics card: a square with a margin in the colour of the ground, so that edges on their way to other
 * storeys visibly pass under it.
 */
import type { NodeDisplayData } from "sigma/types";
import type { Figure } from "./node.ts";

/** Half side with the ground around it, where that of the square is 1. */
const reach = 1.36;

export interface SquareData extends NodeDisplayData {
  /** The colour of the margin. */
  readonly ground?: string;
}

export const square: Figure<SquareData> = {
  main: /* glsl */ `
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float outside = max(abs(v_offset.x), abs(v_offset.y)) - v_reach;
  gl_FragColor = mix(v_color, v_band, smoothstep(-0.5, 0.5, outside));
  #endif
}
`,
  corners: [
    [-reach, -reach],
    [reach, -reach],
    [-reach, reach],
    [reach, reach],
  ],
  strip: true,
  band: ({ ground }) => ground ?? "#ffffff",
};
