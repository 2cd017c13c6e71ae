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
  const pairs = new Int32Array(L);
  for (let i = 0; i < n; i++) {
    pairs.fill(0);
    for (let k = i * width; k < i * width + width; k++) {
      const h = hashes[k]!;
      let slot = h & mask;
      while (table[slot] !== h && table[slot + 1] !== 0) slot = (slot + 2) & mask;
      const place = table[slot + 1]!;
      const from = place >> 8;
      const end = from + (place & 255);
      for (let e = from; e < end; e++) {
        const entry = entries[e]!;
        const label = entry & 255;
        pairs[label] = pairs[label]! + (entry >> 8);
      }
    }
    const base = i * S;
    for (let y = 0; y < L; y++) {
      const inside = (pairs[y]! << 16) >> 16;
      out[base + 2 * y] = (pairs[y]! - inside) >> 16;
      out[base + 2 * y + 1] = inside;
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
const THIN = 1e-3;
/** Below this share it is nothing: numbers too small for the processor's normal form cost a hundred times as much. */
const NIL = 1e-20;

/** Forward and backward sums over the labels that count at each token. */
function posteriors(model: Model, sums: Int32Array, states: Uint8Array, sure: Float32Array): void {
  const { labels: L, turnFactor: turn, stayFactor: stay } = model;
  const S = 2 * L;
  const n = states.length;
  const emit = new Float64Array(n * S);
  const live = new Uint8Array(n * L);
  const count = factors(model, sums, emit, live);
  const alpha = new Float64Array(n * S);
  const enter = new Float64Array(L);
  for (let y = 0; y < L; y++) alpha[2 * y] = emit[2 * y]!;
  normalise(alpha, 0, live, 0, count[0]!);
  for (let i = 1; i < n; i++) {
    const e = i * S;
    const p = e - S;
    const from = i * L;
    const to = from + count[i]!;
    for (let j = from; j < to; j++) enter[live[j]!] = 0;
    for (let k = from - L; k < from - L + count[i - 1]!; k++) {
      const x = live[k]!;
      const out = alpha[p + 2 * x]! + alpha[p + 2 * x + 1]!;
      if (out < THIN) continue;
      const row = x * L;
      for (let j = from; j < to; j++) enter[live[j]!] = enter[live[j]!]! + out * turn[row + live[j]!]!;
    }
    for (let j = from; j < to; j++) {
      const b = 2 * live[j]!;
      const inside = alpha[p + b]! * stay[b]! + alpha[p + b + 1]! * stay[b + 1]!;
      alpha[e + b] = enter[b >> 1]! * emit[e + b]!;
      alpha[e + b + 1] = inside * emit[e + b + 1]!;
    }
    if (!normalise(alpha, e, live, from, to)) {
      sure.fill(0);
      return;
    }
  }
  let beta = new Float64Array(S).fill(1);
  let before = new Float64Array(S);
  for (let i = n - 1; i >= 0; i--) {
    const e = i * S;
    const from = i * L;
    const to = from + count[i]!;
    let z = 0;
    let peak = 0;
    for (let j = from; j < to; j++) {
      const s = 2 * live[j]!;
      z += alpha[e + s]! * beta[s]! + alpha[e + s + 1]! * beta[s + 1]!;
      const ahead = emit[e + s]! * beta[s]!;
      if (ahead > peak) peak = ahead;
    }
    const b = states[i]! & ~1;
    sure[i] = z > 0 ? (alpha[e + b]! * beta[b]! + alpha[e + b + 1]! * beta[b + 1]!) / z : 0;
    if (i === 0) break;
    const first = from - L;
    const last = first + count[i - 1]!;
    for (let k = first; k < last; k++) before[2 * live[k]!] = 0;
    for (let j = from; j < to; j++) {
      const y = live[j]!;
      const ahead = emit[e + 2 * y]! * beta[2 * y]!;
      if (ahead < peak * THIN) continue;
      for (let k = first; k < last; k++)
        before[2 * live[k]!] = before[2 * live[k]!]! + turn[live[k]! * L + y]! * ahead;
    }
    for (let k = first; k < last; k++) {
      const x = 2 * live[k]!;
      const out = before[x]!;
      const inside = emit[e + x + 1]! * beta[x + 1]!;
      before[x] = out + stay[x]! * inside;
      before[x + 1] = out + stay[x + 1]! * inside;
    }
    normalise(before, 0, live, first, last);
    const t = beta;
    beta = before;
    before = t;
  }
}

/** Fills in the factors of the states near the best one of each token, lists their labels and returns their number. */
function factors(model: Model, sums: Int32Array, emit: Float64Array, live: Uint8Array): Uint8Array {
  const { labels: L, factor } = model;
  const S = 2 * L;
  const count = new Uint8Array(sums.length / S);
  for (let i = 0, e = 0; e < sums.length; i++, e += S) {
    let top = sums[e]!;
    for (let s = e + 1; s < e + S; s++) if (sums[s]! > top) top = sums[s]!;
    let found = 0;
    for (let y = 0; y < L; y++) {
      const begin = top - sums[e + 2 * y]!;
      const inside = top - sums[e + 2 * y + 1]!;
      if (begin >= factor.length && inside >= factor.length) continue;
      if (begin < factor.length) emit[e + 2 * y] = factor[begin]!;
      if (inside < factor.length) emit[e + 2 * y + 1] = factor[inside]!;
      live[i * L + found++] = y;
    }
    count[i] = found;
  }
  return count;
}

/** Makes the states of the labels `live[from..to)` add up to one; returns false where there is nothing to share. */
function normalise(values: Float64Array, e: number, live: Uint8Array, from: number, to: number): boolean {
  let sum = 0;
  for (let j = from; j < to; j++) {
    const s = e + 2 * live[j]!;
    sum += values[s]! + values[s + 1]!;
  }
  if (sum <= 0) return false;
  const share = 1 / sum;
  const least = sum * NIL;
  for (let j = from; j < to; j++) {
    const s = e + 2 * live[j]!;
    values[s] = values[s]! < least ? 0 : values[s]! * share;
    values[s + 1] = values[s + 1]! < least ? 0 : values[s + 1]! * share;
  }
  return true;
}
