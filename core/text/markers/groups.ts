/** Finds bracketed stretches of a paragraph, inner ones too. */
import type { Span } from "../../model.ts";

/** From the opening bracket to behind the closing one. */
export type Group = Span;

/** A citation in brackets is never longer; a bound for unclosed brackets. */
const LONGEST = 3000;
const DEEPEST = 12;

/** Returns the round and square bracket pairs in order of their start. Linear. */
export function bracketGroups(text: string, span: Span): Group[] {
  const open: { at: number; close: number }[] = [];
  const found: Group[] = [];
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (code === 40 || code === 91) {
      if (open.length >= DEEPEST) open.shift();
      open.push({ at: i, close: code === 40 ? 41 : 93 });
    } else if (code === 41 || code === 93) {
      while (open.length > 0) {
        const top = open.pop()!;
        if (top.close !== code) continue;
        if (i - top.at <= LONGEST) found.push({ start: top.at, end: i + 1 });
        break;
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
