/** Citation.js as anybody would use it, to measure against. Not for the product: `core/bib/` is its door there. */
import "@citation-js/plugin-bibtex";

// @ts-expect-error The package brings no types.
export { Cite } from "@citation-js/core";
