/** What an HTML page says about itself: title, language, date. */
import { isoDate } from "../dates.ts";
import { attribute, type Element, isElement, type Root, textOf, walk } from "./tree.ts";

export interface PageFacts {
  readonly title: string | null;
  readonly language: string | null;
  /** ISO date. */
  readonly date: string | null;
}

const titleNames = ["citation_title", "dc.title", "dcterms.title", "og:title"];
const dateNames = [
  "citation_publication_date",
  "citation_date",
  "citation_online_date",
  "dc.date",
  "dcterms.date",
  "dc.date.issued",
  "article:published_time",
  "date",
  "dcterms.issued",
];

/** Returns the facts: publisher's metadata first, then the only first-level heading, then the title element. */
export function pageFacts(root: Root): PageFacts {
  const meta = new Map<string, string>();
  const headings: Element[] = [];
  let title: string | null = null;
  let language: string | null = null;
  walk(root, (element) => {
    if (element.tagName === "html") {
      language = attribute(element, "lang") ?? attribute(element, "xml:lang");
    } else if (element.tagName === "title" && title === null && inHead(element)) {
      title = textOf(element, 500);
    } else if (element.tagName === "meta") {
      const name = (attribute(element, "name") ?? attribute(element, "property") ?? "").toLowerCase();
      const content = attribute(element, "content");
      if (name !== "" && content !== null && !meta.has(name)) meta.set(name, content);
    } else if (element.tagName === "h1") headings.push(element);
    return true;
  });
  const first = (names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
  const heading = headings.length === 1 ? textOf(headings[0]!, 500) : null;
  return {
    title: tidy(first(titleNames)) ?? tidy(heading) ?? tidy(title),
    language: tidy(language ?? meta.get("dc.language") ?? meta.get("citation_language") ?? null),
    date: isoDate(first(dateNames)),
  };
}

const inHead = (element: Element): boolean =>
  element.parentNode !== null && isElement(element.parentNode) && element.parentNode.tagName === "head";

function tidy(text: string | null): string | null {
  const words = text?.replace(/\s+/g, " ").trim();
  return words ? words : null;
}
