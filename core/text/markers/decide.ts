/**
 * Settles which numbered candidates are markers: the shape's weight against the document's order. Numbered markers
 * are mostly used first in counting order, so the next new number is nearly always a marker and one that jumps far
 * ahead nearly never. The order is found by the heaviest rising row of labels (patience sorting over a Fenwick tree).
 */
import type { UncertainMarker } from "../../model.ts";
import type { Candidate } from "./candidate.ts";

export interface Decision {
  readonly accepted: readonly Candidate[];
  readonly uncertain: readonly UncertainMarker[];
}

export interface DecideOptions {
  /** Labels the notes have. */
  readonly known: ReadonlySet<string>;
  /** Notes that are used once each, as footnotes are. */
  readonly once: boolean;
  /** How much a number ahead of the order speaks against a marker: 1 for glued digits, less where the shape is rare. */
  readonly doubt: number;
  /** Whether nothing but a marker can stand there, so that a note may be called twice though all others are called once. */
  readonly only?: (candidate: Candidate) => boolean;
  /** Weight added to the candidates that stand as most of the document's markers do. */
  readonly adjust?: (candidate: Candidate) => number;
}

const ACCEPT = 0.9;
/** Digits behind a sentence's stop, a bracket behind a word. */
const SURE = 3;
/** Within this of the line both readings are told. */
const NARROW = 0.5;

/** How much it speaks for a marker that no other could call for its note. */
const ONLY_CALL = 0.8;

/** How far ahead of the order a plain marker of a known note may be, and how much that speaks against it at most. */
const NEAR = 6;
const MOST_AHEAD = 1.9;

const squash = (x: number): number => 1 / (1 + Math.exp(-x));

/** Returns the accepted candidates in order, and the narrow ones. O(n log n) in the candidates. */
export function decide(candidates: readonly Candidate[], options: DecideOptions): Decision {
  const { known } = options;
  const adjust = options.adjust ?? (() => 0);
  const groups = candidates.filter((c) => c.weight >= 1.5 && c.labels.length > 1).length;
  const sure = candidates.filter((c) => c.weight >= 1.5).length;
  // Footnotes are called one by one; a rare group among them belongs to something else.
  const single = options.once && groups < 0.15 * sure;
  const weights = candidates.map((c) => c.weight + adjust(c) - (single && c.labels.length > 1 ? 2.5 : 0));
  let highest = 0;
  let base = Number.POSITIVE_INFINITY;
  for (const label of known) {
    const n = Number.parseInt(label, 10);
    if (n > highest) highest = n;
    if (n < base) base = n;
  }
  const row = risingRow(candidates, weights, known, base);
  const ordered = isOrdered(candidates, weights, row, known);
  const once = options.once && !callsAgain(candidates, row, known);
  // Footnotes that are called in order throughout leave no second call for any of them.
  const full = once && ordered && row.size >= 0.9 * known.size;
  const placed = new Set<string>();
  if (full) for (const i of row.keys()) for (const label of candidates[i]!.labels) placed.add(label);
  // Where other numbers are left standing that call for something else, one more may be of their kind.
  const { only = () => false } = options;
  const strays = (c: Candidate, i: number): boolean =>
    c.weight >= STRAY && !row.has(i) && c.labels.every((label) => placed.has(label)) && !only(c);
  const clean = full && !candidates.some(strays);
  const accepted: Candidate[] = [];
  const uncertain: UncertainMarker[] = [];
  let frontier = base - 1;
  // Counted where it is first asked for.
  let calls: ReadonlyMap<string, number> | null = null;
  for (let i = 0; i < candidates.length; i++) {
    const c = candidates[i]!;
    let weight = weights[i]!;
    let isKnown = 0;
    for (const label of c.labels) if (known.has(label)) isKnown++;
    // A number that the list skips calls for a note that was lost.
    if (isKnown < c.labels.length && isLost(c.labels, known, base, highest)) weight -= 0.5;
    else if (isKnown === 0)
      weight -= weight >= 1.8 && Number(c.labels[0]) <= beyond(weight, highest) ? 0.5 : 3;
    else if (isKnown < c.labels.length) weight -= 1.5;
    const top = row.get(i);
    let reached = frontier;
    let again = false;
    if (ordered && isKnown > 0) {
      const newest = newestOf(c.labels);
      const oldest = oldestBehind(c.labels, frontier, newest);
      if (top !== undefined) {
        weight += 2.2 - Math.min(3, 0.5 * Math.max(0, oldest - frontier - 1));
        reached = Math.max(frontier, top);
      } else if (full && c.labels.every((label) => placed.has(label))) {
        weight -= clean && only(c) ? 1.5 : 3.5;
        again = c.weight >= STRAY;
      } else if (newest > frontier && oldest === frontier + 1 && newest - oldest < c.labels.length) {
        // The next new number, though a later and heavier group holds it as well.
        weight += 1;
        reached = newest;
      } else if (newest === frontier + 2 && candidates[i + 1]?.labels.includes(String(newest - 1))) {
        // Two neighbours that changed places.
        weight -= 0.3;
      } else if (newest > frontier) {
        const ahead = options.doubt * Math.min(4, 1 + 0.35 * (newest - frontier));
        // Lists that are not numbered by first use call for what they have, where nothing else could stand.
        const plain = c.weight >= PLAIN && isKnown === c.labels.length && newest - frontier <= NEAR;
        weight -= plain ? Math.min(ahead, MOST_AHEAD) : ahead;
      } else if (once && row.size >= 0.7 * known.size) weight -= c.weight >= 3 ? 1.5 : 2.5;
      // What else would call for the note, where nearly all others are called for?
      else if (c.labels.length === 1 && row.size >= 0.7 * known.size) {
        calls ??= countCalls(candidates);
        if (calls.get(c.labels[0]!) === 1) weight += ONLY_CALL;
      }
    }
    const taken = weight >= ACCEPT;
    if (taken) {
      accepted.push(c);
      frontier = reached;
    }
    if (top !== undefined) frontier = Math.max(frontier, top);
    if (again || (Math.abs(weight - ACCEPT) < NARROW && isKnown > 0)) {
      uncertain.push({
        start: c.start,
        end: c.end,
        text: "",
        taken: taken ? "marker" : "text",
        reason: again ? "a second call among notes that are called once" : c.reason,
      });
    }
  }
  return { accepted, uncertain };
}

