/** Where the text may call for a label: asked before it is known which marker style the document has. */
import { firstWhere } from "../../binary-search.ts";
import type { Candidate } from "../markers/candidate.ts";

/** Tells whether a candidate with the label stands between two offsets. */
export type Evidence = (label: string, from: number, to: number) => boolean;

/** Returns the evidence of the candidates that look like markers at all. */
export function evidenceOf(candidates: readonly Candidate[]): Evidence {
  const places = new Map<string, number[]>();
  for (const c of candidates) {
    if (c.weight < 0.3) continue;
    for (const label of c.labels) {
      const list = places.get(label);
      if (list) list.push(c.start);
      else places.set(label, [c.start]);
    }
  }
  for (const list of places.values()) {
    if (list.some((place, i) => i > 0 && place < list[i - 1]!)) list.sort((a, b) => a - b);
  }
  return (label, from, to) => {
    const list = places.get(label);
    if (!list) return false;
    const next = list[firstWhere(list.length, (i) => list[i]! >= from)];
    return next !== undefined && next < to;
  };
}
