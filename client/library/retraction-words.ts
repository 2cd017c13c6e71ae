/** The words about the list of retracted papers and the sources on it. */
import type { OnListCounts, Standing } from "../api/retractions.ts";
import { count, list } from "../desk/words.ts";

export const standingText: Readonly<Record<Standing, string>> = {
  retracted: "retracted",
  noticed: "with a notice",
  possible: "perhaps retracted, by the title only",
};

/** Returns "69,000 rows, the newest notice of 2026-01-02". */
export const listText = ({ rows, upTo }: { readonly rows: number; readonly upTo: string | null }): string =>
  `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}${upTo === null ? "" : `, the newest notice of ${upTo}`}`;

/** Returns "3 sources are on it: 1 retracted and 2 with a notice". */
export function onListText(counts: OnListCounts): string {
  const parts = (Object.keys(standingText) as Standing[]).filter((s) => counts[s] > 0);
  const all = parts.reduce((sum, standing) => sum + counts[standing], 0);
  if (all === 0) return "No source of the library is on it";
  const told = list(parts.map((standing) => `${counts[standing]} ${standingText[standing]}`));
  return `${count(all, "source")} of the library ${all === 1 ? "is" : "are"} on it: ${told}`;
}
