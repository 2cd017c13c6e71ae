/** The tables of bulk imports as Kysely sees them. */
import type { Blob } from "../tables.ts";

export interface ImportsTable {
  id: string;
  name: string;
  key: string | null;
  made_by: string | null;
  state: string;
  created_at: string;
  finished_at: string | null;
  trouble: string | null;
  /** The process that works on it. */
  owner: string;
  /** When that process last said that it lives. */
  beat: string;
}

export interface ImportItemsTable {
  import_id: string;
  position: number;
  name: string;
  hash: string;
  bytes: number;
  state: string;
  attempts: number;
  document_id: string | null;
  /** `ItemProblem` as JSON. */
  problem: string | null;
}

export interface ImportPayloadsTable {
  import_id: string;
  position: number;
  /** 0 is the document, the rest its bibliographies. */
  part: number;
  name: string | null;
  content: Blob;
}

export interface WorkersTable {
  id: string;
  /** Seconds since 1970 by the database's clock. */
  beat: number;
}

export interface ImportTables {
  workers: WorkersTable;
  imports: ImportsTable;
  import_items: ImportItemsTable;
  import_payloads: ImportPayloadsTable;
}
