/**
 * Programs without instances. Where there is no graphics card, each instance is a drawing of its own and costs some
 * twenty microseconds, so that a hundred thousand take seconds a frame; written out vertex by vertex they are one
 * drawing. A card draws instances well, and then the small buffer is better.
 */
import type { InstancedProgramDefinition, ProgramDefinition } from "sigma/rendering";

export interface Shape<Uniform extends string> {
  readonly definition: ProgramDefinition<Uniform> | InstancedProgramDefinition<Uniform>;
  /** Completes an item of which the first vertex was written at `start`; nothing to do where there are instances. */
  readonly complete: (array: Float32Array, start: number) => void;
}

/** Bytes and floats both take a place of four bytes for so many values. */
const placesOf = (
  attributes: readonly { readonly size: number; readonly type: number }[],
  byte: number,
): number =>
  attributes.reduce((sum, { size, type }) => sum + (type === byte ? Math.ceil(size / 4) : size), 0);

const nothing = (): void => {};

/** Returns the program as defined, or without instances. A strip is joined to the next by triangles of no area. */
export function shaped<Uniform extends string>(
  definition: InstancedProgramDefinition<Uniform>,
  instances: boolean,
): Shape<Uniform> {
  if (instances) return { definition, complete: nothing };
  const { UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
  const { CONSTANT_ATTRIBUTES, CONSTANT_DATA, ...plain } = definition;
  const data =
    plain.METHOD === TRIANGLE_STRIP
      ? [CONSTANT_DATA[0]!, ...CONSTANT_DATA, CONSTANT_DATA.at(-1)!]
      : CONSTANT_DATA;
  const own = placesOf(plain.ATTRIBUTES, UNSIGNED_BYTE);
  const size = own + placesOf(CONSTANT_ATTRIBUTES, UNSIGNED_BYTE);
  const constants = data.map((values) => new Uint32Array(Float32Array.from(values).buffer));
  let written: Float32Array | null = null;
  let bits: Uint32Array = new Uint32Array();
  return {
    definition: {
      ...plain,
      VERTICES: data.length,
      ATTRIBUTES: [...plain.ATTRIBUTES, ...CONSTANT_ATTRIBUTES],
    },
    complete(array, start) {
      // Colours are bytes in a float's place, which copied as a number might not stay the same.
      if (array !== written) {
        written = array;
        bits = new Uint32Array(array.buffer);
      }
      let at = start;
      for (const constant of constants) {
        for (let i = 0; i < own; i += 1) bits[at + i] = bits[start + i]!;
        for (let i = own; i < size; i += 1) bits[at + i] = constant[i - own]!;
        at += size;
      }
    },
  };
}

/** Returns whether the page draws without a graphics card, as far as the browser tells. */
export function drawsInSoftware(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return false;
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const name = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}
