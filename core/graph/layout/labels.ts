/** Sets the labels of claims and sources in lines and says how much room each needs. */
import type { ClaimNode, SourceNode } from "../types.ts";
import { shortLabel, tidy } from "./short-label.ts";
import { byCharacter, type MeasureText, type SetLine, wrap } from "./wrap.ts";

export type LabelStyle = "claim-number" | "claim-words" | "source-name" | "source-count";

/** Line heights the layout reckons with; a renderer sets text no larger than about 0.85 of them. */
export const lineHeight: Readonly<Record<LabelStyle, number>> = {
  "claim-number": 16,
  "claim-words": 13,
  "source-name": 16,
  "source-count": 14,
};

export interface LabelOptions {
  /** Width of a text in pixels as the renderer will set it. Asked for once for each character of each style. */
  readonly measure: (text: string, style: LabelStyle) => number;
  /** Widest line of a claim's words. */
  readonly claimWidth?: number;
  /** Widest line of a source's name. */
  readonly sourceWidth?: number;
  /** Words under a claim's number, or the number alone. */
  readonly words?: boolean;
  /** The line under a source's name: "5 claims". */
  readonly count?: (claims: number) => string;
}

/** One line, set in the middle of the label. */
export interface LabelLine {
  readonly text: string;
  readonly style: LabelStyle;
  /** Its baseline below the label's top. */
  readonly dy: number;
}

/** A label in lines, and its room, which may be wider than the lines. */
export interface SetLabel {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

/** Baseline within a line's height. */
const BASELINE = 0.8;
/** What a renderer may put in front of a claim's number ("! 2.1", "× 1.2") or in place of a source's count. */
const WIDEST_MARK = "× ";
const WITHDRAWN = "withdrawn";

const counted = (claims: number): string => (claims === 1 ? "1 claim" : `${claims} claims`);

/** Returns the two setters of labels. They share their widths. */
export function labelSetter(options: LabelOptions): {
  readonly claim: (node: ClaimNode) => SetLabel;
  readonly source: (node: SourceNode) => SetLabel;
} {
  const widths = (style: LabelStyle): MeasureText => byCharacter((text) => options.measure(text, style));
  const measures: Readonly<Record<LabelStyle, MeasureText>> = {
    "claim-number": widths("claim-number"),
    "claim-words": widths("claim-words"),
    "source-name": widths("source-name"),
    "source-count": widths("source-count"),
  };
  const { claimWidth = 88, sourceWidth = 150, words = true, count = counted } = options;
  const number = (text: string, style: LabelStyle): SetLine => ({ text, width: measures[style](text) });
  const mark = measures["claim-number"](WIDEST_MARK);
  const withdrawn = measures["source-count"](WITHDRAWN);
  return {
    claim: (node) => {
      const head = number(node.label, "claim-number");
      const below = words ? wrap(shortLabel(node.text), claimWidth, 3, measures["claim-words"]) : [];
      return setLabel([head], "claim-number", below, "claim-words", head.width + mark);
    },
    source: (node) => {
      const name = wrap(tidy(node.label), sourceWidth, 3, measures["source-name"]);
      const below = number(count(node.direct + node.carried), "source-count");
      return setLabel(name, "source-name", [below], "source-count", withdrawn);
    },
  };
}

function setLabel(
  head: readonly SetLine[],
  headStyle: LabelStyle,
  rest: readonly SetLine[],
  restStyle: LabelStyle,
  least: number,
): SetLabel {
  const lines: LabelLine[] = [];
  let height = 0;
  let width = least;
  const add = (line: SetLine, style: LabelStyle): void => {
    lines.push({ text: line.text, style, dy: height + BASELINE * lineHeight[style] });
    height += lineHeight[style];
    width = Math.max(width, line.width);
  };
  for (const line of head) add(line, headStyle);
  for (const line of rest) add(line, restStyle);
  return { lines, width, height };
}
