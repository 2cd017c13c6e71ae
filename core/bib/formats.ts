/** All export formats by name, for the command line and the server alike. Each writer is loaded when it is used. */
import {
  type ExportFormat,
  pureEvidenceFormats,
  pureSourceFormats,
  type SourceFormat,
} from "../export/index.ts";
import type { NamedStyle } from "./citation-js.ts";

export type { ExportFormat, ExportInput, SourceFormat, SourcesInput } from "../export/index.ts";

const bibtex =
  (dialect: "bibtex" | "biblatex"): SourceFormat["write"] =>
  async (input, sources) => {
    const { toBibtex } = await import("./citation-js.ts");
    return toBibtex(input, { dialect, ...(sources === undefined ? {} : { sources }) });
  };

const bibliography = (style: NamedStyle, name: string): SourceFormat => ({
  media: "text/plain; charset=utf-8",
  extension: "txt",
  description: `sources as a formatted bibliography, ${name}`,
  write: async (input, sources) => {
    const { toBibliography } = await import("./citation-js.ts");
    return toBibliography(input, { style, ...(sources === undefined ? {} : { sources }) });
  },
});

/** Formats of sources alone. */
export const sourceFormats: ReadonlyMap<string, SourceFormat> = new Map<string, SourceFormat>([
  [
    "bibtex",
    {
      media: "application/x-bibtex; charset=utf-8",
      extension: "bib",
      description: "sources as BibTeX, accents as commands",
      write: bibtex("bibtex"),
    },
  ],
  [
    "biblatex",
    {
      media: "application/x-bibtex; charset=utf-8",
      extension: "bib",
      description: "sources as BibLaTeX, UTF-8, whole dates",
      write: bibtex("biblatex"),
    },
  ],
  ...pureSourceFormats,
  ["apa", bibliography("apa", "APA")],
  ["vancouver", bibliography("vancouver", "Vancouver")],
  ["chicago", bibliography("chicago", "Chicago author-date")],
]);

/** Every format; those of sources first. */
export const exportFormats: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  ...sourceFormats,
  ...pureEvidenceFormats,
]);
