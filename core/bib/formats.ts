/** The export formats by name, for the command line and the server alike. Each writer is loaded when it is used. */
import type { SourcesInput } from "../export/input.ts";
import type { SourceId } from "../model.ts";

export interface ExportFormat {
  /** Media type of what is written. */
  readonly media: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly description: string;
  /** Writes these sources, or all of them; ends with a line end. */
  write(input: SourcesInput, sources?: Iterable<SourceId>): Promise<string>;
}

const bibtex =
  (dialect: "bibtex" | "biblatex"): ExportFormat["write"] =>
  async (input, sources) => {
    const { toBibtex } = await import("./citation-js.ts");
    return toBibtex(input, { dialect, ...(sources === undefined ? {} : { sources }) });
  };

export const exportFormats: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  [
    "bibtex",
    {
      media: "application/x-bibtex; charset=utf-8",
      extension: "bib",
      description: "BibTeX, plain ASCII",
      write: bibtex("bibtex"),
    },
  ],
  [
    "biblatex",
    {
      media: "application/x-bibtex; charset=utf-8",
      extension: "bib",
      description: "BibLaTeX, UTF-8, whole dates",
      write: bibtex("biblatex"),
    },
  ],
  [
    "csl-json",
    {
      media: "application/vnd.citationstyles.csl+json; charset=utf-8",
      extension: "json",
      description: "CSL-JSON, for Zotero, pandoc and citeproc",
      write: async (input, sources) => (await import("../export/csl.ts")).toCslJson(input, sources),
    },
  ],
]);
