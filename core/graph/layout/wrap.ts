/** Sets a label in lines no wider than it may be, by measured width. */

/** Returns the width of a text in the caller's unit. */
export type MeasureText = (text: string) => number;

/** Returns `measure` with a memory: words repeat, and measuring is the slow part of setting a label. */
export function remember(measure: MeasureText): MeasureText {
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      width = measure(text);
      known.set(text, width);
    }
    return width;
  };
}

export interface SetLine {
  readonly text: string;
  readonly width: number;
}

/**
 * Returns at most `most` lines, each at most `room` wide unless a single word is wider; the last one ends in "…"
 * when words are left over. Widths are sums of word widths, so that each word is measured once.
 */
export function wrap(text: string, room: number, most: number, measure: MeasureText): readonly SetLine[] {
  const words = text.split(" ").filter((word) => word !== "");
  const space = measure(" ");
  const lines: { text: string; width: number }[] = [];
  for (const word of words) {
    const width = measure(word);
    const line = lines.at(-1);
    if (line && line.width + space + width <= room) {
      line.text += ` ${word}`;
      line.width += space + width;
    } else if (lines.length < most) {
      lines.push({ text: word, width });
    } else {
      const last = lines[most - 1]!;
      if (!last.text.endsWith("…")) {
        last.text = `${last.text}…`;
        last.width += measure("…");
      }
      break;
    }
  }
  return lines;
}
