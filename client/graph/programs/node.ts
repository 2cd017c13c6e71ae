/** What the shapes of nodes share on the graphics card: a figure in its own colour within a band of a second one. */
import type { Attributes } from "graphology-types";
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { shaped } from "./unroll.ts";

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_band;
attribute vec2 a_position;
attribute float a_reach;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_size;
uniform float u_scale;

varying vec4 v_color;
varying vec4 v_band;
varying vec2 v_offset;
varying float v_reach;

const float bias = 255.0 / 254.0;

void main() {
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  v_reach = a_reach * u_scale;
  v_offset = a_corner * v_reach;
  gl_Position = vec4(middle + v_offset * 2.0 / u_size, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_band = a_band;
  v_band.a *= bias;
}
`;

const uniforms = ["u_matrix", "u_size", "u_scale"] as const;
type Uniform = (typeof uniforms)[number];

export interface Figure<Data extends NodeDisplayData> {
  /** The fragment shader's `main`. It knows `v_color`, `v_band`, `v_offset` and `v_reach`, in screen pixels. */
  readonly main: string;
  /** Corners of what is filled, where the node's size is 1. */
  readonly corners: readonly (readonly [number, number])[];
  readonly strip: boolean;
  /** The second colour. */
  readonly band: (data: Data) => string;
}

/** Returns the node program, with or without instances. It draws no label and no hovering of its own. */
export function createFigureProgram<
  Data extends NodeDisplayData,
  N extends Attributes,
  E extends Attributes,
  G extends Attributes,
>({ main, corners, strip, band }: Figure<Data>, instances: boolean): NodeProgramType<N, E, G> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES, TRIANGLE_STRIP } = WebGLRenderingContext;
  const shape = shaped<Uniform>(
    {
      VERTICES: corners.length,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_band;
varying vec2 v_offset;
varying float v_reach;
${main}`,
      METHOD: strip ? TRIANGLE_STRIP : TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_reach", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_band", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: corners.map((corner) => [...corner]),
    },
    instances,
  );

  return class FigureProgram extends NodeProgram<Uniform, N, E, G> {
    override drawHover = (): void => {};
    override drawLabel = (): void => {};

    override getDefinition() {
      return shape.definition;
    }

    override processVisibleItem(index: number, start: number, data: Data): void {
      const { array } = this;
      let at = start;
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size;
      array[at++] = floatColor(data.color);
      array[at++] = floatColor(band(data));
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
