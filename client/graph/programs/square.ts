/**
 * Draws claims on the graphics card: a square with a margin in the colour of the ground, so that edges on their way
 * to other storeys visibly pass under it.
 */
import type { Attributes } from "graphology-types";
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { shaped } from "./unroll.ts";

/** Ground around the square, as a share of its half side. */
const margin = 0.36;

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ground;
attribute vec2 a_position;
attribute float a_half;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_size;
uniform float u_scale;

varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_offset;
varying float v_half;

const float bias = 255.0 / 254.0;

void main() {
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  v_half = a_half * u_scale;
  v_offset = a_corner * v_half * (1.0 + ${margin});
  gl_Position = vec4(middle + v_offset * 2.0 / u_size, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ground = a_ground;
  v_ground.a *= bias;
}
`;

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_offset;
varying float v_half;

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float outside = max(abs(v_offset.x), abs(v_offset.y)) - v_half;
  gl_FragColor = mix(v_color, v_ground, smoothstep(-0.5, 0.5, outside));
  #endif
}
`;

const uniforms = ["u_matrix", "u_size", "u_scale"] as const;
type Uniform = (typeof uniforms)[number];

export interface SquareData extends NodeDisplayData {
  /** The colour of the margin. */
  readonly ground?: string;
}

/** Returns the node program, with or without instances. It draws no label and no hovering of its own. */
export function createSquareProgram<N extends Attributes, E extends Attributes, G extends Attributes>(
  instances: boolean,
): NodeProgramType<N, E, G> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
  const shape = shaped<Uniform>(
    {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_half", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ground", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    },
    instances,
  );

  return class SquareProgram extends NodeProgram<Uniform, N, E, G> {
    override drawHover = (): void => {};
    override drawLabel = (): void => {};

    override getDefinition() {
      return shape.definition;
    }

    override processVisibleItem(index: number, start: number, data: SquareData): void {
      const { array } = this;
      let at = start;
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size;
      array[at++] = floatColor(data.color);
      array[at++] = floatColor(data.ground ?? "#ffffff");
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
