/**
 * The only door to Citation.js: BibTeX, BibLaTeX and formatted bibliographies. Node side; neither core's index nor the
 * client ever reaches it.
 */
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import {
  type BibtexOptions,
  bibtexEntries,
  type Dialect,
  type Mapping,
  type TextVariable,
} from "../export/bibtex.ts";
import type { SourcesInput } from "../export/input.ts";

/** Returns the sources as a BibTeX or BibLaTeX file. See `core/export/bibtex.ts` for what it promises. */
export function toBibtex(input: SourcesInput, options: BibtexOptions): string {
  return bibtexEntries(input, options, mapping);
}

interface CitationJsEntry {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Asks Citation.js where things go, with a token in place of each value: its own writer drops what it cannot escape,
 * renames keys, and takes "et al." for a person, so it is never shown a real value. Tokens hold a digit because some
 * of its rules ask for a number.
 */
function mapping(
  type: string,
  genre: string | null,
  present: readonly TextVariable[],
  dialect: Dialect,
): Mapping {
  const probe: Record<string, string> = { id: "q", type };
  for (const [i, variable] of present.entries()) probe[variable] = `q${i}q`;
  if (genre !== null) probe.genre = /thesis$/.test(genre) ? genre : "qgq";
  const [entry] = plugins.output.format(dialect, [probe], { format: "object" }) as [CitationJsEntry];
  const fieldOf = new Map<string, string>();
  for (const [field, value] of Object.entries(entry.properties)) {
    const token = /^\W*(q[0-9g]+q)\W*$/.exec(String(value))?.[1];
    if (token !== undefined) fieldOf.set(token, field);
  }
  const fields = new Map(present.map((variable, i) => [variable, fieldOf.get(`q${i}q`) ?? null]));
  // Citation.js also offers the address as `howpublished`, where it needs a command to be set.
  if (fields.has("URL")) fields.set("URL", "url");
  // BibTeX's @inbook is a part of its author's own book and has no `booktitle`.
  const chapter = dialect === "bibtex" && fields.get("container-title") === "booktitle";
  return {
    type: chapter && entry.type === "inbook" ? "incollection" : entry.type,
    genreField: fieldOf.get("qgq") ?? null,
    fields,
  };
}
