/** What every reader gets and gives, and how the result becomes a `Document`. Reads nothing itself. */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import type { Csl, Document, Format } from "../model.ts";
import type { Budget } from "./limits.ts";

/** A bibliography file that lies beside the document: BibTeX, RIS, EndNote XML or CSL-JSON, told apart by content. */
export interface BibliographyFile {
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

export interface ReaderInput {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  /** Records of the bibliography files given beside the document. */
  readonly bibliography: readonly Csl[];
}

/** A document but for its identity. */
export type Reading = Omit<Document, "id" | "format" | "name" | "hash">;

/** One reader: the bytes of its own format to a reading. Throws `Refusal` and nothing else. */
export type Reader = (input: ReaderInput) => Reading | Promise<Reading>;

/** Returns the document of a reading. Its id is the hash of the bytes, so equal files are one document. */
export function toDocument(
  reading: Reading,
  bytes: Uint8Array,
  format: Format,
  name: string | null,
): Document {
  const digest = bytesToHex(sha256(bytes));
  return { id: `doc-${digest.slice(0, 16)}`, format, name, hash: digest, ...reading };
}
