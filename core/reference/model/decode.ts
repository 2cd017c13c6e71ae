/** Finds the best labelling of a token sequence (Viterbi) and how sure each token's label is (forward–backward). */
import type { Observations } from "../features.ts";
import type { Model } from "./format.ts";

export interface Decoded {
  /** Best state per token: 2 × label, plus 1 inside a stretch. */
  readonly states: Uint8Array;
  /** Probability of the label of the best state, 0 to 1. */
  readonly sure: Float32Array;
}

/** Returns the best states. Time: tokens × (observations + labels²). */
export function decode(model: Model, seen: Observations): Decoded {
  const n = seen.count;
  const states = new Uint8Array(n);
  const sure = new Float32Array(n);
  if (n === 0) return { states, sure };
  const emit = emissions(model, seen);
  viterbi(model, emit, states);
  posteriors(model, emit, states, sure);
  return { states, sure };
}

/** Sum of the weights of what was observed, per token and state, in steps of the model's scale. */
function emissions(model: Model, seen: Observations): Int32Array {
  const { labels: L, mask, table, entries, scale, first } = model;
  const S = 2 * L;
  const { count: n, width, hashes } = seen;
  const out = new Int32Array(n * S);
  for (let i = 0; i < n; i++) {
    const base = i * S;
    for (let k = i * width; k < i * width + width; k++) {
      const h = hashes[k]!;
      let slot = (h & mask) << 1;
      while (table[slot + 1] !== 0 && table[slot] !== h) slot = (((slot >> 1) + 1) & mask) << 1;
      const place = table[slot + 1]!;
      const from = place >> 8;
      const end = from + (place & 255);
      for (let e = from; e < end; e++) {
        const entry = entries[e]!;
        const s = base + (entry & 255);
        out[s] = out[s]! + (entry >> 8);
      }
    }
  }
  for (let y = 0; y < L; y++) {
    out[2 * y] = out[2 * y]! + Math.round(first[y]! / scale);
    // A string cannot begin inside a stretch.
    out[2 * y + 1] = -1e6;
  }
  return out;
}

function viterbi(model: Model, emit: Int32Array, states: Uint8Array): void {
  const { labels: L, turn, stay, spread, scale } = model;
  const S = 2 * L;
  const n = states.length;
  const back = new Uint8Array(n * S);
  let score = new Float64Array(S);
  let next = new Float64Array(S);
  const best = new Float64Array(L);
  const who = new Uint8Array(L);
  const lives = new Uint8Array(L);
  for (let s = 0; s < S; s++) score[s] = emit[s]! * scale;
  for (let i = 1; i < n; i++) {
    const base = i * S;
    let top = -Infinity;
    for (let x = 0; x < L; x++) {
      const b = score[2 * x]!;
      const c = score[2 * x + 1]!;
      best[x] = b >= c ? b : c;
      who[x] = b >= c ? 2 * x : 2 * x + 1;
      if (best[x]! > top) top = best[x]!;
    }
    let live = 0;
    for (let x = 0; x < L; x++) if (best[x]! >= top - spread) lives[live++] = x;
    for (let y = 0; y < L; y++) {
      let value = -Infinity;
      let source = 0;
      for (let k = 0; k < live; k++) {
        const x = lives[k]!;
        const v = best[x]! + turn[x * L + y]!;
        if (v > value) {
          value = v;
          source = who[x]!;
        }
      }
      next[2 * y] = value + emit[base + 2 * y]! * scale;
      back[base + 2 * y] = source;
      const b = score[2 * y]! + stay[2 * y]!;
      const c = score[2 * y + 1]! + stay[2 * y + 1]!;
      next[2 * y + 1] = (b >= c ? b : c) + emit[base + 2 * y + 1]! * scale;
      back[base + 2 * y + 1] = b >= c ? 2 * y : 2 * y + 1;
    }
    const t = score;
    score = next;
    next = t;
  }
  let s = 0;
  for (let k = 1; k < S; k++) if (score[k]! > score[s]!) s = k;
  for (let i = n - 1; i >= 0; i--) {
    states[i] = s;
    s = back[i * S + s]!;
  }
}

