/** Bibliography files that lie beside a document: BibTeX or CSL-JSON, told apart by content. */
import type { Csl } from "../model.ts";
import type { BibliographyFile } from "./reading.ts";

export function readBibliography(_file: BibliographyFile): readonly Csl[] {
  return [];
}
