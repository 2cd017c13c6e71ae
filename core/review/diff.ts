/** What changed between two versions of a text, sentence by sentence. Shown to people; verdicts go by `reanchor`. */
import type { Statement, StatementId } from "../model.ts";
import { type Alignment, align, type Version } from "./align.ts";
import type { QuotedStatement } from "./quote.ts";

export type ChangeKind = "same" | "moved" | "edited" | "added" | "removed";

export interface DiffSide {
  readonly id: StatementId;
  readonly kind: Statement["kind"];
  /** The number shown, "1.6"; empty for what is no claim. */
  readonly label: string;
  /** The words without markers. */
  readonly text: string;
}

/** `before` is null for what was added, `after` for what was removed. */
export interface StatementChange {
  readonly kind: ChangeKind;
  readonly before: DiffSide | null;
  readonly after: DiffSide | null;
}

export interface DocumentDiff {
  /** In the order of the newer text; what was removed comes where it stood. */
  readonly changes: readonly StatementChange[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** Share of words in common from which two sentences at one place are one sentence edited. */
const alike = 0.5;
/** How much likelier the best must be than the second best. */
const clearly = 0.1;
/** Comparisons of sentences in one gap; a larger gap is shown as removed and added. */
const budget = 40_000;

/** Returns the changes from the older version to the newer one. Near-linear; gaps are bounded. */
export function diffVersions(
  from: Pick<Version, "statements">,
  to: Pick<Version, "statements">,
): DocumentDiff {
  const alignment = align(from, to);
  const pairs = pairUp(alignment);
  const counts: Record<ChangeKind, number> = { same: 0, moved: 0, edited: 0, added: 0, removed: 0 };
  const changes: StatementChange[] = [];
  const put = (kind: ChangeKind, a: QuotedStatement | null, b: QuotedStatement | null): void => {
    counts[kind] += 1;
    changes.push({ kind, before: a && side(a), after: b && side(b) });
  };
  const sources = new Map(Array.from(pairs, ([i, pair]) => [pair.to, { ...pair, from: i }] as const));
  let at = 0;
  const removedUpTo = (end: number): void => {
    for (; at < end; at += 1) if (!pairs.has(at)) put("removed", alignment.from[at]!, null);
  };
  for (const [j, statement] of alignment.to.entries()) {
    const pair = sources.get(j);
    if (pair && pair.kind !== "moved") removedUpTo(pair.from);
    put(pair?.kind ?? "added", pair ? alignment.from[pair.from]! : null, statement);
  }
  removedUpTo(alignment.from.length);
  return { changes, counts };
}

const side = ({ statement, quote }: QuotedStatement): DiffSide => ({
  id: statement.id,
  kind: statement.kind,
  label: statement.label,
  text: quote.exact,
});

interface Paired {
  readonly to: number;
  readonly kind: "same" | "moved" | "edited";
}

/** Returns, by place in the older version, what each sentence became; those without an entry were removed. */
export function pairUp(alignment: Alignment): ReadonlyMap<number, Paired> {
  const { same, kept } = alignment;
  const pairs = new Map<number, Paired>();
  const taken = new Set<number>();
  for (const [i, to] of same.entries()) {
    if (to < 0) continue;
    pairs.set(i, { to, kind: kept[i] ? "same" : "moved" });
    taken.add(to);
  }
  let [i0, j0] = [0, 0];
  for (let i = 0; i <= same.length; i += 1) {
    if (i < same.length && !kept[i]) continue;
    const end = i < same.length ? same[i]! : alignment.to.length;
    const older = range(i0, i).filter((k) => !pairs.has(k));
    const newer = range(j0, end).filter((k) => !taken.has(k));
    if (older.length > 0 && newer.length > 0)
      for (const [k, p] of fillGap(alignment, older, newer)) pairs.set(k, p);
    [i0, j0] = [i + 1, end + 1];
  }
  return pairs;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Pairs what is left between two kept sentences: equal words in order first, then the clearly alike. */
function fillGap(
  alignment: Alignment,
  older: readonly number[],
  newer: readonly number[],
): Map<number, Paired> {
  const pairs = new Map<number, Paired>();
  let next = 0;
  const words = (side: "from" | "to", k: number): string => alignment[side][k]!.quote.exact;
  const places = new Map<string, number[]>();
  for (let n = newer.length - 1; n >= 0; n -= 1) {
    const place = places.get(words("to", newer[n]!));
    if (place) place.push(n);
    else places.set(words("to", newer[n]!), [n]);
  }
  for (const i of older) {
    const left = places.get(words("from", i));
    while (left && left.length > 0 && left.at(-1)! < next) left.pop();
    const n = left?.pop();
    if (n === undefined) continue;
    pairs.set(i, { to: newer[n]!, kind: "same" });
    next = n + 1;
  }
  const used = new Set(Array.from(pairs.values(), ({ to }) => to));
  const olderLeft = older.filter((i) => !pairs.has(i));
  const newerLeft = newer.filter((j) => !used.has(j));
  if (olderLeft.length * newerLeft.length > budget) return pairs;
  const likeness = olderLeft.map((i) => newerLeft.map((j) => shared(words("from", i), words("to", j))));
  for (const [r, i] of olderLeft.entries()) {
    const c = best(likeness[r]!);
    if (c === null || best(likeness.map((row) => row[c]!)) !== r) continue;
    pairs.set(i, { to: newerLeft[c]!, kind: "edited" });
  }
  return pairs;
}

/** The place of the value that is high enough and clearly above the others, or null. */
function best(values: readonly number[]): number | null {
  const at = values.indexOf(Math.max(...values));
  const second = Math.max(0, ...values.filter((_, i) => i !== at));
  return at >= 0 && values[at]! >= alike && values[at]! >= second + clearly ? at : null;
}

/** Dice's coefficient over words, repeated ones counted. */
function shared(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const counts = new Map<string, number>();
  for (const word of left!) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right!) {
    const n = counts.get(word) ?? 0;
    if (n > 0) common += 1;
    counts.set(word, n - 1);
  }
  const all = left!.length + right!.length;
  return all === 0 ? 0 : (2 * common) / all;
}
