/** What a backup holds: the tables that nothing else can be made from, in an order in which every row follows those it refers to. */
import type { Tables } from "../tables.ts";

export interface BackedUp {
  readonly table: keyof Tables;
  /** Its key, by which it is read page by page. */
  readonly key: readonly string[];
  /** Columns of bytes. */
  readonly blobs?: readonly string[];
  /** Rows read at once; one where a row may be large. */
  readonly page?: number;
}

/**
 * Parts of a document (statements, edges …) are made again from its analysis. Sessions and the servers' secrets stay
 * behind, so that a backup opens no door; passwords and tokens are in it as hashes only. Imports under way stay
 * behind too: their bytes are still where they came from.
 */
export const backedUp: readonly BackedUp[] = [
  { table: "retraction_list", key: ["id"] },
  { table: "retraction_records", key: ["seq"] },
  { table: "lineages", key: ["id"] },
  { table: "documents", key: ["id"] },
  { table: "analyses", key: ["document_id"], blobs: ["gzip"], page: 1 },
  { table: "originals", key: ["document_id"], blobs: ["gzip"], page: 1 },
  { table: "review_events", key: ["lineage", "seq"] },
  { table: "review_subjects", key: ["lineage", "subject"] },
  { table: "review_verdicts", key: ["lineage", "subject", "reviewer"] },
  { table: "library_sources", key: ["seq"] },
  { table: "library_members", key: ["atom"] },
  { table: "library_keys", key: ["key", "atom"] },
  { table: "merges", key: ["id"] },
  { table: "claim_index", key: ["seq"] },
  { table: "accounts", key: ["key"] },
  { table: "tokens", key: ["hash"] },
];

export type Row = Readonly<Record<string, string | number | null | { readonly base64: string }>>;

/** The first line of a backup. */
export interface Head {
  readonly footing: "backup";
  readonly format: 1;
  /** The last migration of the library it was made from. */
  readonly schema: string;
  readonly version: string;
  readonly at: string;
}

/** The last line: what the lines before must come to. */
export interface Foot {
  readonly end: true;
  readonly rows: number;
  /** SHA-256 of every byte before this line, unpacked, lower-case hex. */
  readonly sha256: string;
}

/** The file is no whole backup, or the library no place for one. Nothing was restored. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}
