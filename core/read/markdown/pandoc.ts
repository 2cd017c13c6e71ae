/** What pandoc writes into Markdown and the parser takes for words: attributes, captions of tables, equations set apart. */
import type { Paragraph, RootContent } from "mdast";
import type { Inline } from "./inline-notes.ts";

/**
 * Attributes behind a heading, image or equation: `{#sec:intro .unnumbered}`, `{-}`, `{width=80%}`. Braces behind a
 * letter, with neither blank nor bracket between, may be a formula's.
 */
const ATTRIBUTES = /(?:[ \n]|^|(?<=[\])]))\{(?:-|[#.][^{}\n]{0,200}|[a-z][\w-]{0,20}=[^{}\n]{0,200})\} ?$/;

/** Returns the words without attributes at their end and without fences of divisions (`:::`). */
export function withoutAttributes(text: string): string {
  if (!text.includes("{") && !text.includes(":::")) return text;
  return text.replace(ATTRIBUTES, "").replace(/^:{3,}[^\n]{0,200}$/gm, "");
}

/** The words of an image that stands alone but for its attributes: pandoc prints them as its caption. Else null. */
export function loneImage(nodes: readonly Inline[]): string | null {
  const [image, behind] = nodes;
  if (image === undefined || !("type" in image) || image.type !== "image" || nodes.length > 2) return null;
  const bare =
    behind === undefined ||
    ("type" in behind && behind.type === "text" && withoutAttributes(behind.value) === "");
  return bare ? (image.alt ?? "") : null;
}

const CAPTION = /^(?:[Tt]able)?: /;

/** The paragraph right before or behind a table that begins with `:` or `Table:`, without that sign; else null. */
export function tableCaption(siblings: readonly RootContent[], i: number): Paragraph | null {
  const node = siblings[i];
  if (node?.type !== "paragraph" || (siblings[i - 1]?.type !== "table" && siblings[i + 1]?.type !== "table"))
    return null;
  const [first, ...rest] = node.children;
  if (first?.type !== "text" || !CAPTION.test(first.value)) return null;
  return { ...node, children: [{ ...first, value: first.value.replace(CAPTION, "") }, ...rest] };
}

/** A paragraph that is one equation set apart, `$$ … $$`, as it stands in the file but for its attributes; else null. */
export function equation(typed: string): string | null {
  if (!typed.startsWith("$$")) return null;
  const formula = withoutAttributes(typed.trimEnd());
  return formula.indexOf("$$", 2) === formula.length - 2 && formula.length > 4 ? formula : null;
}
