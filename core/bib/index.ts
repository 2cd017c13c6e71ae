/**
 * Bibliographies as a library, `footing/bib`: BibTeX, BibLaTeX, formatted lists and every export format by name. Kept
 * apart from `footing/core` because Citation.js comes with it.
 */
export type { BibtexOptions, Dialect } from "../export/bibtex.ts";
export {
  type BibliographyOptions,
  type NamedStyle,
  StyleError,
  toBibliography,
  toBibtex,
} from "./citation-js.ts";
export {
  type ExportFormat,
  type ExportInput,
  exportFormats,
  type Selection,
  type SourceFormat,
  type SourcesInput,
  sourceFormats,
} from "./formats.ts";
