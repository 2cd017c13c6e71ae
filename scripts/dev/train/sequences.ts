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
  const sequences = examples.map(({ seen, states, weight }) => ({
    count: seen.count,
    ids: Int32Array.from(seen.hashes, (h) => ids.get(h) ?? -1),
    states,
    weight,
  }));
  return { sequences, hashes: Int32Array.from(ids.keys()) };
}
