/**
 * Which parts of a page are boilerplate: what says so itself, and what stands outside the page's one `main`. The
 * words stay in the text; their blocks are called chrome.
 */
import { saysChrome } from "./kinds.ts";
import type { NoteEntry } from "./notes.ts";
import { closest, type Element, isElement, type Root, roles, textOf, walk } from "./tree.ts";

const isMain = (element: Element): boolean => element.tagName === "main" || roles(element).includes("main");

/** Returns the elements whose words are boilerplate; notes inside them stay notes. Linear, bounded by depth. */
export function findChrome(root: Root, entries: ReadonlyMap<Element, NoteEntry>): ReadonlySet<Element> {
  const chrome = new Set<Element>();
  const mains: Element[] = [];
  let body: Element | null = null;
  walk(root, (element) => {
    if (element.tagName === "body") body = element;
    if (isMain(element)) mains.push(element);
    return true;
  });
  const only = mains.length === 1 ? mains[0]! : null;
  const whole = body === null ? 0 : words(body);
  walk(root, (element) => {
    if (element === only || element.tagName === "html" || element.tagName === "body") return true;
    if (saysChrome(element) && !holds(element, only) && isSmall(element, whole)) {
      chrome.add(element);
      return false;
    }
    return true;
  });
  // Outside a main that holds most of the words, everything is boilerplate.
  if (only !== null && body !== null && words(only) * 2 > whole) outside(body, only, chrome);
  for (const entry of entries.keys()) {
    const around = closest(entry, (e) => chrome.has(e));
    if (around !== null && around.tagName !== "nav") chrome.delete(around);
  }
  return chrome;
}

const words = (element: Element): number => textOf(element, 200_000).replace(/\s+/g, " ").length;

const holds = (element: Element, inner: Element | null): boolean =>
  inner !== null && closest(inner, (e) => e === element) !== null;

/** A division with a class like "sidebar" that holds half the page is no sidebar. */
const isSmall = (element: Element, whole: number): boolean =>
  element.tagName === "nav" || words(element) * 2 <= whole || whole < 400;

function outside(body: Element, main: Element, chrome: Set<Element>): void {
  let inner: Element = main;
  while (inner !== body) {
    const parent: Element["parentNode"] = inner.parentNode;
    if (parent === null || !isElement(parent)) return;
    for (const child of parent.childNodes) {
      if (child !== inner && "tagName" in child && !/^(?:script|style)$/.test(child.tagName))
        chrome.add(child);
    }
    inner = parent;
  }
}
