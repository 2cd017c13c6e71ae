/** HTML text to a tree of elements, with depth and number of elements bounded while the parser works. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import type { Budget } from "../limits.ts";
import { Refusal } from "../problem.ts";

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Root = DefaultTreeAdapterTypes.Document;

export const isElement = (node: Node | Element["parentNode"]): node is Element =>
  node !== null && "tagName" in node;

/**
 * Returns the document's tree. Unclosed formatting elements multiply (each paragraph opens them all again), so
 * the elements made are held against the characters read.
 */
export function parseHtml(text: string, budget: Budget): Root {
  let depth = 0;
  let made = 0;
  const most = text.length / 2 + 10_000;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      made++;
      budget.countElement();
      if (made > most) {
        throw new Refusal(
          "too-costly",
          "Unclosed elements multiply without end in this page.",
          "Save the page again from a browser, or bring it as PDF.",
        );
      }
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    onItemPush() {
      budget.checkDepth(++depth);
    },
    onItemPop() {
      depth--;
    },
  };
  return parse(text, { treeAdapter, scriptingEnabled: false, sourceCodeLocationInfo: true });
}

export function attribute(element: Element, name: string): string | null {
  for (const entry of element.attrs) if (entry.name === name) return entry.value;
  return null;
}

/** Returns the class names, lower-case. */
export function classes(element: Element): readonly string[] {
  const value = attribute(element, "class");
  return value ? value.toLowerCase().split(/\s+/).filter(Boolean) : [];
}

/** Returns role and EPUB type together as words: both say what an element is for. */
export function roles(element: Element): readonly string[] {
  const words = `${attribute(element, "role") ?? ""} ${attribute(element, "epub:type") ?? ""}`;
  return words.trim() === "" ? [] : words.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Calls `visit` for the element and all below it, in document order; `false` leaves out what is below. */
export function walk(root: Root | Element, visit: (element: Element) => boolean): void {
  const stack: (Root | Element)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if ("tagName" in node && !visit(node)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]!;
      if (isElement(child)) stack.push(child);
    }
  }
}

const isCode = (element: Element): boolean => /^(?:script|style|template)$/.test(element.tagName);

/** Returns the raw characters below a node that `skip` does not leave out, at most `most` of them. */
export function textOf(root: Element, most: number, skip: (element: Element) => boolean = isCode): string {
  let text = "";
  const stack: Node[] = [root];
  while (stack.length > 0 && text.length < most) {
    const node = stack.pop()!;
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    else if (isElement(node) && !skip(node)) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  return text.slice(0, most);
}

export function closest(element: Element, test: (element: Element) => boolean): Element | null {
  let node: Element["parentNode"] = element;
  while (node !== null && isElement(node)) {
    if (test(node)) return node;
    node = node.parentNode;
  }
  return null;
}
