/** The nearest name, for offering: a misspelt surname is shown its neighbour and never linked to it. */
import { surname } from "../names.ts";

/** Returns how many letters must be added, dropped, changed or swapped, or `limit + 1` when it is more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [beforeLast, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2]! + 1 : limit + 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same, swapped);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** Longer than any surname; a longer string is no name. */
const longest = 40;

/** Returns the entries whose name is at most two letters (one in short names) away, the nearest first. */
export function nearest<T>(name: string, among: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const wanted = surname(name).slice(0, longest);
  const limit = wanted.length < 6 ? 1 : 2;
  if (wanted.length < 3) return [];
  return among
    .map((one) => ({ one, off: editDistance(wanted, surname(nameOf(one)).slice(0, longest), limit) }))
    .filter(({ off }) => off <= limit)
    .sort((a, b) => a.off - b.off)
    .map(({ one }) => one);
}
