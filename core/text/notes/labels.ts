/** Reads the label at the start of a note or list entry: `1.`, `[1]`, `(1)`, `1)`, `1`, `¹`, `*`, `[^1]:`. */
import type { Line } from "../layout/lines.ts";

/** How a label is set; labels of one list share their family. */
export type LabelFamily =
  | "bracket"
  | "stop"
  | "close"
  | "paren"
  | "bare"
  | "superscript"
  | "symbol"
  | "caret";

export interface LineLabel {
  readonly family: LabelFamily;
  readonly label: string;
  /** The number, or the rank of a symbol. */
  readonly value: number;
  /** Where the words begin; the end of the line where the label stands alone. */
  readonly bodyStart: number;
  readonly alone: boolean;
}

/** Symbols in the order printers use them (Chicago Manual of Style, 14.25); doubled ones follow. */
const SYMBOLS = "*†‡§‖¶#";

/** Superscript digits and their plain values. */
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Returns "12" for "¹²". */
export function lowerDigits(raised: string): string {
  let plain = "";
  for (const c of raised) {
    const value = RAISED.indexOf(c);
    plain += value < 0 ? c : String(value);
  }
  return plain;
}

const BRACKET = /\[\s?(\d{1,4})[a-z]?\s?\]\.?\s*/y;
const PAREN = /\((\d{1,4})\)\.?\s*/y;
/** "4 ." alone is a bare label before an empty note. */
const STOP = /(\d{1,4})(?:\s\.(?!\s*$)|\.)(?=[\s\p{L}"“‘'[]|$)\s*/muy;
const CLOSE = /(\d{1,4})\)\.?\s*/y;
const BARE = /(\d{1,4})(?:[:\s]\s*|(?=\p{Lu}\p{Ll})|$)/uy;
const SUPER = /([¹²³⁰⁴-⁹]{1,4})[.)]?\s*/y;
const CARET = /\[\^([^\]\s]{1,60})\]:\s*/y;
const SYMBOL = /([*†‡§‖¶#])\1{0,2}(?![*†‡§‖¶#])\s*/y;

/** Back-links of a wiki page behind the label: "^", "^ a b", "↑". */
const BACK = /[\^↑]\s*(?:[a-z]{1,2}\s+)*/y;

/** "(2012). Evaluation of essential oils": the year at the beginning of a wrapped line. */
const YEAR = /^(?:1[5-9]|20)\d\d$/;

function numbered(re: RegExp, family: LabelFamily, text: string, line: Line): LineLabel | null {
  re.lastIndex = line.first;
  const m = re.exec(text);
  if (!m || re.lastIndex > line.last + 1) {
    if (!m || m.index + m[0].trimEnd().length > line.last) return null;
  }
  const label = family === "superscript" ? lowerDigits(m[1]!) : m[1]!;
  if (family !== "bracket" && YEAR.test(label)) return null;
  BACK.lastIndex = re.lastIndex;
  const bodyStart = Math.min(BACK.test(text) ? BACK.lastIndex : re.lastIndex, line.last);
  return { family, label, value: Number(label), bodyStart, alone: bodyStart >= line.last };
}

/** Returns the label at the start of the line, or null. Looks at no more than its first characters. */
export function labelOf(text: string, line: Line): LineLabel | null {
  const code = text.charCodeAt(line.first);
  if (code >= 48 && code <= 57) {
    return (
      numbered(STOP, "stop", text, line) ??
      numbered(CLOSE, "close", text, line) ??
      numbered(BARE, "bare", text, line)
    );
  }
  if (code === 91) {
    const bracket = numbered(BRACKET, "bracket", text, line);
    if (bracket) return bracket;
    CARET.lastIndex = line.first;
    const m = CARET.exec(text);
    if (!m) return null;
    const bodyStart = Math.min(CARET.lastIndex, line.last);
    return { family: "caret", label: m[1]!, value: 0, bodyStart, alone: bodyStart >= line.last };
  }
  if (code === 40) return numbered(PAREN, "paren", text, line);
  if (code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079)) {
    return numbered(SUPER, "superscript", text, line);
  }
  if (code !== 42 && code !== 35 && code < 0xa7) return null;
  SYMBOL.lastIndex = line.first;
  const m = SYMBOL.exec(text);
  if (!m) return null;
  const label = m[0].trimEnd();
  const bodyStart = Math.min(SYMBOL.lastIndex, line.last);
  const value = SYMBOLS.indexOf(m[1]!) + 1 + (label.length - 1) * SYMBOLS.length;
  return { family: "symbol", label, value, bodyStart, alone: bodyStart >= line.last };
}
