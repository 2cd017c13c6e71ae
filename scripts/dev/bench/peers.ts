/** Libraries to measure against, as anybody would use them. Not for the product. */
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";

// @ts-expect-error The package brings no types.
export { Cite } from "@citation-js/core";

import { pathToFileURL } from "node:url";
import { fetchedPackage } from "./installed.ts";

interface Sentencex {
  segment(language: string, text: string): string[];
}

/**
 * Returns Wikimedia's sentence splitter (a native module), or null where the registry does not answer. It is no
 * dependency: its builds for most platforms are missing from the registry, and a lock with them cannot be installed.
 */
export async function sentencex(): Promise<Sentencex | null> {
  const entry = fetchedPackage("sentencex");
  if (entry === null) return null;
  return import(pathToFileURL(entry).href).then(
    (found: { readonly default: Sentencex }) => found.default,
    () => null,
  );
}
