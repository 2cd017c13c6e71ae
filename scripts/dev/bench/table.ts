/** The rows of a benchmark as one Markdown table. */
import type { Figure, Row } from "./measure.ts";

const short = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const figure = (f: Figure | null): string => (f === null ? "" : `${short(f.value)} ${f.unit} (${f.name})`);

/** Returns the table; above 1 in the column "ratio" we are ahead of the peer. Ends with a line end. */
export function benchTable(rows: readonly Row[]): string {
  const lines = rows.map(({ part, what, ours, peer, ratio, spread, skipped }) => {
    const range = spread === null ? "" : `${short(spread[0])}–${short(spread[1])}`;
    const against = skipped === undefined ? figure(peer) : `skipped: ${skipped}`;
    return `| ${[part, what, figure(ours), against, ratio === null ? "" : short(ratio), range].join(" | ")} |`;
  });
  return `${["| part | what | ours | peer | ratio | spread |", "|---|---|---|---|---|---|", ...lines].join("\n")}\n`;
}
