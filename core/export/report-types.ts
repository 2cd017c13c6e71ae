/**
 * What the audit reports are given. A report that holds many documents is written piece by piece: `head`, a piece for
 * each document, `foot`; nothing of a document is kept when its piece is written.
 */
import type { Suppressed } from "../audit/index.ts";
import type { Analysis } from "../model.ts";

export interface AuditedFile {
  /** The address of the file as given, with forward slashes. */
  readonly uri: string;
  readonly analysis: Analysis;
  /** Findings that were dismissed, with their reasons; the analysis has those that were not. */
  readonly suppressed?: readonly Suppressed[];
  /** The decoded text of a Markdown or HTML file, for lines and columns. */
  readonly source?: string | null;
}

export interface ReportOptions {
  /** Of this program. */
  readonly version: string;
  /** Day at which the age of sources was judged, or null. */
  readonly asOf?: string | null;
  /** The retraction list that was asked, or null. */
  readonly retractions?: {
    readonly hash: string;
    readonly upTo: string | null;
    readonly rows: number;
  } | null;
}

export interface Report {
  readonly head: string;
  file(file: AuditedFile): string;
  /** A document that could not be read. */
  broken(uri: string, message: string): string;
  foot(): string;
}

/** Returns the whole report of files that are all at hand. */
export const wholeReport = (report: Report, files: readonly AuditedFile[]): string =>
  `${report.head}${files.map((file) => report.file(file)).join("")}${report.foot()}`;

/** Returns a function that puts `between` before every piece but the first. */
export function joined(between: string): (piece: string) => string {
  let first = true;
  return (piece) => {
    const text = first ? piece : `${between}${piece}`;
    first = false;
    return text;
  };
}
