/** Paragraphs that Word numbers, to which nothing leads, but whose numbers the text before them calls for. */
import type { NoteType } from "../../model.ts";
import { CalledNumbers, SHOWN, typeOfItems } from "../called.ts";
import { child, type XmlElement, xmlText } from "../xml.ts";
import { val } from "./styles.ts";
import type { ParagraphFacts } from "./survey.ts";

export interface CalledItems {
  readonly paragraphs: readonly XmlElement[];
  readonly type: NoteType;
}

/** Returns the last numbered list that the text calls for by its numbers, or null. Linear in the paragraphs. */
export function calledItems(
  order: readonly XmlElement[],
  facts: ReadonlyMap<XmlElement, ParagraphFacts>,
): CalledItems | null {
  const called = new CalledNumbers();
  let found: CalledItems | null = null;
  let heading = "";
  for (let i = 0; i < order.length; ) {
    const paragraph = order[i]!;
    const { level, list, shown } = facts.get(paragraph)!;
    if (level !== null) heading = xmlText(paragraph).trim().slice(0, 80);
    let to = i + 1;
    if (list !== null && level === null && /^\d+$/.test(shown?.bare ?? "")) {
      const goesOn = (next: XmlElement): boolean => {
        const other = facts.get(next)!;
        return other.level === null && other.list?.list === list.list && other.list.level === list.level;
      };
      while (to < order.length && goesOn(order[to]!)) to++;
      const paragraphs = order.slice(i, to);
      const words = paragraphs.map((item) => xmlText(item).slice(0, SHOWN));
      if (called.fits(words, Number(shown!.bare))) found = { paragraphs, type: typeOfItems(heading, words) };
    }
    for (; i < to; i++) count(order[i]!, called);
  }
  return found;
}

function count(element: XmlElement, called: CalledNumbers): void {
  for (const node of element.children) {
    if (typeof node === "string") continue;
    if (node.name !== "w:r") count(node, called);
    else if (val(child(node, "w:rPr"), "w:vertAlign") === "superscript") called.raised(xmlText(node));
    else called.running(xmlText(node));
  }
}
