/** The engine as the server uses it. Handed in, so that the server can be run with any. */
import type { Analysis, Document, SourceId } from "../core/model.ts";
import type { BibliographyFile, ReadResult } from "../core/read/index.ts";

export interface Engine {
  /** Kept with every analysis, so that a library knows what to read again after an update. */
  readonly version: string;
  read(
    bytes: Uint8Array,
    options: { readonly name: string | null; readonly bibliography: readonly BibliographyFile[] },
  ): Promise<ReadResult>;
  analyse(document: Document): Analysis | Promise<Analysis>;
}

/** A way to write an analysis, or a part of it, for other programs. */
export interface ExportFormat {
  readonly media: string;
  /** Without the dot. */
  readonly extension: string;
  readonly description: string;
  /** Writes these sources, or all of them. */
  write(analysis: Analysis, sources?: readonly SourceId[]): string | Promise<string>;
}
