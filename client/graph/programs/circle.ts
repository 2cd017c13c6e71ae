/** Draws sources and notes on the graphics card: a filled circle in a thin ring. */
import type { Attributes } from "graphology-types";
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { shaped } from "./unroll.ts";

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_radius;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_size;
uniform float u_scale;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;

const float bias = 255.0 / 254.0;

void main() {
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  v_radius = a_radius * u_scale;
  v_offset = a_corner * v_radius;
  gl_Position = vec4(middle + v_offset * 2.0 / u_size, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ring = a_ring;
  v_ring.a *= bias;
}
`;

/** All in screen pixels from the middle: the rim fades over the last one, the ring over the one before it. */
const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;

void main() {
  float inside = v_radius - length(v_offset);
  #ifdef PICKING_MODE
  gl_FragColor = inside < 0.0 ? vec4(0.0) : v_color;
  #else
  vec4 fill = v_radius > 1.5 ? v_color : v_ring;
  gl_FragColor = mix(v_ring, fill, clamp(inside - 1.0, 0.0, 1.0)) * clamp(inside, 0.0, 1.0);
  #endif
}
`;

const uniforms = ["u_matrix", "u_size", "u_scale"] as const;
type Uniform = (typeof uniforms)[number];

export interface CircleData extends NodeDisplayData {
  readonly ring?: string;
}

/** A triangle around the circle of radius 1. */
const corners = [0, 1, 2].map((i) => [
  2 * Math.cos((2 * Math.PI * i) / 3),
  2 * Math.sin((2 * Math.PI * i) / 3),
]);

/** Returns the node program, with or without instances. It draws no label and no hovering of its own. */
export function createCircleProgram<N extends Attributes, E extends Attributes, G extends Attributes>(
  instances: boolean,
): NodeProgramType<N, E, G> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
  const shape = shaped<Uniform>(
    {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_radius", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: corners,
    },
    instances,
  );

  return class CircleProgram extends NodeProgram<Uniform, N, E, G> {
    override drawHover = (): void => {};
    override drawLabel = (): void => {};

    override getDefinition() {
      return shape.definition;
    }

    override processVisibleItem(index: number, start: number, data: CircleData): void {
      const { array } = this;
      let at = start;
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size;
      array[at++] = floatColor(data.color);
      array[at++] = floatColor(data.ring ?? data.color);
      array[at++] = index;
      shape.complete(array, start);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_size, params.width, params.height);
      gl.uniform1f(uniformLocations.u_scale, 1 / params.sizeRatio);
    }
  };
}
