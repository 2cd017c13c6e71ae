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
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && stands(lines[to]!) && !(to > from && lines[to]!.newPage)) to++;
    const run = lines.slice(from, to);
    // A page that is set in as a whole has its margin there.
    const edge =
      to - from < fewest
        ? 0
        : run.reduce((least, line) => Math.min(least, indent(line)), Number.POSITIVE_INFINITY);
    const inside = (line: Line): boolean => indent(line) > edge;
    const set = to - from < fewest ? null : settingOf(text, run, inside);
    for (let i = from; set !== null && i < to; i++)
      found[i] = inside(lines[i]!) === (set === "set-in") ? "begins" : "goes-on";
    from = Math.max(to, from + 1);
  }
  return found;
}

/** Two entries or paragraphs of two lines. */
const fewest = 4;

const stands = (line: Line): boolean => !blank(line) && !line.row;

/** Returns how the lines of a run are set, or null where some are set in and nothing says why. */
function settingOf(
  text: string,
  run: readonly Line[],
  inside: (line: Line) => boolean,
): "hanging" | "set-in" | null {
  const within = run.filter(inside);
  if (within.length < 2 || within.length > run.length - 2) return null;
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
  return first && !isFlush ? "set-in" : null;
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
