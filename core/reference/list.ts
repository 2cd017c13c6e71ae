/**
 * Entries of one list share a style: the order of parts seen in the sure ones is held for likelier in the others.
 */
import type { Decoded } from "./model/decode.ts";
import type { Model } from "./model/format.ts";

/** Fewer sure entries than this show no style. */
const ENOUGH = 4;
/** How much a move seen often (or never) counts against the model's own weights. */
const WEIGHT = 0.3;
const MOST = 2;

/** Returns how sure the least sure token is. */
export const leastSure = (d: Decoded): number => d.sure.reduce((a, b) => Math.min(a, b), 1);

/** Returns a model whose moves lean towards the order of parts of the list, or null where the list shows none. */
export function leanTo(model: Model, list: readonly Decoded[]): Model | null {
  const L = model.labels;
  const sure = list.filter((l) => l.states.length > 0 && leastSure(l) > 0.8);
  if (sure.length < ENOUGH) return null;
  const counts = new Float64Array(L * L);
  const totals = new Float64Array(L);
  for (const { states } of sure) {
    for (let i = 1; i < states.length; i++) {
      if (states[i]! % 2 === 1) continue;
      const x = states[i - 1]! >> 1;
      counts[x * L + (states[i]! >> 1)]! += 1;
      totals[x]! += 1;
    }
  }
  const turn = Float32Array.from(model.turn);
  for (let x = 0; x < L; x++) {
    if (totals[x]! < ENOUGH) continue;
    // A mixed list has no order to lean to.
    let top = 0;
    for (let y = 0; y < L; y++) top = Math.max(top, counts[x * L + y]!);
    if (top < totals[x]! * 0.7) continue;
    for (let y = 0; y < L; y++) {
      const share = (counts[x * L + y]! + 0.5) / (totals[x]! + 0.5 * L);
      const lean = WEIGHT * Math.log(share * 6);
      turn[x * L + y] = turn[x * L + y]! + Math.max(-MOST, Math.min(MOST, lean));
    }
  }
  const spread = turn.reduce((a, b) => Math.max(a, b)) - turn.reduce((a, b) => Math.min(a, b));
  return { ...model, turn, spread, turnFactor: Float64Array.from(turn, Math.exp) };
}