/** Returns how many candidates have each label. */
function countCalls(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  for (const c of candidates) for (const label of c.labels) calls.set(label, (calls.get(label) ?? 0) + 1);
  return calls;
}

/** A shape that is hardly anything but a marker: "in most people.12 Dark lines". */
const PLAIN = 3;
/** From this weight on a number without a place in the order is told. */
const STRAY = 1.5;
/** In a long document a few numbers may have been left standing that call for something else. */
const AGAIN = 0.08;

/** Whether notes are plainly called a second time, and more than once: numbers that were reached come back. */
function callsAgain(
  candidates: readonly Candidate[],
  row: ReadonlyMap<number, number>,
  known: ReadonlySet<string>,
): boolean {
  let reached = 0;
  let again = 0;
  candidates.forEach((c, i) => {
    const old = (label: string): boolean => known.has(label) && Number(label) <= reached;
    if (c.weight >= PLAIN && (row.has(i) ? c.labels.some(old) : c.labels.every(old))) again++;
    reached = Math.max(reached, row.get(i) ?? 0);
  });
  return again > Math.max(1, AGAIN * known.size);
}

/** How far behind the last note a number may be that calls for a lost one: the surer its shape, the farther. */
const beyond = (weight: number, highest: number): number => highest + (weight >= SURE ? 3 + highest / 2 : 3);

/** The numbers without a note lie among those that have one. */
const isLost = (
  labels: readonly string[],
  known: ReadonlySet<string>,
  base: number,
  highest: number,
): boolean => labels.every((label) => known.has(label) || (Number(label) > base && Number(label) < highest));

function newestOf(labels: readonly string[]): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const label of labels) newest = Math.max(newest, Number(label));
  return newest;
}

/** The lowest number of the group that the order has not reached, else the highest. */
function oldestBehind(labels: readonly string[], frontier: number, newest: number): number {
  let oldest = newest;
  for (const label of labels) {
    const n = Number(label);
    if (n > frontier) oldest = Math.min(oldest, n);
  }
  return oldest;
}

/** Returns, for the candidates in the heaviest strictly rising row, the highest label each one brings. */
function risingRow(
  candidates: readonly Candidate[],
  weights: readonly number[],
  known: ReadonlySet<string>,
  base: number,
): Map<number, number> {
  const size = Math.min(
    20_000,
    candidates.reduce(
      (max, c) =>
        c.labels.reduce((m, label) => (known.has(label) ? Math.max(m, Number(label) || 0) : m), max),
      0,
    ),
  );
  // The tree holds, for each label, the heaviest row that ends there and its last step.
  const heaviest = new Float64Array(size + 1);
  const ending = new Int32Array(size + 1).fill(-1);
  const steps: { readonly candidate: number; readonly label: number; readonly previous: number }[] = [];
  const query = (label: number): number => {
    let best = 0;
    for (let k = label; k > 0; k -= k & -k) if (heaviest[k]! > heaviest[best]!) best = k;
    return best;
  };
  candidates.forEach((c, i) => {
    if (weights[i]! < -2.2) return;
    for (const label of c.labels) {
      const n = Number(label);
      if (!known.has(label) || !(n >= 1 && n <= size)) continue;
      const best = query(n - 1);
      const last = ending[best]!;
      const previous = last < 0 ? base - 1 : steps[last]!.label;
      const near = n === previous + 1 ? 1 : 1 / (1 + 0.3 * (n - previous - 1));
      const score = heaviest[best]! + squash(weights[i]!) * near;
      steps.push({ candidate: i, label: n, previous: last });
      for (let k = n; k <= size; k += k & -k) {
        if (heaviest[k]! >= score) continue;
        heaviest[k] = score;
        ending[k] = steps.length - 1;
      }
    }
  });
  const row = new Map<number, number>();
  for (let at = ending[query(size)]!; at >= 0; at = steps[at]!.previous) {
    const step = steps[at]!;
    row.set(step.candidate, Math.max(row.get(step.candidate) ?? 0, step.label));
  }
  return row;
}

/** True where most surely read labels appear first in the rising row. */
function isOrdered(
  candidates: readonly Candidate[],
  weights: readonly number[],
  row: ReadonlyMap<number, number>,
  known: ReadonlySet<string>,
): boolean {
  const first = new Set<string>();
  let inside = 0;
  let all = 0;
  let frontier = 0;
  candidates.forEach((c, i) => {
    if (row.has(i)) frontier = Math.max(frontier, row.get(i)!);
    if (weights[i]! < 1.4) return;
    for (const label of c.labels) {
      if (!known.has(label) || first.has(label)) continue;
      first.add(label);
      all++;
      // The next new number keeps the order, though the row holds a later group with the same number.
      if (Number(label) > frontier + 1) continue;
      inside++;
      frontier = Math.max(frontier, Number(label));
    }
  });
  return all > 0 && inside >= 0.8 * all;
}
