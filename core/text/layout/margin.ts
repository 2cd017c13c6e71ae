/**
 * Reads the margin: entries that hang, each of which begins at the margin with its further lines set in, and paragraphs
 * whose first lines are set in. In such runs of lines the length of a line says nothing about where something ends.
 */
import { blank, firstWord, indent, type Line } from "./lines.ts";

/** What the margin says of a line: something begins with it, or it goes on; `null` where the margin says nothing. */
export type Margin = "begins" | "goes-on" | null;

/** Returns what the margin says of each line. Linear in the lines. */
export function readMargin(text: string, lines: readonly Line[]): readonly Margin[] {
  const found: Margin[] = lines.map(() => null);
  const runs: Run[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && stands(lines[to]!) && !(to > from && lines[to]!.newPage)) to++;
    if (to - from >= fewest) runs.push(runOf(lines, from, to));
    from = Math.max(to, from + 1);
  }
  const settings = runs.map((run) => settingOf(text, run, 2));
  // How far the first lines stand in is the same throughout; a page may hold one of them alone.
  const depths = new Set(runs.flatMap((run, r) => (settings[r] === "set-in" ? [depthOf(run)] : [])));
  runs.forEach((run, r) => {
    let set = settings[r]!;
    if (set === null && depths.has(depthOf(run)) && settingOf(text, run, 1) === "set-in") set = "set-in";
    if (set === null) return;
    run.lines.forEach((line, i) => {
      found[run.from + i] = run.inside(line) === (set === "set-in") ? "begins" : "goes-on";
    });
  });
  return found;
}

/** Lines below each other. */
interface Run {
  readonly from: number;
  readonly lines: readonly Line[];
  readonly inside: (line: Line) => boolean;
}

function runOf(lines: readonly Line[], from: number, to: number): Run {
  const run = lines.slice(from, to);
  // A page that is set in as a whole has its margin there.
  const edge = run.reduce((least, line) => Math.min(least, indent(line)), Number.POSITIVE_INFINITY);
  return { from, lines: run, inside: (line) => indent(line) > edge };
}

/** How far the first of its lines that is set in stands in; 0 where none is. */
const depthOf = (run: Run): number => {
  const line = run.lines.find(run.inside);
  return line ? indent(line) : 0;
};

/** Two entries or paragraphs of two lines. */
const fewest = 4;

const stands = (line: Line): boolean => !blank(line) && !line.row;

/** Returns how the lines of a run are set, or null where fewer than `least` are set in or nothing says why. */
function settingOf(text: string, { lines: run, inside }: Run, least: 1 | 2): "hanging" | "set-in" | null {
  const within = run.filter(inside);
  if (within.length < least || within.length > run.length - 2) return null;
  if (within.some((line) => indent(line) !== indent(within[0]!))) return null;
  const width = usualWidth(run);
  const below = run.slice(1).map((line, i) => ({
    inside: inside(line),
    isWrapped: run[i]!.last - run[i]!.start + 1 + firstWord(text, line) > width - slack,
    stopped: STOP.test(text.slice(Math.max(run[i]!.first, run[i]!.last - 4), run[i]!.last)),
  }));
  const set = below.filter((line) => line.inside);
  const flush = below.filter((line) => !line.inside);
  const isFlush = !inside(run[0]!);
  if (isFlush && mostly(set, (line) => line.isWrapped)) return "hanging";
  // A line set in behind another one would be verse or a quotation.
  const first = set.every((line) => line.stopped) && mostly(flush, (line) => line.isWrapped);
  if (!first || !isFlush) return first ? "set-in" : null;
  // A page, or a section, may begin flush; then no line set in stands below another one.
  const inARow = below.some((line, i) => line.inside && below[i - 1]?.inside === true);
  return inARow ? null : "set-in";
}

/** The width that all lines but a few keep: an address that cannot be broken runs over it. */
function usualWidth(run: readonly Line[]): number {
  const lengths = run.map((line) => line.last - line.start).sort((a, b) => a - b);
  return lengths[Math.floor((lengths.length - 1) * 0.9)]!;
}

const mostly = <T>(list: readonly T[], holds: (one: T) => boolean): boolean =>
  list.filter(holds).length >= 0.8 * list.length;

const STOP = /[.!?…:]["”’»)\]]?[\d*†‡§⁰¹²³⁴-⁹]{0,3}$/u;

/** Lines may be broken so many characters before they are full, as before a long address. */
const slack = 8;
