/** The engine as the server uses it. Handed in, so that the server can be run with any. */
import type { Analysis, Document } from "../core/model.ts";
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
