/** Writes a trained model in the stored form: small weights dropped, the rest in bytes. */
import { FORMAT_VERSION } from "../../../core/reference/model/format.ts";
import type { DenseModel } from "./crf.ts";

export interface EncodeOptions {
  /** Weights of less than this are dropped. */
  readonly least: number;
  /** Weights are kept in steps of this. */
  readonly scale: number;
}

/** Returns the bytes; `hashes[f]` is the observation of feature f. */
export function encodeModel(model: DenseModel, hashes: Int32Array, options: EncodeOptions): Uint8Array {
  const S = 2 * model.labels;
  const { least, scale } = options;
  const deltas: number[] = [];
  const sizes: number[] = [];
  const states: number[] = [];
  const weights: number[] = [];
  const order = Array.from(hashes.keys()).sort((a, b) => (hashes[a]! >>> 0) - (hashes[b]! >>> 0));
  let last = 0;
  for (const f of order) {
    let size = 0;
    for (let s = 0; s < S; s++) {
      const w = model.weights[f * S + s]!;
      const q = Math.max(-127, Math.min(127, Math.round(w / scale)));
      if (Math.abs(w) < least || q === 0) continue;
      states.push(s);
      weights.push(q & 255);
      size++;
    }
    if (size === 0) continue;
    sizes.push(size);
    const h = hashes[f]! >>> 0;
    let delta = h - last;
    last = h;
    while (delta >= 128) {
      deltas.push((delta % 128) + 128);
      delta = Math.floor(delta / 128);
    }
    deltas.push(delta);
  }
  const floats = [...model.turn, ...model.stay, ...model.first];
  const out = new Uint8Array(12 + floats.length * 4 + 4 + deltas.length + sizes.length + 2 * states.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x4654534d);
  out[4] = FORMAT_VERSION;
  out[5] = model.labels;
  out[6] = model.width;
  view.setFloat32(8, scale, true);
  let at = 12;
  for (const x of floats) {
    view.setFloat32(at, x, true);
    at += 4;
  }
  view.setUint32(at, sizes.length, true);
  at += 4;
  for (const stream of [deltas, sizes, states, weights]) {
    out.set(stream, at);
    at += stream.length;
  }
  return out;
}
