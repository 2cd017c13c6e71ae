/**
 * Forward and backward sums over the states of one string, and the gradient of its loss. Every label has two states,
 * begin (2 × label) and inside (2 × label + 1); an inside state is reached only from its own label.
 */

/** Weights of moving between states. */
export interface Moves {
  /** From any state of label x to the begin state of y: x × labels + y. */
  readonly turn: Float32Array;
  /** Begin → inside and inside → inside of each label. */
  readonly stay: Float32Array;
  /** First token begins label y. */
  readonly first: Float32Array;
}

/** Below this share of the mass a state is nothing: numbers too small for the processor's normal form are slow. */
const NIL = 1e-25;

/** Working memory for strings of up to `longest` tokens; one instance serves all of them in turn. */
export class Lattice {
  readonly labels: number;
  /** Token × state: filled by the caller with the sums of weights; afterwards factors. */
  readonly emit: Float64Array;
  /** Token × state: probability minus truth, after `run`. */
  readonly gradient: Float64Array;
  readonly turnGradient: Float64Array;
  readonly stayGradient: Float64Array;
  readonly firstGradient: Float64Array;
  private readonly alpha: Float64Array;
  private readonly beta: Float64Array;
  private readonly enter: Float64Array;
  private readonly turn: Float64Array;
  private readonly stay: Float64Array;

  constructor(labels: number, longest: number) {
    const states = 2 * labels;
    this.labels = labels;
    this.emit = new Float64Array(longest * states);
    this.gradient = new Float64Array(longest * states);
    this.alpha = new Float64Array(longest * states);
    this.beta = new Float64Array(longest * states);
    this.enter = new Float64Array(labels);
    this.turn = new Float64Array(labels * labels);
    this.stay = new Float64Array(states);
    this.turnGradient = new Float64Array(labels * labels);
    this.stayGradient = new Float64Array(states);
    this.firstGradient = new Float64Array(labels);
  }

  /** Returns the negative log likelihood of the right states and leaves the gradients behind. */
  run(moves: Moves, right: Uint8Array): number {
    const { turn, stay } = this;
    for (let i = 0; i < turn.length; i++) turn[i] = Math.exp(moves.turn[i]!);
    for (let i = 0; i < stay.length; i++) stay[i] = Math.exp(moves.stay[i]!);
    const loss = this.forward(moves, right);
    this.turnGradient.fill(0);
    this.stayGradient.fill(0);
    this.firstGradient.fill(0);
    this.backward(right);
    return loss;
  }

  private forward(moves: Moves, right: Uint8Array): number {
    const { labels: L, emit, alpha, enter, turn, stay } = this;
    const S = 2 * L;
    let loss = 0;
    for (let i = 0; i < right.length; i++) {
      const e = i * S;
      if (i === 0) for (let y = 0; y < L; y++) emit[2 * y] = emit[2 * y]! + moves.first[y]!;
      let top = -Infinity;
      for (let s = e; s < e + S; s++) if (emit[s]! > top) top = emit[s]!;
      const r = right[i]!;
      loss -= emit[e + r]! - top;
      if (i > 0) {
        const before = right[i - 1]!;
        loss -= r % 2 === 1 ? moves.stay[before]! : moves.turn[(before >> 1) * L + (r >> 1)]!;
      }
      for (let s = e; s < e + S; s++) emit[s] = Math.exp(emit[s]! - top);
      let sum = 0;
      if (i === 0) {
        for (let y = 0; y < L; y++) {
          alpha[2 * y] = emit[2 * y]!;
          alpha[2 * y + 1] = 0;
          sum += emit[2 * y]!;
        }
      } else {
        const p = e - S;
        enter.fill(0);
        for (let x = 0; x < L; x++) {
          const out = alpha[p + 2 * x]! + alpha[p + 2 * x + 1]!;
          if (out < 1e-10) continue;
          for (let y = 0; y < L; y++) enter[y] = enter[y]! + out * turn[x * L + y]!;
        }
        for (let y = 0; y < L; y++) {
          const inside = alpha[p + 2 * y]! * stay[2 * y]! + alpha[p + 2 * y + 1]! * stay[2 * y + 1]!;
          alpha[e + 2 * y] = enter[y]! * emit[e + 2 * y]!;
          alpha[e + 2 * y + 1] = inside * emit[e + 2 * y + 1]!;
          sum += alpha[e + 2 * y]! + alpha[e + 2 * y + 1]!;
        }
      }
      for (let s = e; s < e + S; s++) alpha[s] = alpha[s]! < sum * NIL ? 0 : alpha[s]! / sum;
      loss += Math.log(sum);
    }
    return loss;
  }

  private backward(right: Uint8Array): void {
    const { labels: L, emit, alpha, beta, gradient, turn, stay } = this;
    const S = 2 * L;
    const n = right.length;
    for (let i = n - 1; i >= 0; i--) {
      const e = i * S;
      const q = e + S;
      if (i === n - 1) beta.fill(1, e, e + S);
      else {
        for (let x = 0; x < L; x++) {
          let out = 0;
          if (alpha[e + 2 * x]! + alpha[e + 2 * x + 1]! > 1e-12)
            for (let y = 0; y < L; y++) out += turn[x * L + y]! * emit[q + 2 * y]! * beta[q + 2 * y]!;
          const inside = emit[q + 2 * x + 1]! * beta[q + 2 * x + 1]!;
          beta[e + 2 * x] = out + stay[2 * x]! * inside;
          beta[e + 2 * x + 1] = out + stay[2 * x + 1]! * inside;
        }
      }
      let z = 0;
      for (let s = e; s < e + S; s++) z += alpha[s]! * beta[s]!;
      if (i < n - 1) this.pairs(e, z, right[i]!, right[i + 1]!);
      for (let s = 0; s < S; s++)
        gradient[e + s] = (alpha[e + s]! * beta[e + s]!) / z - (s === right[i] ? 1 : 0);
      if (i === 0) for (let y = 0; y < L; y++) this.firstGradient[y] = gradient[2 * y]!;
      for (let s = e; s < e + S; s++) beta[s] = beta[s]! < z * NIL ? 0 : beta[s]! / z;
    }
  }

  /** Adds the moves from the token at `e` to the next one: their probabilities minus the right one. */
  private pairs(e: number, z: number, from: number, to: number): void {
    const { labels: L, emit, alpha, beta, turn, stay, turnGradient, stayGradient } = this;
    const q = e + 2 * L;
    for (let x = 0; x < L; x++) {
      const out = alpha[e + 2 * x]! + alpha[e + 2 * x + 1]!;
      if (out < 1e-9) continue;
      for (let y = 0; y < L; y++) {
        const p = (out * turn[x * L + y]! * emit[q + 2 * y]! * beta[q + 2 * y]!) / z;
        if (p > 1e-6) turnGradient[x * L + y] = turnGradient[x * L + y]! + p;
      }
      const inside = (emit[q + 2 * x + 1]! * beta[q + 2 * x + 1]!) / z;
      for (let s = 2 * x; s < 2 * x + 2; s++)
        stayGradient[s] = stayGradient[s]! + alpha[e + s]! * stay[s]! * inside;
    }
    if (to % 2 === 1) stayGradient[from] = stayGradient[from]! - 1;
    else {
      const t = (from >> 1) * L + (to >> 1);
      turnGradient[t] = turnGradient[t]! - 1;
    }
  }
}
