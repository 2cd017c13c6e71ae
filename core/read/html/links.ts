/** In-page links of an HTML tree: which element a fragment names, and which links lead inside the page. */
import { attribute, type Element, isElement, type Root, walk } from "./tree.ts";

export interface InPageLink {
  readonly from: Element;
  readonly target: Element;
  readonly fragment: string;
}

export interface Links {
  readonly links: readonly InPageLink[];
  /** Links into the page whose fragment names nothing there. */
  readonly lost: readonly { readonly from: Element; readonly fragment: string }[];
  /** Place of every element in document order. */
  readonly order: ReadonlyMap<Element, number>;
  /** In document order. */
  readonly headings: readonly Element[];
}

/** Returns the fragment of a link into this page. Saved pages hold their own address in front of it. */
function fragmentOf(href: string, own: string | null): string | null {
  const hash = href.indexOf("#");
  if (hash < 0 || hash === href.length - 1) return null;
  const address = href.slice(0, hash);
  if (address !== "" && address !== own && address !== "." && address !== "./") return null;
  const raw = href.slice(hash + 1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw; // a stray per cent sign
  }
}

/**
 * Returns the page's own address: the part before "#" that most links with a fragment share, when those fragments
 * are names in this page.
 */
function ownAddress(hrefs: readonly string[], names: ReadonlyMap<string, Element>): string | null {
  const counts = new Map<string, number>();
  for (const href of hrefs) {
    const hash = href.indexOf("#");
    if (hash <= 0 || !names.has(href.slice(hash + 1))) continue;
    const address = href.slice(0, hash);
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [address, count] of counts) if (best === null || count > counts.get(best)!) best = address;
  return best;
}

/** Returns the in-page links in document order. Linear in the number of elements. */
export function findLinks(root: Root): Links {
  const names = new Map<string, Element>();
  const anchors: Element[] = [];
  const headings: Element[] = [];
  const order = new Map<Element, number>();
  walk(root, (element) => {
    order.set(element, order.size);
    const id = attribute(element, "id") ?? (element.tagName === "a" ? attribute(element, "name") : null);
    if (id && !names.has(id)) names.set(id, element);
    if (element.tagName === "a") {
      const name = attribute(element, "name");
      if (name && !names.has(name)) names.set(name, element);
      if (attribute(element, "href")) anchors.push(element);
    }
    if (/^h[1-6]$/.test(element.tagName)) headings.push(element);
    return true;
  });
  const own = ownAddress(
    anchors.map((anchor) => attribute(anchor, "href")!),
    names,
  );
  const links: InPageLink[] = [];
  const lost: { from: Element; fragment: string }[] = [];
  for (const from of anchors) {
    const fragment = fragmentOf(attribute(from, "href")!, own);
    const target = fragment === null ? undefined : names.get(fragment);
    if (fragment === null) continue;
    if (target === undefined) lost.push({ from, fragment });
    else if (target !== from) links.push({ from, target, fragment });
  }
  return { links, lost, order, headings };
}

/** Returns the elements directly below. */
export const children = (element: Element): Element[] => element.childNodes.filter(isElement);
