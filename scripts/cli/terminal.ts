/** Text for a terminal: colour where it is wanted, lines wrapped by what they show, no control characters. */

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "blue";

const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
};

export interface Terminal {
  readonly width: number;
  style(style: Style, text: string): string;
}

/**
 * Returns how to write to `stream`. `NO_COLOR` (any value) and `FORCE_COLOR` are honoured; without them colour
 * is for terminals only. Files and pipes get 80 columns.
 */
export function terminalFor(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const plain = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  const colour = !plain && (forced || stream.isTTY === true);
  return {
    width: stream.isTTY === true ? Math.min(Math.max(stream.columns ?? 80, 40), 100) : 80,
    style(style, text) {
      const [on, off] = codes[style];
      return colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    },
  };
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Returns the columns a text takes, near enough: wide letters two, combining marks none. */
export function columns(text: string): number {
  let n = 0;
  for (const point of text) n += unseen.test(point) ? 0 : wide.test(point) ? 2 : 1;
  return n;
}

/** Returns the text on one line without anything a terminal would obey instead of showing. */
export const printable = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();

/** Returns the text cut to `width` columns, with an ellipsis where something is missing. */
export function clip(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const point of text) {
    used += columns(point);
    if (used > width - 1) break;
    kept += point;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Returns the text in lines of at most `width` columns: the first behind `first`, the others behind as many
 * spaces. A word longer than a line stands alone and is not cut.
 */
export function wrap(text: string, width: number, first = ""): string[] {
  const indent = " ".repeat(columns(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of printable(text).split(" ")) {
    if (!empty && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].map((l) => l.trimEnd());
}
