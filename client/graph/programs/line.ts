/**
 * Draws edges on the graphics card: straight or curved, solid or dashed, with dashes in screen pixels at every zoom.
 * Sigma has no dashed edges, and its curves are shaded pixel by pixel over their bounding box; here a curve is a
 * strip of short pieces, which also gives the length along it that dashes need. Where there is no graphics card and the
 * edges are so many that they lie many times over one another, they are hair lines: a third of the points to shade.
 */
import type { Attributes } from "graphology-types";
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { dash } from "../dash.ts";
import { shaped } from "./unroll.ts";

const vertexShader = (pieces: number): string => /* glsl */ `
precision highp float;

attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_thickness;
attribute float a_dashed;
attribute vec2 a_at;

uniform mat3 u_matrix;
uniform vec2 u_size;
uniform float u_reach;
uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dashed;

const int PIECES = ${pieces};
const float bias = 255.0 / 254.0;

vec2 toPixels(vec2 position) {
  return (u_matrix * vec3(position, 1.0)).xy * 0.5 * u_size;
}

vec2 cubic(vec2 p0, vec2 p1, vec2 p2, vec2 p3, float t) {
  float u = 1.0 - t;
  return u * u * u * p0 + 3.0 * u * u * t * p1 + 3.0 * u * t * t * p2 + t * t * t * p3;
}

void main() {
  float t = a_at.x;
  vec2 p0 = toPixels(a_source);
  vec2 p3 = toPixels(a_target);
  vec2 d = p3 - p0;
  vec2 p1 = p0 + d / 3.0;
  vec2 p2 = p3 - d / 3.0;
  if (PIECES > 1) {
    float bow = (d.x < 0.0 ? -1.0 : 1.0) * max(0.0, 0.16 * abs(d.y) - 0.3 * abs(d.x));
    p1 = p0 + vec2(bow, 0.55 * d.y);
    p2 = p3 + vec2(bow, -0.55 * d.y);
  }
  vec2 point = cubic(p0, p1, p2, p3, t);
  float u = 1.0 - t;
  vec2 tangent = 3.0 * u * u * (p1 - p0) + 6.0 * u * t * (p2 - p1) + 3.0 * t * t * (p3 - p2);
  float size = length(tangent);
  vec2 normal = size > 0.0 ? vec2(-tangent.y, tangent.x) / size : vec2(1.0, 0.0);

  float along = 0.0;
  if (a_dashed > 0.5) {
    vec2 before = p0;
    for (int i = 1; i <= PIECES; i++) {
      float s = float(i) / float(PIECES);
      if (s > t + 0.0001) break;
      vec2 now = cubic(p0, p1, p2, p3, s);
      along += length(now - before);
      before = now;
    }
  }

  float half_ = max(0.5 * a_thickness, u_reach);
  v_half = half_;
  // As far as the soft rim reaches: what is drawn beyond costs as much and shows nothing.
  v_across = a_at.y * (half_ + 0.5 / u_pixelRatio + 0.05);
  v_along = along;
  v_dashed = a_dashed;
  gl_Position = vec4((point + normal * v_across) * 2.0 / u_size, 0.0, 1.0);

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dashed;

uniform float u_pixelRatio;

const float on = ${dash.on}.0;
const float period = ${dash.on + dash.off}.0;

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float soft = 0.5 / u_pixelRatio;
  float cover = 1.0 - smoothstep(v_half - soft, v_half + soft, abs(v_across));
  if (v_dashed > 0.5) {
    float phase = mod(v_along, period);
    cover *= smoothstep(0.0, 2.0 * soft, phase) * (1.0 - smoothstep(on - 2.0 * soft, on, phase));
  }
  gl_FragColor = v_color * cover;
  #endif
}
`;

const uniforms = ["u_matrix", "u_size", "u_pixelRatio", "u_reach"] as const;
type Uniform = (typeof uniforms)[number];

/** In the picture that is only for finding what the pointer is on, an edge is at least this wide on each side. */
const pickingReach = 5;

export interface LineData extends EdgeDisplayData {
  readonly dashed?: boolean;
}

/** What an edge is made of, along it and across: a strip with a soft rim, or lines as thin as the screen has them. */
function outline(pieces: number, hair: boolean): number[][] {
  const at: number[][] = [];
  if (hair) for (let i = 0; i < pieces; i += 1) at.push([i / pieces, 0], [(i + 1) / pieces, 0]);
  else for (let i = 0; i <= pieces; i += 1) at.push([i / pieces, -1], [i / pieces, 1]);
  return at;
}

/** Returns the edge program for lines of so many pieces: 1 for straight ones, some twenty for curves. */
export function createLineProgram<N extends Attributes, E extends Attributes, G extends Attributes>(
  pieces: number,
  instances: boolean,
  hair: boolean,
): EdgeProgramType<N, E, G> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP, LINES } = WebGLRenderingContext;
  const points = outline(pieces, hair);
  const shape = shaped<Uniform>(
    {
      VERTICES: points.length,
      VERTEX_SHADER_SOURCE: vertexShader(pieces),
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: hair ? LINES : TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_source", size: 2, type: FLOAT },
        { name: "a_target", size: 2, type: FLOAT },
        { name: "a_thickness", size: 1, type: FLOAT },
        { name: "a_dashed", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_at", size: 2, type: FLOAT }],
      CONSTANT_DATA: points,
    },
    instances,
  );

  return class LineProgram extends EdgeProgram<Uniform, N, E, G> {
    override getDefinition() {
      return shape.definition;
    }

    override processVisibleItem(
      index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: LineData,
    ): void {
      const { array } = this;
      let at = start;
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = data.size;
      array[at++] = data.dashed ? 1 : 0;
      array[at++] = floatColor(data.color);
      array[at++] = index;
      shape.complete(array, start);
    }

    override setUniforms(
      params: RenderParams,
      { gl, uniformLocations, isPicking }: ProgramInfo<Uniform>,
    ): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_size, params.width, params.height);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_reach, isPicking ? pickingReach : 0);
    }
  };
}
