/**
 * The order in which a page is read. Producers write text in that order nearly always, and they know the columns
 * better than any guess; only where their order jumps about, lines are sorted by columns found in the white space.
 */
import type { Line } from "./lines.ts";

/** Share of lines that may stand above the one before them in the same column, or beside the one before them. */
const tolerated = 0.12;
/** Letters from which a line is one of running text and no cell of a table. */
const wordy = 25;
/** Lines back among which the one before in the same column is looked for. */
const back = 6;

export function inReadingOrder(lines: readonly Line[], width: number): readonly Line[] {
  if (lines.length < 3) return lines;
  let jumps = 0;
  let beside = 0;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    for (let k = i - 1; k >= 0 && k >= i - back; k--) {
      const before = lines[k]!;
      const overlap = Math.min(before.right, line.right) - Math.max(before.left, line.left);
      if (overlap <= 0) continue;
      if (line.y < before.y - before.size * 0.5) jumps++;
      break;
    }
    const last = lines[i - 1]!;
    const level = Math.abs(last.y - line.y) < 1 && line.left > last.right + line.size;
    if (level && last.text.length >= wordy && line.text.length >= wordy) beside++;
  }
  const most = Math.max(2, lines.length * tolerated);
  return jumps <= most && beside <= Math.max(most, lines.length * 0.25) ? lines : byColumns(lines, width);
}

/** Full-width lines part the page into bands; within a band the columns follow one another. */
function byColumns(lines: readonly Line[], width: number): Line[] {
  const gutters = findGutters(lines, width);
  const columnOf = (line: Line): number | null => {
    if (gutters.some((x) => line.left < x - 3 && line.right > x + 3)) return null;
    return gutters.filter((x) => line.left >= x - 3).length;
  };
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.left - b.left);
  const out: Line[] = [];
  let band: Line[] = [];
  const flush = (): void => {
    for (let column = 0; column <= gutters.length; column++) {
      out.push(...band.filter((line) => columnOf(line) === column));
    }
    band = [];
  };
  for (const line of sorted) {
    if (columnOf(line) !== null) band.push(line);
    else {
      flush();
      out.push(line);
    }
  }
  flush();
  return out;
}

/** Places no line but a few crosses, with lines enough on both sides. */
function findGutters(lines: readonly Line[], width: number): number[] {
  const step = Math.max(2, width / 300);
  const crossed: number[] = [];
  for (let x = width * 0.2; x < width * 0.8; x += step) {
    crossed.push(lines.filter((line) => line.left < x && line.right > x).length);
  }
  const gutters: number[] = [];
  let from = -1;
  crossed.push(lines.length);
  crossed.forEach((count, i) => {
    const free = count <= lines.length * 0.2;
    if (free && from < 0) from = i;
    if (free || from < 0) return;
    const x = width * 0.2 + ((from + i - 1) / 2) * step;
    const left = lines.filter((line) => line.right <= x + 3).length;
    const right = lines.filter((line) => line.left >= x - 3).length;
    if (left > lines.length * 0.15 && right > lines.length * 0.15) gutters.push(x);
    from = -1;
  });
  return gutters;
}
