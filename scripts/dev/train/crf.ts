/**
 * Trains a linear-chain conditional random field with AdaGrad and L1 (lazy proximal steps; Duchi et al. 2011). Every
 * label has two states, begin and inside: an inside state is reached only from its own label. Deterministic: one
 * thread, a seeded order, plain sums.
 */

/** One string: `width` feature ids per token (-1 where unknown) and the right state of each token. */
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
  readonly onEpoch?: (epoch: number, loss: number, model: DenseModel) => void;
}

export interface DenseModel {
  readonly labels: number;
  readonly width: number;
  /** features × states. */
  readonly weights: Float32Array;
  /** From any state of label x to the begin state of y: x × labels + y. */
  readonly turn: Float32Array;
  /** Begin → inside and inside → inside of each label. */
  readonly stay: Float32Array;
  /** First token begins label y. */
  readonly first: Float32Array;
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

/** Returns the trained model. Time: epochs × tokens × width × states. */
export function trainCrf(data: readonly Sequence[], options: TrainOptions): DenseModel {
  const { labels: L, features: F, width: K, l1 } = options;
  let rate = options.rate;
  const S = 2 * L;
  const weights = new Float32Array(F * S);
  const squares = new Float32Array(F * S);
  const touched = new Int32Array(F);
  const model: DenseModel = {
    labels: L,
    width: K,
    weights,
    turn: new Float32Array(L * L),
    stay: new Float32Array(S),
    first: new Float32Array(L),
  };
  const turnSquares = new Float32Array(L * L);
  const staySquares = new Float32Array(S);
  const firstSquares = new Float32Array(L);
  const slot = new Int32Array(F).fill(-1);
  const order = Array.from(data.keys());
  const next = random(options.seed);
  const steps = options.epochs * data.length;
  let step = 0;

  const longest = data.reduce((n, s) => Math.max(n, s.count), 0);
  const emit = new Float64Array(longest * S);
  const alpha = new Float64Array(longest * S);
  const beta = new Float64Array(longest * S);
  const enter = new Float64Array(L);
  const eTurn = new Float64Array(L * L);
  const eStay = new Float64Array(S);
  const gTurn = new Float64Array(L * L);
  const gStay = new Float64Array(S);
  const gFirst = new Float64Array(L);
  let buffer = new Float32Array(1 << 16);
  const uniq: number[] = [];

  const nudge = (w: Float32Array, g2: Float32Array, i: number, g: number): void => {
    g2[i] = g2[i]! + g * g;
    w[i] = w[i]! - (rate * g) / Math.sqrt(g2[i]! + 1e-8);
  };

  const shown = new Int32Array(longest * K);
  const threshold = Math.round(options.dropout * 1024);
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

  /** Brings the penalty of every weight up to date. */
  const settle = (): void => {
    for (let f = 0; f < F; f++) {
      const late = step - touched[f]!;
      touched[f] = step;
      for (let s = f * S; s < f * S + S; s++) {
        const w = weights[s]!;
        if (w === 0) continue;
        const cut = (l1 * late * rate) / Math.sqrt(squares[s]! + 1e-8);
        weights[s] = w > cut ? w - cut : w < -cut ? w + cut : 0;
      }
    }
  };

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      const t = order[i]!;
      order[i] = order[j]!;
      order[j] = t;
    }
    let loss = 0;
    for (const at of order) {
      const seq = data[at]!;
      const n = seq.count;
      if (n === 0) continue;
      const { states } = seq;
      const ids = hide(seq.ids);
      step++;
      rate = options.rate * (1 - step / (steps + 1));
      uniq.length = 0;
      // Bring the penalty of every feature used here up to date.
      for (let i = 0; i < n * K; i++) {
        const f = ids[i]!;
        if (f < 0 || slot[f]! >= 0) continue;
        slot[f] = uniq.length;
        uniq.push(f);
        const late = step - touched[f]!;
        touched[f] = step;
        const base = f * S;
        for (let s = base; s < base + S; s++) {
          const w = weights[s]!;
          if (w === 0) continue;
          const cut = (l1 * late * rate) / Math.sqrt(squares[s]! + 1e-8);
          weights[s] = w > cut ? w - cut : w < -cut ? w + cut : 0;
        }
      }
      for (let i = 0; i < L * L; i++) eTurn[i] = Math.exp(model.turn[i]!);
      for (let i = 0; i < S; i++) eStay[i] = Math.exp(model.stay[i]!);
      let logZ = 0;
      let gold = 0;
      for (let i = 0; i < n; i++) {
        const e = i * S;
        for (let s = 0; s < S; s++) emit[e + s] = 0;
        for (let k = i * K; k < i * K + K; k++) {
          const f = ids[k]!;
          if (f < 0) continue;
          const base = f * S;
          for (let s = 0; s < S; s++) emit[e + s] = emit[e + s]! + weights[base + s]!;
        }
        if (i === 0) for (let y = 0; y < L; y++) emit[e + 2 * y] = emit[e + 2 * y]! + model.first[y]!;
        let top = -Infinity;
        for (let s = 0; s < S; s++) if (emit[e + s]! > top) top = emit[e + s]!;
        const right = states[i]!;
        gold += emit[e + right]! - top;
        if (i > 0) {
          const before = states[i - 1]!;
          gold += right % 2 === 1 ? model.stay[before]! : model.turn[(before >> 1) * L + (right >> 1)]!;
        }
        for (let s = 0; s < S; s++) emit[e + s] = Math.exp(emit[e + s]! - top);
        // forward
        let sum = 0;
        if (i === 0) {
          for (let y = 0; y < L; y++) {
            alpha[e + 2 * y] = emit[e + 2 * y]!;
            alpha[e + 2 * y + 1] = 0;
            sum += emit[e + 2 * y]!;
          }
        } else {
          const p = e - S;
          enter.fill(0);
          for (let x = 0; x < L; x++) {
            const out = alpha[p + 2 * x]! + alpha[p + 2 * x + 1]!;
            if (out < 1e-10) continue;
            for (let y = 0; y < L; y++) enter[y] = enter[y]! + out * eTurn[x * L + y]!;
          }
          for (let y = 0; y < L; y++) {
            const b = enter[y]! * emit[e + 2 * y]!;
            const inside =
              (alpha[p + 2 * y]! * eStay[2 * y]! + alpha[p + 2 * y + 1]! * eStay[2 * y + 1]!) *
              emit[e + 2 * y + 1]!;
            alpha[e + 2 * y] = b;
            alpha[e + 2 * y + 1] = inside;
            sum += b + inside;
          }
        }
        for (let s = 0; s < S; s++) alpha[e + s] = alpha[e + s]! < sum * 1e-25 ? 0 : alpha[e + s]! / sum;
        logZ += Math.log(sum);
      }
      loss += seq.weight * (logZ - gold);
      // backward, with the gradient collected on the way
      if (buffer.length < uniq.length * S) buffer = new Float32Array(uniq.length * S * 2);
      buffer.fill(0, 0, uniq.length * S);
      gTurn.fill(0);
      gStay.fill(0);
      gFirst.fill(0);
      const weight = seq.weight;
      for (let i = n - 1; i >= 0; i--) {
        const e = i * S;
        if (i === n - 1) for (let s = 0; s < S; s++) beta[e + s] = 1;
        else {
          const q = e + S;
          for (let x = 0; x < L; x++) {
            let out = 0;
            const out2 = alpha[e + 2 * x]! + alpha[e + 2 * x + 1]!;
            if (out2 > 1e-12) {
              for (let y = 0; y < L; y++) out += eTurn[x * L + y]! * emit[q + 2 * y]! * beta[q + 2 * y]!;
            }
            const inside = emit[q + 2 * x + 1]! * beta[q + 2 * x + 1]!;
            beta[e + 2 * x] = out + eStay[2 * x]! * inside;
            beta[e + 2 * x + 1] = out + eStay[2 * x + 1]! * inside;
          }
        }
        let z = 0;
        for (let s = 0; s < S; s++) z += alpha[e + s]! * beta[e + s]!;
        if (i < n - 1) {
          const q = e + S;
          // beta of the next token was scaled by its own z; the pair sum uses the same scale.
          for (let x = 0; x < L; x++) {
            const out = alpha[e + 2 * x]! + alpha[e + 2 * x + 1]!;
            if (out > 1e-9) {
              for (let y = 0; y < L; y++) {
                const p = (out * eTurn[x * L + y]! * emit[q + 2 * y]! * beta[q + 2 * y]!) / z;
                if (p > 1e-6) gTurn[x * L + y] = gTurn[x * L + y]! + p;
              }
            }
            for (let b = 0; b < 2; b++) {
              const p =
                (alpha[e + 2 * x + b]! * eStay[2 * x + b]! * emit[q + 2 * x + 1]! * beta[q + 2 * x + 1]!) / z;
              if (p > 1e-6) gStay[2 * x + b] = gStay[2 * x + b]! + p;
            }
          }
          const a = states[i]!;
          const b = states[i + 1]!;
          if (b % 2 === 1) gStay[a] = gStay[a]! - 1;
          else gTurn[(a >> 1) * L + (b >> 1)] = gTurn[(a >> 1) * L + (b >> 1)]! - 1;
        }
        for (let s = 0; s < S; s++) {
          const g = weight * ((alpha[e + s]! * beta[e + s]!) / z - (s === states[i] ? 1 : 0));
          if (g < 1e-4 && g > -1e-4) continue;
          if (i === 0 && s % 2 === 0) gFirst[s >> 1] = gFirst[s >> 1]! + g;
          for (let k = i * K; k < i * K + K; k++) {
            const f = ids[k]!;
            if (f >= 0) buffer[slot[f]! * S + s] = buffer[slot[f]! * S + s]! + g;
          }
        }
        for (let s = 0; s < S; s++) beta[e + s] = beta[e + s]! < z * 1e-25 ? 0 : beta[e + s]! / z;
      }
      for (let u = 0; u < uniq.length; u++) {
        const base = uniq[u]! * S;
        for (let s = 0; s < S; s++) {
          const g = buffer[u * S + s]!;
          if (g === 0) continue;
          const i = base + s;
          const g2 = squares[i]! + g * g;
          squares[i] = g2;
          weights[i] = weights[i]! - (rate * g) / Math.sqrt(g2 + 1e-8);
        }
        slot[uniq[u]!] = -1;
      }
      for (let i = 0; i < L * L; i++)
        if (gTurn[i] !== 0) nudge(model.turn, turnSquares, i, weight * gTurn[i]!);
      for (let i = 0; i < S; i++) if (gStay[i] !== 0) nudge(model.stay, staySquares, i, weight * gStay[i]!);
      for (let y = 0; y < L; y++) if (gFirst[y] !== 0) nudge(model.first, firstSquares, y, gFirst[y]!);
    }
    settle();
    options.onEpoch?.(epoch + 1, loss / data.length, model);
  }
  return model;
}
