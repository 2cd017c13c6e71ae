/** Printed note labels: how "[3]", "12.", "(a)" and "†" look at the start of a note and inside a link to it. */

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Returns the text with superscript digits as plain ones. */
export function plainDigits(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(superscripts.indexOf(digit)));
}

/** Returns the bare label of a call's words ("[3]" → "3", "¹²" → "12", " † " → "†"), or null for other words. */
export function callLabel(text: string): string | null {
  const bare = plainDigits(text.trim())
    .replace(/[.:]$/, "")
    .replace(/^[[({^]\s*|\s*[\])}]$/g, "")
    .trim();
  const known =
    /^(?:(?:note|nb|n|fn|footnote|a)\s?\.?\s?)?\d{1,4}[a-z]?$/i.test(bare) ||
    /^[a-z]{1,2}$|^[ivxlc]{1,7}$/i.test(bare) ||
    /^[*†‡§¶‖#°]{1,4}$/.test(bare);
  return known ? bare : null;
}

/** A label in front of a note's words: its bare form and the length up to the words. */
export interface PrintedLabel {
  readonly label: string;
  readonly length: number;
}

/** Forms that can be nothing but a label, and the looser ones believed when they are the label expected. */
const strict =
  /^\s*(?:\[\s*([^\]\s]{1,12})\s*\][.:]?|\(\s*(\d{1,3})\s*\)|(\d{1,3})[.)](?![\d/])|([*†‡§¶‖]{1,4}|[⁰¹²³⁴-⁹]{1,4}))\s*/u;
const loose =
  /^\s*[[({^]?\s*([\p{L}\d]{1,8}(?:\s\d{1,4})?|[*†‡§¶‖#°]{1,4})\s*[\])}]?(?:[.:)]|\s|(?<=\])|$)\s*/u;

/** Returns the label `text` begins with, or null. `expected` is the label its calls or its place in a list give. */
export function printedLabel(text: string, expected: string | null): PrintedLabel | null {
  if (expected !== null) {
    const found = loose.exec(plainDigits(text));
    if (found && found[1] === expected) return { label: expected, length: found[0].length };
  }
  const found = strict.exec(text);
  const label = found?.slice(1).find((group) => group !== undefined);
  return found && label ? { label: plainDigits(label), length: found[0].length } : null;
}
