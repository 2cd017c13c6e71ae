/** Turns labelled token strings into training sequences over the observations seen often enough. */
import type { Observations } from "../../../core/reference/features.ts";
import type { Sequence } from "./crf.ts";

export interface Example {
  readonly seen: Observations;
  readonly states: Uint8Array;
  readonly weight: number;
}

export interface Prepared {
  readonly sequences: readonly Sequence[];
  /** Observation of each feature number. */
  readonly hashes: Int32Array;
}

/** Returns the sequences and the observations that occur at least `least` times. */
export function prepare(examples: readonly Example[], least: number): Prepared {
  const counts = new Map<number, number>();
  for (const { seen } of examples) for (const h of seen.hashes) counts.set(h, (counts.get(h) ?? 0) + 1);
  const ids = new Map<number, number>();
  for (const [h, n] of counts) if (n >= least) ids.set(h, ids.size);
  // Shared, so that every training thread reads the same memory.
  const total = examples.reduce((n, { seen }) => n + seen.hashes.length, 0);
  const shared = new Int32Array(new SharedArrayBuffer(4 * total));
  let at = 0;
  const sequences = examples.map(({ seen, states, weight }) => {
    const own = shared.subarray(at, at + seen.hashes.length);
    at += own.length;
    for (let i = 0; i < own.length; i++) own[i] = ids.get(seen.hashes[i]!) ?? -1;
    return { count: seen.count, ids: own, states, weight };
  });
  return { sequences, hashes: Int32Array.from(ids.keys()) };
}
