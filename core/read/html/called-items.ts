/** Ordered lists whose items nothing leads to, but whose numbers the text before them calls for. */
import { CalledNumbers, SHOWN } from "../called.ts";
import { children } from "./links.ts";
import { attribute, type Element, type Root, textOf, walk } from "./tree.ts";

/** Returns the items of the last list that the text calls for by its numbers; none where no list is. Linear. */
export function calledItems(root: Root): readonly Element[] {
  const called = new CalledNumbers();
  let found: readonly Element[] = [];
  walk(root, (element) => {
    if (/^(?:script|style|template|nav)$/.test(element.tagName)) return false;
    if (element.tagName === "ol") {
      const items = children(element).filter((child) => child.tagName === "li");
      const start = Number.parseInt(attribute(element, "start") ?? "1", 10) || 1;
      const isCalled = called.fits(
        items.map((item) => textOf(item, SHOWN)),
        start,
      );
      if (isCalled) {
        found = items;
        return false;
      }
    }
    if (element.tagName === "sup") called.raised(textOf(element, SHOWN));
    for (const child of element.childNodes)
      if (child.nodeName === "#text" && "value" in child) called.running(child.value);
    return true;
  });
  return found;
}
