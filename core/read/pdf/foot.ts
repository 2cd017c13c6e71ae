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
  const small = (line: Line): boolean => line.size < body.size * 0.94;
  const low = lines.filter((line) => line.y > height * 0.45 && small(line)).sort((a, b) => a.y - b.y);
  for (const first of low) {
    const label = labelOf(first);
    if (label === undefined || !raised.has(label) || foot.has(first)) continue;
    const beside = lines.filter(
      (line) => Math.min(line.right, first.right) > Math.max(line.left, first.left),
    );
    const below = beside.filter((line) => line.y > first.y);
    const above = beside.filter((line) => line.y < first.y - 1).sort((a, b) => b.y - a.y)[0];
    // Nothing but small type may stand below the first note, and the text itself above it.
    if (!below.every(small) || (above !== undefined && small(above) && first.y - above.y < first.size * 2))
      continue;
    for (const line of [first, ...below]) foot.add(line);
  }
  return foot;
}

function labelOf(line: Line): string | undefined {
  const [first] = line.pieces;
  if (first?.lift === "raised") return first.text.trim();
  return /^(\d{1,3})[.)]?\s/.exec(line.text)?.[1] ?? symbol.exec(line.text)?.[0].replace(/[\s\p{L}]+$/u, "");
}
