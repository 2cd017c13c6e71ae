/**
 * Ordered lists whose items nothing leads to, but whose numbers the text before them calls for: raised, in square
 * brackets, or as superscript digits. The browser shows the numbers; they stand in no text.
 */
import { plainDigits } from "../labels.ts";
import { children } from "./links.ts";
import { attribute, type Element, type Root, textOf, walk } from "./tree.ts";

/** A list of fewer items may be anything. */
const FEWEST = 3;
/** Share of the items that must be called for. */
const CALLED = 0.6;
/** Characters of an item looked at. */
const SHOWN = 200;

const RAISED = /^[\s[(]*\d{1,3}(?:\s?[,;–‐‑-]\s?\d{1,3})*[\s\])]*$/;
const BRACKETED = /\[(\d{1,3}(?:\s?[,;–‐‑-]\s?\d{1,3})*)\]|([⁰¹²³⁴-⁹]+(?:[,–⁻-][⁰¹²³⁴-⁹]+)*)/g;

/** Returns the items of the last list that the text calls for by its numbers; none where no list is. Linear. */
export function calledItems(root: Root): readonly Element[] {
  const called = new Set<number>();
  let most = 0;
  let found: readonly Element[] = [];
  const call = (words: string): void => {
    for (const [, from, to] of plainDigits(words).matchAll(/(\d{1,3})(?:\s?[–‐‑⁻-]\s?(\d{1,3}))?/g)) {
      const last = Number(to ?? from);
      for (let n = Number(from); n <= last && n <= Number(from) + 50; n++) called.add(n);
      most = Math.max(most, last);
    }
  };
  walk(root, (element) => {
    if (/^(?:script|style|template|nav)$/.test(element.tagName)) return false;
    if (element.tagName === "ol") {
      const items = callable(element, called, most);
      if (items.length > 0) {
        found = items;
        return false;
      }
    }
    if (element.tagName === "sup") {
      const words = textOf(element, SHOWN);
      if (RAISED.test(words)) call(words);
    }
    for (const child of element.childNodes) {
      if (child.nodeName !== "#text" || !("value" in child)) continue;
      for (const [, bracketed, raised] of child.value.matchAll(BRACKETED)) call(bracketed ?? raised!);
    }
    return true;
  });
  return found;
}

/** Returns the items of the list when most are called for and no number beyond the last one is. */
function callable(list: Element, called: ReadonlySet<number>, most: number): readonly Element[] {
  const items = children(list).filter((child) => child.tagName === "li");
  const start = Number.parseInt(attribute(list, "start") ?? "1", 10) || 1;
  const hits = items.filter((_, i) => called.has(start + i)).length;
  if (items.length < FEWEST || hits < CALLED * items.length || most > start + items.length) return [];
  const worded = items.filter((item) => /\p{L}{2}/u.test(textOf(item, SHOWN))).length;
  return worded >= 0.8 * items.length ? items : [];
}
