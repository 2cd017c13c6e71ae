/** Finds the heads and feet that a page's end has set into the running text, before its lines are joined. */
import { blank, type Line } from "./lines.ts";

/** "12", "– 4 –", "Page 3 of 9". */
export const PAGE_NUMBER =
  /^[-–—\s[(]*(?:page\s)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:\/|of)\s?\d{1,4})?[-–—\s\])]*$/i;

const LONGEST_NUMBER = 16;
const SHORTEST = 8;
const LONGEST = 100;

/**
 * Returns the places of the lines that come back word for word, each time beside a page number: such a line belongs to
 * no paragraph, though no empty line parts it from one. Linear.
 */
export function runningLines(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const held = lines.flatMap((line, i) => (blank(line) ? [] : [i]));
  const words = (i: number): string => text.slice(lines[i]!.first, lines[i]!.last);
  const numbers = held.map((i) => {
    const { first, last } = lines[i]!;
    return last - first <= LONGEST_NUMBER && PAGE_NUMBER.test(words(i));
  });
  const places = new Map<string, number[]>();
  numbers.forEach((number, n) => {
    if (!number) return;
    for (const k of [n - 1, n + 1]) {
      const line = lines[held[k] ?? -1];
      const length = line ? line.last - line.first : 0;
      if (numbers[k] !== false || length < SHORTEST || length > LONGEST) continue;
      const head = words(held[k]!);
      const list = places.get(head);
      if (list) list.push(held[k]!);
      else places.set(head, [held[k]!]);
    }
  });
  for (const list of places.values()) if (list.length > 1) for (const i of list) found.add(i);
  return found;
}
