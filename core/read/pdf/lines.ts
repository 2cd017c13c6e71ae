/**
 * Runs of glyphs to printed lines: what stands on one baseline without a wide gap, in the producer's order. Raised
 * and lowered runs stay in their line and are marked.
 */
import type { Run } from "./page.ts";

export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly size: number;
  readonly font: string;
  readonly lift: "raised" | "lowered" | null;
}

export interface Line {
  readonly page: number;
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  /** Baseline, in points from the top. */
  readonly y: number;
  /** Size of most of its letters. */
  readonly size: number;
  /** Font of most of its letters. */
  readonly font: string;
  readonly text: string;
  /** Wide gaps inside, as table rows have. */
  readonly gaps: number;
}

/** In sizes of the line: what still stands on the same line, what parts it, and what parts words. */
const sameBaseline = 0.15;
const script = 0.75;
const partGap = 1.6;
const wordGap = 0.18;

/** Returns the lines of a page in the producer's order. Linear. */
export function toLines(page: number, runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let current: Run[] = [];
  let base: Run | null = null;
  const close = (): void => {
    const line = current.length === 0 ? null : makeLine(page, current);
    if (line !== null) lines.push(line);
    current = [];
    base = null;
  };
  for (const run of runs) {
    const blank = run.text.trim() === "";
    if (!blank) {
      const last = current.findLast(({ text }) => text.trim() !== "");
      if (last !== undefined && base !== null && !continues(last, base, run)) close();
      current.push(run);
      // The base is the first run of full size: a raised label may come before the words.
      if (base === null || run.size > base.size * 1.15) base = run;
    } else if (current.length > 0 && run.text !== "") current.push(run);
    if (run.ends) close();
  }
  close();
  return joinSpread(lines);
}

/**
 * Parts of one line of justified text whose words were spread wide apart: they stand on one baseline, and the line
 * above or below them runs over the whole width.
 */
function joinSpread(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    while (end < lines.length && follows(lines[end - 1]!, lines[end]!)) end++;
    const parts = lines.slice(i, end);
    const whole =
      parts.length > 1 && [out.at(-1), lines[end]].some((near) => near !== undefined && covers(near, parts));
    if (whole) out.push(parts.reduce(join));
    else out.push(...parts);
    i = end;
  }
  return out;
}

const follows = (a: Line, b: Line): boolean =>
  Math.abs(a.y - b.y) < 0.6 && a.size === b.size && b.left > a.right && b.left - a.right < a.size * 9;

function covers(near: Line, parts: readonly Line[]): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const close = near.size === first.size && Math.abs(near.y - first.y) < first.size * 1.8;
  return close && near.left < first.left + first.size * 2 && near.right > last.right - first.size;
}

function join(a: Line, b: Line): Line {
  const last = a.pieces.at(-1)!;
  const pieces = [...a.pieces.slice(0, -1), { ...last, text: `${last.text} ` }, ...b.pieces];
  return { ...a, pieces, right: b.right, text: `${a.text} ${b.text}`, gaps: a.gaps + b.gaps + 1 };
}

function continues(last: Run, base: Run, run: Run): boolean {
  const size = Math.max(base.size, run.size);
  const rise = Math.abs(run.y - base.y);
  const small = Math.min(base.size, run.size) < size * 0.87;
  if (rise > size * (small ? script : sameBaseline)) return false;
  const gap = run.x - (last.x + last.width);
  return gap < size * partGap && gap > -size * 0.6;
}

function makeLine(page: number, runs: readonly Run[]): Line | null {
  const words = runs.filter(({ text }) => text.trim() !== "");
  const first = words[0];
  if (first === undefined) return null;
  const sizes = new Map<number, number>();
  for (const { size, text } of words) sizes.set(round(size), (sizes.get(round(size)) ?? 0) + text.length);
  // Between sizes of nearly equal share the larger one is the line's: raised numbers may fill half of it.
  const size = [...sizes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0];
  const full = words.filter((run) => round(run.size) === size);
  const y = median(full.map((run) => run.y));
  const fonts = new Map<string, number>();
  for (const { font, text } of full) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  const font = [...fonts].sort((a, b) => b[1] - a[1])[0]![0];
  const pieces: Piece[] = [];
  let text = "";
  let gaps = 0;
  let end = first.x;
  let spaced = false;
  for (const run of runs) {
    if (run.text.trim() === "") {
      spaced ||= text !== "";
      continue;
    }
    const gap = run.x - end;
    if (text !== "" && (spaced || gap > size * wordGap) && !text.endsWith(" ") && !run.text.startsWith(" ")) {
      text += " ";
      const last = pieces.at(-1)!;
      pieces[pieces.length - 1] = { ...last, text: `${last.text} ` };
    }
    if (gap > size * 2) gaps++;
    const rise = y - run.y;
    const small = run.size < size * 0.87;
    const lift = small && rise > size * 0.15 ? "raised" : small && rise < -size * 0.08 ? "lowered" : null;
    pieces.push({ text: run.text, x: run.x, end: run.x + run.width, size: run.size, font: run.font, lift });
    text += run.text;
    end = run.x + run.width;
    spaced = false;
  }
  return { page, pieces, left: first.x, right: end, y, size, font, text, gaps };
}

const round = (size: number): number => Math.round(size * 2) / 2;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
