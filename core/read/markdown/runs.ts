/** Runs inside the words of Markdown that the parser leaves to pandoc: subscripts, superscripts, signs escaped. */

export interface Run {
  readonly text: string;
  readonly kind: "words" | "subscript" | "superscript" | "literal";
}

/** `CO~2~`, `m^2^`, `text.^1,2^`: no blank inside, and a character that it is glued to. */
const SCRIPT =
  /(?:(?<=[\p{L}\d)\]])~([+−-]?[\p{L}\d]{1,12}(?:[,–-]\d{1,3}){0,20}[+−-]?)~(?!~)|(?<=[^\s~^])\^([+−-]?[\p{L}\d]{1,12}(?:[,–-]\d{1,3}){0,20}[+−-]?|[*†‡§])\^)/gu;

/**
 * Cuts the words of a text node. `typed` is how they stand in the file: a key sign escaped there (`\@name`) shows
 * itself, and an escaped `~` or `^` raises or lowers nothing. Linear.
 */
export function cutRuns(value: string, typed: string): readonly Run[] {
  const runs: Run[] = [];
  const plain = typed.includes("\\~") || typed.includes("\\^");
  const escaped = typed.includes("\\@") ? escapedSigns(typed) : null;
  let sign = 0;
  const words = (text: string): void => {
    let from = 0;
    for (let at = text.indexOf("@"); escaped !== null && at >= 0; at = text.indexOf("@", at + 1)) {
      if (!escaped.has(sign++)) continue;
      if (at > from) runs.push({ text: text.slice(from, at), kind: "words" });
      runs.push({ text: "@", kind: "literal" });
      from = at + 1;
    }
    if (from < text.length) runs.push({ text: text.slice(from), kind: "words" });
  };
  let at = 0;
  for (const m of plain ? [] : value.matchAll(SCRIPT)) {
    words(value.slice(at, m.index));
    runs.push({ text: m[1] ?? m[2]!, kind: m[1] === undefined ? "superscript" : "subscript" });
    at = m.index + m[0].length;
  }
  words(value.slice(at));
  return runs;
}

/** Which of the key signs, counted from 0, stand behind a backslash. */
function escapedSigns(typed: string): ReadonlySet<number> {
  const found = new Set<number>();
  let n = 0;
  for (const m of typed.matchAll(/\\?@/g)) {
    if (m[0].length === 2) found.add(n);
    n++;
  }
  return found;
}
