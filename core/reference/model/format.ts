/**
 * The stored form of a sequence model and its decoding. Weights are bytes times one scale; observations are known by
 * their 32-bit hashes alone, sorted, with the differences written as variable-length numbers.
 *
 * Bytes: "FTSM", version, labels, width, 0; scale (f32); moves (f32: label × label turns, 2 × label stays, label
 * starts); number of observations (u32); then four streams: hash differences, entries per observation, states, weights.
 */

export const FORMAT_VERSION = 1;

/** A model ready for use: an open hash table from observation to its (state, weight) entries. */
export interface Model {
  readonly labels: number;
  /** Observations per token the model was trained with. */
  readonly width: number;
  readonly scale: number;
  /** From any state of label x to the begin state of label y: x × labels + y. */
  readonly turn: Float32Array;
  /** Begin → inside and inside → inside of each label. */
  readonly stay: Float32Array;
  readonly first: Float32Array;
  /** The same as factors. */
  readonly turnFactor: Float64Array;
  readonly stayFactor: Float64Array;
  /** exp(−scale × i), as far as it counts. */
  readonly factor: Float64Array;
  /** No turn outweighs another by more than this. */
  readonly spread: number;
  /** Slots of two: the observation, and the place of its entries × 256 + their number; 0 marks an empty slot. */
  readonly table: Int32Array;
  /** Bits of an observation that say its slot: all but the lowest, which is set in every one. */
  readonly mask: number;
  /**
   * ((weight of begin × 65536 + weight of inside) × 256) + label: both states of a label are added in one step, and
   * the sums of a hundred such pairs still fit.
   */
  readonly entries: Int32Array;
}

/** Returns the model in the bytes; throws where they are none or of another version. Linear in size. */
export function readModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x4654534d || bytes[4] !== FORMAT_VERSION)
    throw new Error("readModel: not a sequence model of this version; run `npm run train`");
  const labels = bytes[5]!;
  const width = bytes[6]!;
  const scale = view.getFloat32(8, true);
  let at = 12;
  const floats = (n: number): Float32Array => {
    const out = new Float32Array(n);
    for (let i = 0; i < n; i++, at += 4) out[i] = view.getFloat32(at, true);
    return out;
  };
  const turn = floats(labels * labels);
  const stay = floats(2 * labels);
  const first = floats(labels);
  const count = view.getUint32(at, true);
  at += 4;
  const hashes = new Int32Array(count);
  at = readHashes(bytes, at, hashes);
  const sizes = bytes.subarray(at, at + count);
  at += count;
  let total = 0;
  for (let i = 0; i < count; i++) total += sizes[i]!;
  const states = bytes.subarray(at, at + total);
  const weights = new Int8Array(bytes.slice(at + total, at + 2 * total).buffer);
  const { table, mask, entries } = tabulate(hashes, sizes, states, weights);
  const turnFactor = Float64Array.from(turn, Math.exp);
  const stayFactor = Float64Array.from(stay, Math.exp);
  const factor = Float64Array.from({ length: Math.ceil(8 / scale) }, (_, i) => Math.exp(-scale * i));
  const spread = turn.reduce((a, b) => Math.max(a, b)) - turn.reduce((a, b) => Math.min(a, b));
  return {
    labels,
    width,
    scale,
    turn,
    stay,
    first,
    turnFactor,
    stayFactor,
    factor,
    spread,
    table,
    mask,
    entries,
  };
}

/** Reads the observations, each as its difference from the one before, and returns where they end. */
function readHashes(bytes: Uint8Array, start: number, hashes: Int32Array): number {
  let at = start;
  let h = 0;
  for (let i = 0; i < hashes.length; i++) {
    let delta = 0;
    for (let shift = 0; ; shift += 7) {
      const b = bytes[at++]!;
      delta |= (b & 127) << shift;
      if (b < 128) break;
    }
    h = (h + delta) | 0;
    hashes[i] = h;
  }
  return at;
}

/** Puts the observations into a hash table with their entries, both states of a label in one. */
function tabulate(
  hashes: Int32Array,
  sizes: Uint8Array,
  states: Uint8Array,
  weights: Int8Array,
): Pick<Model, "table" | "mask" | "entries"> {
  const entries = new Int32Array(states.length);
  let capacity = 1;
  while (capacity < hashes.length * 2) capacity *= 2;
  const mask = 2 * (capacity - 1);
  const table = new Int32Array(2 * capacity);
  let filled = 0;
  let next = 0;
  for (let i = 0; i < hashes.length; i++) {
    const h = hashes[i]!;
    let slot = h & mask;
    while (table[slot + 1] !== 0) slot = (slot + 2) & mask;
    const from = filled;
    let last = -1;
    for (const end = next + sizes[i]!; next < end; next++) {
      const state = states[next]!;
      const label = state >> 1;
      if (label !== last) entries[filled++] = label;
      last = label;
      const pair = state % 2 === 0 ? weights[next]! * 65536 : weights[next]!;
      entries[filled - 1] = entries[filled - 1]! + pair * 256;
    }
    table[slot] = h;
    table[slot + 1] = from * 256 + filled - from;
  }
  return { table, mask, entries };
}

/** Returns the bytes of a base64 string without line breaks. */
export function fromBase64(text: string): Uint8Array {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const value = new Uint8Array(128);
  for (let i = 0; i < 64; i++) value[alphabet.charCodeAt(i)] = i;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, o = 0; i < text.length; i += 4) {
    const n =
      (value[text.charCodeAt(i)]! << 18) |
      (value[text.charCodeAt(i + 1)]! << 12) |
      (value[text.charCodeAt(i + 2) & 127]! << 6) |
      value[text.charCodeAt(i + 3) & 127]!;
    out[o++] = n >> 16;
    out[o++] = (n >> 8) & 255;
    out[o++] = n & 255;
  }
  return out;
}
