/** The formats that need nothing but the engine, by name. Safe for the browser; each writer is loaded when it is used. */
import type { SourceId } from "../model.ts";
import type { SourcesInput } from "./input.ts";
import type { ReportInput } from "./markdown-report.ts";

export type { SourcesInput } from "./input.ts";
export type { ReportInput as ExportInput } from "./markdown-report.ts";

interface Format<Input> {
  /** Media type of what is written. */
  readonly media: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly description: string;
  /** Writes these sources and what rests on them, or everything; ends with a line end. */
  write(input: Input, sources?: Iterable<SourceId>): Promise<string>;
}
/** Needs a whole analysis. */
export type ExportFormat = Format<ReportInput>;
/** Is content with sources, and the edges to them if there are any. */
export type SourceFormat = Format<SourcesInput>;

/** Formats that hold sources alone, by name. */
export const pureSourceFormats: ReadonlyMap<string, SourceFormat> = new Map<string, SourceFormat>([
  [
    "csl-json",
    {
      media: "application/vnd.citationstyles.csl+json; charset=utf-8",
      extension: "json",
      description: "sources as CSL-JSON, for Zotero, pandoc and citeproc",
      write: async (input, sources) => (await import("./csl.ts")).toCslJson(input, sources),
    },
  ],
  [
    "ris",
    {
      media: "application/x-research-info-systems; charset=utf-8",
      extension: "ris",
      description: "sources as RIS, for EndNote and Mendeley",
      write: async (input, sources) => (await import("./ris.ts")).toRis(input, sources),
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
      write: async (input, sources) => (await import("./csv.ts")).claimsCsv(input, sources),
    },
  ],
  [
    "csv-sources",
    {
      media: "text/csv; charset=utf-8",
      extension: "csv",
      description: "sources with what rests on them, for spreadsheets",
      write: async (input, sources) => (await import("./csv.ts")).sourcesCsv(input, sources),
    },
  ],
  [
    "graphml",
    {
      media: "application/graphml+xml; charset=utf-8",
      extension: "graphml",
      description: "the graph as GraphML, for yEd, Cytoscape and NetworkX",
      write: async (input, sources) => (await import("./graphml.ts")).toGraphml(input, sources),
    },
  ],
  [
    "gexf",
    {
      media: "application/gexf+xml; charset=utf-8",
      extension: "gexf",
      description: "the graph as GEXF 1.3, for Gephi",
      write: async (input, sources) => (await import("./gexf.ts")).toGexf(input, sources),
    },
  ],
  [
    "web-annotation",
    {
      media: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      extension: "jsonld",
      description: "citations as Web Annotations in JSON-LD with CiTO",
      write: async (input, sources) => (await import("./web-annotation.ts")).toWebAnnotations(input, sources),
    },
  ],
  [
    "markdown",
    {
      media: "text/markdown; charset=utf-8",
      extension: "md",
      description: "a report for people, as Markdown",
      write: async (input, sources) =>
        (await import("./markdown-report.ts")).toMarkdownReport(input, sources),
    },
  ],
  [
    "svg",
    {
      media: "image/svg+xml; charset=utf-8",
      extension: "svg",
      description: "the foundation picture as SVG",
      write: async (input, sources) =>
        (await import("./svg.ts")).toSvg(input, sources === undefined ? {} : { sources }),
    },
  ],
]);
