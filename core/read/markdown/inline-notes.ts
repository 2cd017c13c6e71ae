/** Pandoc's inline notes, `^[words of the note]`, which CommonMark does not know: cut out of a run of inline nodes. */
import type { PhrasingContent, Text } from "mdast";

export interface InlineNote {
  readonly kind: "inline-note";
  readonly children: readonly PhrasingContent[];
}

export type Inline = PhrasingContent | InlineNote;

/**
 * Returns the nodes with every `^[…]` made one node. The closing bracket is the one that balances the opening one,
 * counted in the text nodes of this level; a note that never closes stays text.
 */
export function cutInlineNotes(nodes: readonly PhrasingContent[]): readonly Inline[] {
  if (!nodes.some((node) => node.type === "text" && node.value.includes("^["))) return nodes;
  const out: Inline[] = [];
  let note: PhrasingContent[] | null = null;
  let depth = 0;
  const text = (whole: Text, from: number, to = whole.value.length): void => {
    const value = whole.value.slice(from, to);
    if (value !== "") (note ?? out).push({ type: "text", value, ...placed(whole, from) });
  };
  for (const node of nodes) {
    if (node.type !== "text") {
      (note ?? out).push(node);
      continue;
    }
    let from = 0;
    for (let i = 0; i < node.value.length; i++) {
      const c = node.value[i];
      if (note === null) {
        if (c !== "^" || node.value[i + 1] !== "[") continue;
        text(node, from, i);
        note = [];
        depth = 1;
        from = i + 2;
        i++;
      } else if (c === "[") depth++;
      else if (c === "]" && --depth === 0) {
        text(node, from, i);
        out.push({ kind: "inline-note", children: note });
        note = null;
        from = i + 1;
      }
    }
    text(node, from);
  }
  if (note !== null) {
    out.push({ type: "text", value: "^[" });
    for (const node of note) out.push(node);
  }
  return out;
}

/** Where a part of a text node begins: near it, since what is escaped in front of it is longer in the file. */
function placed({ position }: Text, from: number): Pick<Text, "position"> {
  if (position?.start.offset === undefined) return {};
  return { position: { ...position, start: { ...position.start, offset: position.start.offset + from } } };
}
