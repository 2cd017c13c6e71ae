/**
 * Trains a linear-chain conditional random field with AdaGrad and L1 (lazy proximal steps; Duchi et al. 2011).
 * Deterministic: one thread, a seeded order, plain sums.
 */
import { Lattice, type Moves } from "./lattice.ts";

/** One string: `width` feature numbers per token (-1 where unknown) and the right state of each token. */
export interface Sequence {
  readonly count: number;
  readonly ids: Int32Array;
  readonly states: Uint8Array;
  /** How much the example counts: less for labels nobody curated. */
  readonly weight: number;
}

export interface TrainOptions {
  readonly labels: number;
  readonly features: number;
  readonly width: number;
  readonly epochs: number;
  /** Of learning at the start; it falls to nothing in a straight line. */
  readonly rate: number;
  readonly l1: number;
  /** Share of observations hidden at random in each example, so that the model does not lean on few of them. */
  readonly dropout: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

export interface DenseModel extends Moves {
  readonly labels: number;
  readonly width: number;
  /** features × states. */
  readonly weights: Float32Array;
}

/** Returns a generator of numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Gradients nearer to nothing than this are not worth a step. */
const LEAST = 1e-4;
const EPSILON = 1e-8;

/** Returns the trained model. Time: epochs × tokens × width × states. */
export function trainCrf(data: readonly Sequence[], options: TrainOptions): DenseModel {
  const { labels: L, features: F, width: K } = options;
  const S = 2 * L;
  const model: DenseModel = {
    labels: L,
    width: K,
    weights: new Float32Array(F * S),
    turn: new Float32Array(L * L),
    stay: new Float32Array(S),
    first: new Float32Array(L),
  };
  const { weights } = model;
  const squares = new Float32Array(F * S);
  const moves = [
    { weights: model.turn, squares: new Float32Array(L * L) },
    { weights: model.stay, squares: new Float32Array(S) },
    { weights: model.first, squares: new Float32Array(L) },
  ];
  const longest = data.reduce((n, s) => Math.max(n, s.count), 0);
  const lattice = new Lattice(L, longest);
  const { emit, gradient } = lattice;
  const moveGradients = [lattice.turnGradient, lattice.stayGradient, lattice.firstGradient];

  const next = random(options.seed);
  const order = Array.from(data.keys());
  const steps = options.epochs * data.length;
  let step = 0;
  let rate = options.rate;

  // The penalty of a weight is settled when its feature is met: `touched` says up to which step it is paid.
  const touched = new Int32Array(F);
  const settle = (f: number): void => {
    const due = options.l1 * (step - touched[f]!) * rate;
    touched[f] = step;
    for (let i = f * S; i < f * S + S; i++) {
      const w = weights[i]!;
      if (w === 0) continue;
      const cut = due / Math.sqrt(squares[i]! + EPSILON);
      weights[i] = w > cut ? w - cut : w < -cut ? w + cut : 0;
    }
  };

  const shown = new Int32Array(longest * K);
  const threshold = Math.round(options.dropout * 1024);
  /** Returns the feature numbers with some of them hidden. */
  const hide = (ids: Int32Array): Int32Array => {
    if (threshold === 0) return ids;
    let bits = 0;
    for (let i = 0; i < ids.length; i++) {
      if (i % 3 === 0) bits = Math.floor(next() * 1073741824);
      shown[i] = (bits & 1023) < threshold ? -1 : ids[i]!;
      bits >>>= 10;
    }
    return shown;
  };

  // The features of one string and their summed gradients.
  const place = new Int32Array(F).fill(-1);
  const met: number[] = [];
  let sums = new Float32Array(1 << 16);

  const learn = (sequence: Sequence): number => {
    const { count: n, states, weight } = sequence;
    const ids = hide(sequence.ids);
    step++;
    rate = options.rate * (1 - step / (steps + 1));
    met.length = 0;
    emit.fill(0, 0, n * S);
    for (let i = 0; i < n; i++) {
      const e = i * S;
      for (let k = i * K; k < i * K + K; k++) {
        const f = ids[k]!;
        if (f < 0) continue;
        if (place[f]! < 0) {
          place[f] = met.length;
          met.push(f);
          settle(f);
        }
        const base = f * S;
        for (let s = 0; s < S; s++) emit[e + s] = emit[e + s]! + weights[base + s]!;
      }
    }
    const loss = lattice.run(model, states);
    if (sums.length < met.length * S) sums = new Float32Array(met.length * S * 2);
    sums.fill(0, 0, met.length * S);
    for (let i = 0; i < n; i++) {
      for (let s = 0; s < S; s++) {
        const g = weight * gradient[i * S + s]!;
        if (g < LEAST && g > -LEAST) continue;
        for (let k = i * K; k < i * K + K; k++) {
          const f = ids[k]!;
          if (f >= 0) sums[place[f]! * S + s] = sums[place[f]! * S + s]! + g;
        }
      }
    }
    for (let m = 0; m < met.length; m++) {
      const base = met[m]! * S;
      for (let s = 0; s < S; s++) {
        const g = sums[m * S + s]!;
        if (g !== 0) descend(weights, squares, base + s, g, rate);
      }
      place[met[m]!] = -1;
    }
    moves.forEach((to, m) => {
      const from = moveGradients[m]!;
      for (let i = 0; i < from.length; i++)
        if (from[i] !== 0) descend(to.weights, to.squares, i, weight * from[i]!, rate);
    });
    return weight * loss;
  };

  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let loss = 0;
    for (const at of order) if (data[at]!.count > 0) loss += learn(data[at]!);
    for (let f = 0; f < F; f++) settle(f);
    options.onEpoch?.(epoch, loss / data.length);
  }
  return model;
}

/** One step of AdaGrad on one weight. */
function descend(weights: Float32Array, squares: Float32Array, i: number, g: number, rate: number): void {
  const g2 = squares[i]! + g * g;
  squares[i] = g2;
  weights[i] = weights[i]! - (rate * g) / Math.sqrt(g2 + EPSILON);
}
