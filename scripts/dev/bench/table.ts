/** The rows of a benchmark as Markdown tables: all of them, and those with a ratio alone. */
import type { Figure, Row } from "./measure.ts";

const short = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const figure = (f: Figure | null): string => (f === null ? "" : `${short(f.value)} ${f.unit} (${f.name})`);
const range = (spread: Row["spread"]): string =>
  spread === null ? "" : `${short(spread[0])}–${short(spread[1])}`;
const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |\n`).join("");

/** Returns all rows; above 1 in the column "ratio" we are ahead of the peer. Ends with a line end. */
export const benchTable = (rows: readonly Row[]): string =>
  table(
    ["part", "what", "ours", "peer", "ratio", "spread"],
    rows.map(({ part, what, ours, peer, ratio, spread, skipped }) => [
      part,
      what,
      figure(ours),
      skipped === undefined ? figure(peer) : `skipped: ${skipped}`,
      ratio === null ? "" : short(ratio),
      range(spread),
    ]),
  );

/** Returns the rows that stand beside a peer, for a reader who knows neither the parts nor the machine. */
export const ratioTable = (rows: readonly Row[]): string =>
  table(
    ["what", "peer", "ratio", "spread"],
    rows.flatMap(({ what, peer, ratio, spread }) =>
      peer === null || ratio === null ? [] : [[what, peer.name, short(ratio), range(spread)]],
    ),
  );