/** Below this share of the mass a state is not followed: it keeps the sums sparse. */
const THIN = 1e-5;
/** Below this share it is nothing: numbers too small for the processor's normal form cost a hundred times as much. */
const NIL = 1e-20;

function posteriors(model: Model, sums: Int32Array, states: Uint8Array, sure: Float32Array): void {
  const { labels: L } = model;
  const S = 2 * L;
  const n = states.length;
  const emit = new Float64Array(n * S);
  const { factor } = model;
  const turn = model.turnFactor;
  const stay = model.stayFactor;
  const alpha = new Float64Array(n * S);
  const enter = new Float64Array(L);
  for (let i = 0; i < n; i++) {
    const e = i * S;
    let top = sums[e]!;
    for (let s = 1; s < S; s++) if (sums[e + s]! > top) top = sums[e + s]!;
    for (let s = 0; s < S; s++) {
      const behind = top - sums[e + s]!;
      if (behind < factor.length) emit[e + s] = factor[behind]!;
    }
    let sum = 0;
    if (i === 0) {
      for (let s = 0; s < S; s++) sum += alpha[s] = emit[s]!;
    } else {
      const p = e - S;
      enter.fill(0);
      for (let x = 0; x < L; x++) {
        const out = alpha[p + 2 * x]! + alpha[p + 2 * x + 1]!;
        if (out < THIN) continue;
        for (let y = 0; y < L; y++) enter[y] = enter[y]! + out * turn[x * L + y]!;
      }
      for (let y = 0; y < L; y++) {
        alpha[e + 2 * y] = enter[y]! * emit[e + 2 * y]!;
        alpha[e + 2 * y + 1] =
          (alpha[p + 2 * y]! * stay[2 * y]! + alpha[p + 2 * y + 1]! * stay[2 * y + 1]!) *
          emit[e + 2 * y + 1]!;
        sum += alpha[e + 2 * y]! + alpha[e + 2 * y + 1]!;
      }
    }
    if (sum <= 0) return void sure.fill(0);
    for (let s = 0; s < S; s++) alpha[e + s] = alpha[e + s]! < sum * NIL ? 0 : alpha[e + s]! / sum;
  }
  let beta = new Float64Array(S).fill(1);
  let before = new Float64Array(S);
  const ahead = new Float64Array(L);
  for (let i = n - 1; i >= 0; i--) {
    const e = i * S;
    let z = 0;
    for (let s = 0; s < S; s++) z += alpha[e + s]! * beta[s]!;
    const label = states[i]! >> 1;
    sure[i] =
      z > 0
        ? (alpha[e + 2 * label]! * beta[2 * label]! + alpha[e + 2 * label + 1]! * beta[2 * label + 1]!) / z
        : 0;
    if (i === 0) break;
    let peak = 0;
    for (let y = 0; y < L; y++) {
      ahead[y] = emit[e + 2 * y]! * beta[2 * y]!;
      if (ahead[y]! > peak) peak = ahead[y]!;
    }
    before.fill(0);
    for (let y = 0; y < L; y++) {
      if (ahead[y]! < peak * THIN) continue;
      for (let x = 0; x < L; x++) before[2 * x] = before[2 * x]! + turn[x * L + y]! * ahead[y]!;
    }
    let norm = 0;
    for (let x = 0; x < L; x++) {
      const out = before[2 * x]!;
      const inside = emit[e + 2 * x + 1]! * beta[2 * x + 1]!;
      before[2 * x] = out + stay[2 * x]! * inside;
      before[2 * x + 1] = out + stay[2 * x + 1]! * inside;
      norm += before[2 * x]! + before[2 * x + 1]!;
    }
    for (let s = 0; s < S; s++) before[s] = before[s]! < norm * NIL ? 0 : before[s]! / norm;
    const t = beta;
    beta = before;
    before = t;
  }
}
