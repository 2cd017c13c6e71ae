/** Sources as CSL-JSON (CSL 1.0.2 input schema), the form that Zotero, pandoc and citeproc read. */
import type { Csl } from "../model.ts";
import { chosenSources, type Selection, type SourcesInput } from "./input.ts";
import { citationKeys } from "./keys.ts";
import { wellFormedJson } from "./one-line.ts";

/** Keys in the order in which a person looks for them; `custom` last. */
const ORDER = [
  "id",
  "type",
  "title",
  "author",
  "editor",
  "translator",
  "container-title",
  "collection-title",
  "collection-number",
  "issued",
  "accessed",
  "volume",
  "issue",
  "page",
  "number-of-pages",
  "number",
  "edition",
  "publisher",
  "publisher-place",
  "authority",
  "archive",
  "archive_location",
  "genre",
  "medium",
  "language",
  "note",
  "DOI",
  "PMID",
  "PMCID",
  "ISBN",
  "ISSN",
  "URL",
  "custom",
] as const satisfies readonly (keyof Csl)[];

type Leftover = Exclude<keyof Csl, (typeof ORDER)[number]>;
/** Fails to compile when the model gains a variable that ORDER does not place. */
const complete: [Leftover] extends [never] ? true : Leftover = true;

/**
 * Returns the sources as CSL items in the order of the analysis, keys in a fixed order. `id` is the citation key, so
 * that `[@brew2010]` finds the item; a list of authors cut short in the document says so in `custom`.
 */
export function cslItems(
  input: Pick<SourcesInput, "sources" | "edges">,
  selection?: Selection,
): readonly Csl[] {
  const keys = citationKeys(input.sources);
  return chosenSources(input, selection).map(({ id, csl, authorsTruncated }) => {
    const custom = authorsTruncated ? { ...csl.custom, "authors-truncated": true } : csl.custom;
    const item: Csl = { ...csl, id: keys.get(id)!, ...(custom === undefined ? {} : { custom }) };
    return Object.fromEntries(
      ORDER.flatMap((key) => (complete && item[key] !== undefined ? [[key, item[key]]] : [])),
    ) as unknown as Csl;
  });
}

/** Returns the items of `cslItems` as JSON, two blanks deep, with a line end. */
export function toCslJson(input: Pick<SourcesInput, "sources" | "edges">, selection?: Selection): string {
  return wellFormedJson(cslItems(input, selection));
}
