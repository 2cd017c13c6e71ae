/** What HTML elements and common class names mean for the text: blocks, things never shown, boilerplate. */
import type { BlockKind } from "../../model.ts";
import { attribute, classes, type Element, roles } from "./tree.ts";

/** Elements whose content is no text of the page (HTML Standard, 15.3.1 and 4.8). */
const unseen = new Set(
  "script style template noscript iframe object embed audio video canvas map svg head select datalist textarea input button progress meter dialog noframes rp".split(
    " ",
  ),
);

/** Elements that break the line before and behind themselves. */
const blocky = new Set(
  "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p pre section summary table tbody td tfoot th thead tr caption ul xmp".split(
    " ",
  ),
);

const unseenClass = new Set([
  "sr-only",
  "visually-hidden",
  "visuallyhidden",
  "screen-reader-text",
  "screenreader-only",
  "mw-editsection",
  "mw-cite-backlink",
  "mw-jump-link",
  "katex-html",
  "mjx-assistive-mml",
  "mathjax_preview",
  "noprint",
]);

export const isBlock = (element: Element): boolean => blocky.has(element.tagName);

/** Whether a reader of the page never sees the element. */
export function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName)) return true;
  if (attribute(element, "hidden") !== null) return true;
  if (element.tagName === "annotation" || element.tagName === "annotation-xml") return true; // MathML source
  const style = attribute(element, "style");
  if (style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  return classes(element).some((name) => unseenClass.has(name));
}

export const headingLevel = (element: Element): number | null => {
  if (/^h[1-6]$/.test(element.tagName)) return Number(element.tagName[1]);
  if (!roles(element).includes("heading")) return null;
  const level = Number(attribute(element, "aria-level"));
  return Number.isInteger(level) && level > 0 ? level : 2;
};

/** Returns the kind of block an element opens, or null when it only groups others. */
export function blockKind(element: Element): BlockKind | null {
  if (headingLevel(element) !== null) return "heading";
  const names = classes(element);
  switch (element.tagName) {
    case "li":
      return "list-item";
    case "caption":
    case "figcaption":
      return "caption";
    case "p":
      if (names.includes("caption")) return "caption";
      return names.some((name) => referenceClass.has(name)) ? "reference" : "paragraph";
    default:
      if (roles(element).includes("doc-biblioentry")) return "reference";
      return names.includes("csl-entry") ? "reference" : null;
  }
}

/** Class names that mark one entry of a bibliography. */
export const referenceClass: ReadonlySet<string> = new Set([
  "ref",
  "reference",
  "bib-entry",
  "biblio-entry",
  "bibentry",
  "bibliography-entry",
  "biblioentry",
  "csl-entry",
  "msobibliography",
]);

const chromeRoles = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "search",
  "complementary",
  "menubar",
  "menu",
  "toolbar",
  "alert",
  "alertdialog",
  "doc-toc",
  "doc-pagelist",
  "toc",
  "page-list",
  "landmarks",
]);

const chromeClass = new Set(
  "nav navbar navigation navbox navbox-styles menu breadcrumb breadcrumbs sidebar site-header site-footer page-footer footer masthead cookie cookies cookie-banner share sharing social social-share social-links newsletter advert advertisement ads related related-posts related-content pagination pager toc skip-link printfooter catlinks mw-footer mw-indicators vector-header mw-portlet sistersitebox hatnote-nav metadata-nav".split(
    " ",
  ),
);

/** Whether the element says that it is no part of the document: navigation, banners, footers, asides. */
export function saysChrome(element: Element): boolean {
  const named = roles(element);
  if (
    named.some((role) => /^doc-(?:footnote|endnote|biblio|pullquote|abstract|example|tip|notice)/.test(role))
  ) {
    return false;
  }
  if (element.tagName === "nav" || named.some((role) => chromeRoles.has(role))) return true;
  if (element.tagName === "footer" || element.tagName === "aside") return true;
  const id = (attribute(element, "id") ?? "").toLowerCase();
  return chromeClass.has(id) || classes(element).some((name) => chromeClass.has(name));
}
