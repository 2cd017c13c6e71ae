/** Notes at the foot of a page: smaller lines below the text of a column that open with a label the page calls. */
import type { Line } from "./lines.ts";
import type { Type } from "./paragraphs.ts";

const symbol = /^[*†‡§¶]{1,3}\s?\p{L}/u;

/** Returns the lines of a page's notes. */
export function footLines(lines: readonly Line[], body: Type, height: number): ReadonlySet<Line> {
  const raised = new Set<string>();
  for (const line of lines) {
    if (line.size < body.size * 0.95) continue;
    for (const piece of line.pieces) {
      if (piece.lift === "raised")
        for (const label of piece.text.match(/\d{1,3}|[*†‡§¶]+/g) ?? []) raised.add(label);
    }
  }
  const foot = new Set<Line>();
  if (raised.size === 0 || lines.length > 1_000) return foot; // a drawing made of letters has no notes
  const low = lines.filter((line) => line.y > height * 0.45 && line.size < body.size * 0.94);
  for (const first of low) {
    const label =
      first.pieces[0]?.lift === "raised"
        ? first.pieces[0].text.trim()
        : (/^(\d{1,3})[.)]?\s/.exec(first.text)?.[1] ??
          symbol.exec(first.text)?.[0].replace(/[\s\p{L}]+$/u, ""));
    if (label === undefined || !raised.has(label)) continue;
    const column = lines.filter(
      (line) => line.y > first.y && Math.min(line.right, first.right) > Math.max(line.left, first.left),
    );
    // Nothing but small type may stand below the first note.
    if (column.some((line) => line.size > body.size * 0.94)) continue;
    for (const line of [first, ...column]) foot.add(line);
  }
  return foot;
}
