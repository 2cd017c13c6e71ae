/** Reads references and footnote passages of labelled JSON lines; offsets there count code points. */
import { asPrinted, parseReference, splitReferences } from "../../core/reference/index.ts";

/** Returns a function from UTF-16 offsets to code point offsets of `text`. Linear once, constant after. */
function toCodePoints(text: string): (offset: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const at = new Int32Array(text.length + 1);
  for (let i = 0, n = 0; i < text.length; i++) {
    at[i] = n;
    if (text.codePointAt(i)! <= 0xffff || i + 1 === text.length) n++;
    else if (i + 1 < text.length) {
      at[i + 1] = n++;
      i++;
    }
    at[i + 1] = n;
  }
  return (offset) => at[offset] ?? 0;
}

/** Returns `{id, fields, spans}` for one line `{id, raw}`. */
export function referencePredictions(line: string): unknown {
  const { id, raw } = JSON.parse(line) as { id: string; raw: string };
  const { fields, spans } = asPrinted(raw, parseReference(raw));
  const at = toCodePoints(raw);
  return { id, fields, spans: spans.map((s) => [at(s.start), at(s.end), s.label]) };
}

/** Returns `{id, refs}` for one passage `{id, raw}`. */
export function footnotePredictions(line: string): unknown {
  const { id, raw } = JSON.parse(line) as { id: string; raw: string };
  const at = toCodePoints(raw);
  return { id, refs: splitReferences(raw).map((s) => [at(s.start), at(s.end)]) };
}
