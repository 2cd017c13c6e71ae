/** All export formats by name, for the command line and the server alike. Each writer is loaded when it is used. */
import {
  type ExportFormat,
  type Format,
  pureEvidenceFormats,
  pureSourceFormats,
  type SourceFormat,
  type SourcesInput,
  withCorrections,
} from "../export/index.ts";
import type { NamedStyle } from "./citation-js.ts";

export type {
  ExportFormat,
  ExportInput,
  Selection,
  SourceFormat,
  SourcesInput,
} from "../export/index.ts";

const bibtex =
  (dialect: "bibtex" | "biblatex"): SourceFormat["write"] =>
  async (input, selection) => {
    const { toBibtex } = await import("./citation-js.ts");
    return toBibtex(input, { dialect, ...selection });
  };

const bibliography = (style: NamedStyle, name: string): SourceFormat => ({
  media: "text/plain; charset=utf-8",
  extension: "txt",
  description: `sources as a formatted bibliography, ${name}`,
  write: async (input, selection) => {
    const { toBibliography } = await import("./citation-js.ts");
    return toBibliography(input, { style, ...selection });
  },
});

/** Returns the formats as they are used: what they are given to write has the reviewers' corrections in it. */
const correcting = <I extends SourcesInput, W>(
  formats: Iterable<readonly [string, Format<I, W>]>,
): ReadonlyMap<string, Format<I, W>> =>
  new Map(
    Array.from(formats, ([name, format]) => [
      name,
      {
        ...format,
        write: (input, selection) => format.write(withCorrections(input, input.corrections), selection),
      },
    ]),
  );

/** Formats of sources alone. */
export const sourceFormats: ReadonlyMap<string, SourceFormat> = correcting<SourcesInput, string>([
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

/** What goes into a crate under which name. Formatted lists can be made from the rest at any time. */
const crated: readonly (readonly [format: string, path: string])[] = [
  ["bibtex", "sources.bib"],
  ["biblatex", "sources.biblatex.bib"],
  ["csl-json", "sources.csl.json"],
  ["ris", "sources.ris"],
  ["csv", "claims.csv"],
  ["csv-sources", "sources.csv"],
  ["graphml", "evidence.graphml"],
  ["gexf", "evidence.gexf"],
  ["web-annotation", "citations.jsonld"],
  ["markdown", "report.md"],
  ["html", "report.html"],
  ["svg", "picture.svg"],
];

const written: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  ...sourceFormats,
  ...correcting(pureEvidenceFormats),
]);

const crate: ExportFormat = {
  media: "application/zip",
  extension: "crate.zip",
  description: "everything in one zip, as an RO-Crate",
  async write(input, selection) {
    const { crateZip } = await import("../export/ro-crate.ts");
    const { crateOriginal, crateRecords } = await import("../export/ro-crate-files.ts");
    const exports = crated.map(async ([name, path]) => {
      const { media, description, write } = written.get(name)!;
      return { path, media, description, body: await write(input, selection) };
    });
    const original = crateOriginal(input);
    const files = [original, ...crateRecords(input), ...(await Promise.all(exports))];
    return crateZip(input.document, files, original.path, input);
  },
};

/** Every format; those of sources first, everything together last. */
export const exportFormats: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  ...written,
  ["ro-crate", crate],
]);
