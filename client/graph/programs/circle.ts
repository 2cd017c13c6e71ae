/** Sources and notes on the graphics card: a filled circle in a thin ring. */
import type { NodeDisplayData } from "sigma/types";
import type { Figure } from "./node.ts";

export interface CircleData extends NodeDisplayData {
  readonly ring?: string;
}

export const circle: Figure<CircleData> = {
  // All in screen pixels from the middle: the rim fades over the last one, the ring over the one before it.
  main: /* glsl */ `
void main() {
  float inside = v_reach - length(v_offset);
  #ifdef PICKING_MODE
  gl_FragColor = inside < 0.0 ? vec4(0.0) : v_color;
  #else
  vec4 fill = v_reach > 1.5 ? v_color : v_band;
  gl_FragColor = mix(v_band, fill, clamp(inside - 1.0, 0.0, 1.0)) * clamp(inside, 0.0, 1.0);
  #endif
}
`,
  // A triangle around the circle of radius 1.
  corners: [0, 1, 2].map((i) => [2 * Math.cos((2 * Math.PI * i) / 3), 2 * Math.sin((2 * Math.PI * i) / 3)]),
  strip: false,
  band: ({ color, ring }) => ring ?? color,
};
