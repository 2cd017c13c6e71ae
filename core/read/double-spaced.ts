/** Plain text set with an empty line between all its lines, as typescripts and some converters leave it. */
import type { Origin } from "../model.ts";

export interface Closed {
  readonly text: string;
  /** Where the lines stand in the text that was given. */
  readonly origins: readonly Origin[];
}

/** So few lines show no habit. */
const FEWEST = 12;
/** A line that breaks off is at least so long. */
const NARROWEST = 30;

/**
 * Returns the text with every second line end taken out, or null where it is not double-spaced: hardly two lines stand
 * directly below each other, and of those parted by one empty line a good part breaks off in the middle of a sentence
 * and goes on with a small letter. Paragraphs that are one line each end with a stop and begin with a capital. Linear.
 */
export function closeDoubleSpacing(text: string): Closed | null {
  if (!text.includes("\n")) return null;
  const lines = text.split("\n");
  const words = lines.map((line) => line.trim());
  const filled = words.flatMap((line, i) => (line === "" ? [] : [i]));
  let [close, single, goesOn] = [0, 0, 0];
  for (let k = 1; k < filled.length; k++) {
    const [a, b] = [filled[k - 1]!, filled[k]!];
    if (b - a === 1) close++;
    if (b - a !== 2) continue;
    single++;
    if (words[a]!.length >= NARROWEST && !/[.!?:;]["'”’»)\]]*$/.test(words[a]!) && /^\p{Ll}/u.test(words[b]!))
      goesOn++;
  }
  if (filled.length < FEWEST || close > 0.02 * filled.length || goesOn < 0.25 * single) return null;
  return withoutEverySecond(lines, filled);
}

function withoutEverySecond(lines: readonly string[], filled: readonly number[]): Closed {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const origins: Origin[] = [];
  const parts: string[] = [];
  let length = 0;
  filled.forEach((i, k) => {
    const line = lines[i]!.trimEnd();
    if (k > 0) {
      const gap = "\n".repeat(Math.max(1, Math.ceil((i - filled[k - 1]!) / 2)));
      parts.push(gap);
      length += gap.length;
    }
    origins.push({ start: length, end: length + line.length, source: starts[i]! });
    parts.push(line);
    length += line.length;
  });
  return { text: parts.join(""), origins };
}
