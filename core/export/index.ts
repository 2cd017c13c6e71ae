/** The formats that need nothing but the engine, by name. Safe for the browser; each writer is loaded when it is used. */
import type { Analysis } from "../model.ts";
import type { Corrections, ReviewState } from "../review/index.ts";
import type { Selection, SourcesInput } from "./input.ts";
import type { ReportOptions } from "./report-types.ts";

export { withCorrections } from "../review/corrected.ts";
export type { Selection, SourcesInput } from "./input.ts";

/** An analysis, with what is known beside it. */
export type ExportInput = Analysis & {
  /** What reviewers said; leave it out where there is no review. */
  readonly reviews?: ReviewState | undefined;
  /** What reviewers put right in the sources; `sources` itself stays as the document gives it. */
  readonly corrections?: Corrections | undefined;
  /** The retraction list that its findings are of, for reports; leave it out where none was asked. */
  readonly retractions?: ReportOptions["retractions"];
  /** Of this program, for formats that name their maker. */
  readonly version?: string | undefined;
  /** ISO day of the document or of its coming in, for formats that must have one. The engine reads no clock. */
  readonly date?: string | undefined;
  /** The bytes of the file, for formats that carry it along. */
  readonly original?: Uint8Array | undefined;
};

export interface Format<Input, Written> {
  /** Media type of what is written. */
  readonly media: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly description: string;
  /** Writes the part selected, or everything. A text ends with a line end. The same bytes for the same input. */
  write(input: Input, selection?: Selection): Promise<Written>;
}
/** Needs a whole analysis; bytes where the format is no text. */
export type ExportFormat = Format<ExportInput, string | Uint8Array>;
/** Is content with sources, and the edges to them if there are any. */
export type SourceFormat = Format<SourcesInput, string>;

/** Formats that hold sources alone, by name. */
export const pureSourceFormats: ReadonlyMap<string, SourceFormat> = new Map<string, SourceFormat>([
  [
    "csl-json",
    {
      media: "application/vnd.citationstyles.csl+json; charset=utf-8",
      extension: "json",
      description: "sources as CSL-JSON, for Zotero, pandoc and citeproc",
      write: async (input, selection) => (await import("./csl.ts")).toCslJson(input, selection),
    },
  ],
  [
    "ris",
    {
      media: "application/x-research-info-systems; charset=utf-8",
      extension: "ris",
      description: "sources as RIS, for EndNote and Mendeley",
      write: async (input, selection) => (await import("./ris.ts")).toRis(input, selection),
    },
  ],
]);

/** Formats that hold claims and what they rest on, by name. */
export const pureEvidenceFormats: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  [
    "csv",
    {
      media: "text/csv; charset=utf-8",
      extension: "csv",
      description: "claims with their citations, a row each, for spreadsheets",
      write: async (input, selection) => (await import("./csv.ts")).claimsCsv(input, selection),
    },
  ],
  [
    "csv-sources",
    {
      media: "text/csv; charset=utf-8",
      extension: "csv",
      description: "sources with what rests on them, for spreadsheets",
      write: async (input, selection) => (await import("./csv.ts")).sourcesCsv(input, selection),
    },
  ],
  [
    "graphml",
    {
      media: "application/graphml+xml; charset=utf-8",
      extension: "graphml",
      description: "the graph as GraphML, for yEd, Cytoscape and NetworkX",
      write: async (input, selection) => (await import("./graphml.ts")).toGraphml(input, selection),
    },
  ],
  [
    "gexf",
    {
      media: "application/gexf+xml; charset=utf-8",
      extension: "gexf",
      description: "the graph as GEXF 1.3, for Gephi",
      write: async (input, selection) => (await import("./gexf.ts")).toGexf(input, selection),
    },
  ],
  [
    "web-annotation",
    {
      media: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      extension: "jsonld",
      description: "citations as Web Annotations in JSON-LD with CiTO",
      write: async (input, selection) =>
        (await import("./web-annotation.ts")).toWebAnnotations(input, selection),
    },
  ],
  [
    "markdown",
    {
      media: "text/markdown; charset=utf-8",
      extension: "md",
      description: "a report for people, as Markdown",
      write: async (input, selection) =>
        (await import("./markdown-report.ts")).toMarkdownReport(input, selection),
    },
  ],
  [
    "html",
    {
      media: "text/html; charset=utf-8",
      extension: "html",
      description: "a report for people, as a page that needs nothing else",
      write: async (input, selection) => (await import("./report-page.ts")).toReportPage(input, selection),
    },
  ],
  [
    "svg",
    {
      media: "image/svg+xml; charset=utf-8",
      extension: "svg",
      description: "the foundation picture as SVG",
      write: async (input, selection) => (await import("./svg.ts")).toSvg(input, selection),
    },
  ],
]);
