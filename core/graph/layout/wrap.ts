/** Sets a label in lines no wider than it may be, by measured width. */

/** Returns the width of a text in the caller's unit. */
export type MeasureText = (text: string) => number;

/**
 * Returns a measure that adds up the widths of characters and asks for each of them once: words differ, characters
 * repeat, and asking is the slow part. Kerning and ligatures make a line narrower than its sum, hardly ever wider.
 */
export function byCharacter(measure: MeasureText): MeasureText {
  const plain = new Float64Array(128).fill(-1);
  const others = new Map<string, number>();
  const other = (c: string): number => {
    const known = others.get(c);
    if (known !== undefined) return known;
    const width = measure(c);
    others.set(c, width);
    return width;
  };
  return (text) => {
    let width = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code < 128) {
        if (plain[code]! < 0) plain[code] = measure(text[i]!);
        width += plain[code]!;
      } else {
        const c = String.fromCodePoint(text.codePointAt(i)!);
        width += other(c);
        i += c.length - 1;
      }
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
 * when words are left over. Linear.
 */
export function wrap(text: string, room: number, most: number, measure: MeasureText): readonly SetLine[] {
  const whole = text === "" ? 0 : measure(text);
  if (whole <= room && most > 0) return text === "" ? [] : [{ text, width: whole }];
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
