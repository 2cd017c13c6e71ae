/**
 * XML text to a plain tree, for JATS and the parts of DOCX. No external or declared entity is ever expanded, so
 * that nothing can grow; depth and number of elements are bounded.
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { SaxesParser } from "saxes";
import type { Budget } from "./limits.ts";
import { Refusal } from "./problem.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Breaches after which the tree is still what the author wrote. */
const harmless =
  /undefined entity|duplicate attribute|disallowed character\.|malformed comment|XML declaration|encoding/;

/** Returns the root element. `what` names the file or part in the message of a refusal. */
export function parseXml(text: string, budget: Budget, what: string): XmlElement {
  // DTDs of publishers declare these names; the characters are the same.
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  parser.ENTITIES = new Proxy(parser.ENTITIES, {
    get: (known, name: string) => known[name] ?? (decodeNamedCharacterReference(name) || undefined),
  });
  const root: { children: XmlNode[] } = { children: [] };
  const open: { children: XmlNode[] }[] = [root];
  let ended = false;
  const add = (node: XmlNode): void => {
    budget.countElement(parser.position);
    open.at(-1)!.children.push(node);
  };
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: { ...tag.attributes }, children: [] };
    add(element);
    open.push(element);
    budget.checkDepth(open.length, parser.position);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (words) => {
    if (open.length > 1) add(words);
  });
  parser.on("cdata", (words) => {
    if (open.length > 1) add(words);
  });
  parser.on("error", (error) => {
    if (harmless.test(error.message)) return;
    const reason = error.message.replace(/^\d+:\d+: /, "");
    throw new Refusal(
      ended ? "truncated" : "damaged",
      ended
        ? `The end of ${what} is missing (${reason.replace(/\.$/, "")}).`
        : `${what[0]!.toUpperCase()}${what.slice(1)} is not well-formed XML at line ${parser.line}: ${reason}`,
      ended ? "Download or save the file again; it was cut off." : "Repair the file or export it again.",
      parser.position,
    );
  });
  parser.write(text);
  ended = true;
  parser.close();
  const element = root.children.find((node) => typeof node !== "string");
  if (element === undefined) {
    throw new Refusal("damaged", `${what} holds no XML element.`, "Export the file again.", 0);
  }
  return element;
}

export const isXml = (node: XmlNode): node is XmlElement => typeof node !== "string";

/** Returns the child elements, of one name if given. */
export function elements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(isXml).filter((child) => name === undefined || child.name === name);
}

/** Returns the first child element of the name, or null. */
export const child = (parent: XmlElement, name: string): XmlElement | null => {
  for (const node of parent.children) if (typeof node !== "string" && node.name === name) return node;
  return null;
};

/** Calls `visit` for every element below `root`, in document order; `false` leaves out what is below. */
export function walkXml(root: XmlElement, visit: (element: XmlElement) => boolean): void {
  const stack: XmlElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    if (!visit(element)) continue;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const node = element.children[i]!;
      if (typeof node !== "string") stack.push(node);
    }
  }
}

/** Returns all characters below `element`. */
export function xmlText(element: XmlElement): string {
  let text = "";
  const stack: XmlNode[] = [element];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === "string") text += node;
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return text;
}

/** Returns the characters below the first element on the path, white space collapsed; null when empty or absent. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | null {
  let node: XmlElement | null = element;
  for (const name of path) node = node === null ? null : child(node, name);
  const words = node === null ? "" : xmlText(node).replace(/\s+/g, " ").trim();
  return words === "" ? null : words;
}
