/** Libraries to measure against, as anybody would use them. Not for the product. */
import "@citation-js/plugin-bibtex";

// @ts-expect-error The package brings no types.
export { Cite } from "@citation-js/core";

interface Sentencex {
  segment(language: string, text: string): string[];
}

/**
 * Returns Wikimedia's sentence splitter (a native module), or null where it is not installed. It is no dependency: its
 * builds for most platforms are missing from the registry, and a lock with them cannot be installed.
 */
export async function sentencex(): Promise<Sentencex | null> {
  const name = "sentencex";
  return import(name).then(
    (found: Sentencex) => found,
    () => null,
  );
}
