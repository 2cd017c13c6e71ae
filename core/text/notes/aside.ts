/** Lines that explain the signs of a table, a caption or the title, beside the numbered notes of the text. */
import type { Layout } from "../layout/pieces.ts";
import type { Chain, Entry } from "./chains.ts";
import type { Evidence } from "./evidence.ts";

/** Characters of a table between a sign and the line that explains it. */
const TABLE = 2_000;
/** Points of a list with one sign for all stand nearer to each other than this. */
const POINTS = 600;

/** "Source: Energy Watchdog." stands below the signs and belongs to the whole table. */
const WHOLE_TABLE = /^(?:sources?|notes?|data|quellen?|anmerkung(?:en)?)\s?:/i;

/**
 * Returns the runs that explain signs, without lines that belong to the whole table. `signs` tells which signs stand
 * in tables, captions and the lines of the title. Linear in the runs.
 */
export function findAsides(
  text: string,
  layout: Layout,
  chains: readonly Chain[],
  signs: Evidence,
  proseStart: number,
): Chain[] {
  const runs = chains.filter(({ entries }) => entries[0]!.label.family === "symbol");
  const startOf = (chain: Chain): number => layout.lines[chain.entries[0]!.from]!.first;
  // Points of a list all have one sign.
  const alike = (a: Chain | undefined, b: Chain | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.entries[0]!.label.label === b.entries[0]!.label.label &&
    startOf(b) - startOf(a) < POINTS;
  return runs
    .filter((run, i) => {
      const from = startOf(run);
      const point = alike(runs[i - 1], run) || alike(run, runs[i + 1]);
      return (
        !point && from >= proseStart && run.entries.every((entry) => isCalled(entry, from, signs, proseStart))
      );
    })
    .map(({ entries }) => ({ entries: entries.map((entry) => cut(text, layout, entry)) }));
}

const isCalled = ({ label }: Entry, from: number, signs: Evidence, proseStart: number): boolean =>
  !label.alone &&
  (signs(label.label, Math.max(proseStart, from - TABLE), from) || signs(label.label, 0, proseStart));

function cut(text: string, { lines }: Layout, entry: Entry): Entry {
  let to = entry.from + 1;
  while (to < entry.to && !WHOLE_TABLE.test(text.slice(lines[to]!.first, lines[to]!.last))) to++;
  return { ...entry, to };
}
