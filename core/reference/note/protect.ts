/** Finds what stands inside quotation marks or brackets, where no citation ends and no separator separates. */

const OPEN: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "“": "”",
  "„": "“”",
  "«": "»",
  "‹": "›",
  "‘": "’",
};
/** A quotation longer than this was never closed: the mark was an apostrophe, an inch or an error. */
const LONGEST = 400;

/**
 * Returns for each unit of `text` how deep it stands in brackets and quotation marks (0: at the top).
 * An opening mark without its closing partner within 400 units opens nothing. Linear.
 */
export function depths(text: string): Uint8Array {
  const depth = new Uint8Array(text.length);
  const stack: { readonly close: string; readonly at: number }[] = [];
  const raise = (from: number, to: number) => {
    for (let i = from; i <= to; i++) depth[i] = Math.min(depth[i]! + 1, 255);
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    while (stack.length > 0 && i - stack[0]!.at > LONGEST) stack.shift();
    const top = stack.findLastIndex((open) => open.close.includes(c));
    const apostrophe = c === "’" && /\p{L}/u.test(text[i + 1] ?? "") && /\p{L}/u.test(text[i - 1] ?? "");
    if (top >= 0 && !apostrophe) {
      raise(stack[top]!.at, i);
      stack.length = top;
      continue;
    }
    if (c === '"') {
      stack.push({ close: '"', at: i });
      continue;
    }
    const close = OPEN[c];
    // ‘ may be an apostrophe of its own ("‘48"): it needs a word behind it and none before.
    if (close === undefined || (c === "‘" && /[\p{L}\d]/u.test(text[i - 1] ?? ""))) continue;
    if (stack.length < 8) stack.push({ close, at: i });
  }
  return depth;
}
