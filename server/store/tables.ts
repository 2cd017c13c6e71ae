/**
 * The tables as Kysely sees them. `document_id` leads every key, so that one document's rows lie together and
 * the column can be a distribution key. Whole records are kept as JSON beside the columns that queries need.
 */

import type { ColumnType, Generated } from "kysely";
import type { AccountTables } from "./accounts/tables.ts";
import type { ImportTables } from "./imports/tables.ts";
import type { RetractionTables } from "./retractions/tables.ts";

/** Written as bytes; the driver gives an ArrayBuffer back. */
export type Blob = ColumnType<ArrayBuffer | Uint8Array, Uint8Array>;

export interface DocumentsTable {
  id: string;
  hash: string;
  name: string | null;
  title: string | null;
  format: string;
  language: string | null;
  bytes: number;
  imported_at: string;
  engine: string;
  analysis_hash: string;
  /** `PartCounts` as JSON. */
  counts: string;
  /** Id of the first version; versions of one document share it. */
  lineage: string;
  /** From 1, in the order of coming in. */
  version: number;
  /** 1 for the last version of the lineage, else 0. */
  latest: number;
  previous: string | null;
  /** Distinct claim–source pairs, how many of them have a verdict, and on how many reviewers differ. */
  pairs: number;
  reviewed_pairs: number;
  conflicts: number;
  /** 1 once its sources and claims are in the tables across documents. */
  placed: Generated<number>;
  /** The state of the retraction list that its findings are of. */
  list_generation: Generated<number>;
}

export interface LineagesTable {
  id: string;
  /** The `seq` of the last review event. */
  last_seq: number;
}

export interface ReviewEventsTable {
  lineage: string;
  seq: number;
  id: string;
  document_id: string;
  reviewer: string;
  /** Key of the pair or marker it is about; null for findings and sources. */
  subject: string | null;
  /** The event as canonical JSON. */
  json: string;
}

/** What the events about a subject come to. Kept by the same transaction that records them. */
export interface ReviewSubjectsTable {
  lineage: string;
  subject: string;
  claim_id: string;
  /** Null for the sources of a marker taken together. */
  source_id: string | null;
  status: string;
  verdict: string | null;
}

/** Each reviewer's verdict that holds. */
export interface ReviewVerdictsTable {
  lineage: string;
  subject: string;
  reviewer: string;
  verdict: string;
}

/** A work across the documents of the library: sources that are taken for one. Counts are kept by every write. */
export interface LibrarySourcesTable {
  /** The atom of one of its members. */
  id: string;
  /** Number for the search index. */
  seq: Generated<number>;
  label: string;
  /** CSL-JSON of its richest member. */
  csl: string;
  documents: number;
  direct_claims: number;
  carried_claims: number;
  mentions: number;
}

/** A source of the last version of a document, and the work it belongs to. */
export interface LibraryMembersTable {
  /** Hash of lineage and source: the same in every version that has the source. */
  atom: string;
  lineage: string;
  document_id: string;
  source_id: string;
  cluster: string;
  direct_claims: number;
  carried_claims: number;
  mentions: number;
}

/** By what members find each other. */
export interface LibraryKeysTable {
  key: string;
  atom: string;
  reason: string;
}

/** Two members that may be one work. Those "accepted" hold the clusters together. */
export interface MergesTable {
  id: string;
  a: string;
  b: string;
  key: string;
  reason: string;
  /** `MergeEvidence` as JSON. */
  evidence: string;
  state: string;
  /** Who decided last, an undo too; null for the library itself. */
  decided_by: string | null;
  decided_at: string | null;
  /** Counts its changes. */
  revision: number;
  /** The reviewer who stated the reason; null where the library found it. */
  stated_by: string | null;
  /** The reason in the reviewer's own words. */
  words: string | null;
}

/** Claims of last versions, for search and for equal wording. */
export interface ClaimIndexTable {
  seq: Generated<number>;
  document_id: string;
  claim_id: string;
  wording: string | null;
}

/** Wordings that more than one claim has, or had. */
export interface RepeatedWordingsTable {
  wording: string;
}

export interface AnalysesTable {
  document_id: string;
  gzip: Blob;
}

export interface OriginalsTable {
  document_id: string;
  gzip: Blob;
}

interface Part {
  document_id: string;
  id: string;
  /** Place in text order, from 0. */
  position: number;
  json: string;
}

export interface StatementsTable extends Part {
  kind: string;
  label: string;
}

export type MarkersTable = Part;

export interface NotesTable extends Part {
  label: string | null;
}

export interface ItemsTable extends Part {
  note_id: string | null;
  /** The source it resolved to, or null. */
  source_id: string | null;
  form: string;
}

export interface SourcesTable extends Part {
  key: string;
}

export interface EdgesTable extends Part {
  claim_id: string;
  marker_id: string;
  note_id: string | null;
  item_id: string;
  source_id: string;
  scope: string;
}

export interface OpenCitationsTable {
  document_id: string;
  position: number;
  claim_id: string;
  marker_id: string;
  item_id: string;
  json: string;
}

export interface FindingsTable extends Part {
  code: string;
  severity: string;
}

export interface FindingSubjectsTable {
  document_id: string;
  kind: string;
  subject_id: string;
  finding_id: string;
}

/** What a claim rests on, for claims that have something: see `claim-rests.ts`. */
export interface ClaimRestsTable {
  document_id: string;
  claim_id: string;
  json: string;
}

export interface Tables extends ImportTables, AccountTables, RetractionTables {
  documents: DocumentsTable;
  lineages: LineagesTable;
  library_sources: LibrarySourcesTable;
  library_members: LibraryMembersTable;
  library_keys: LibraryKeysTable;
  merges: MergesTable;
  claim_index: ClaimIndexTable;
  repeated_wordings: RepeatedWordingsTable;
  analyses: AnalysesTable;
  originals: OriginalsTable;
  statements: StatementsTable;
  markers: MarkersTable;
  notes: NotesTable;
  items: ItemsTable;
  sources: SourcesTable;
  edges: EdgesTable;
  open_citations: OpenCitationsTable;
  findings: FindingsTable;
  finding_subjects: FindingSubjectsTable;
  claim_rests: ClaimRestsTable;
  review_events: ReviewEventsTable;
  review_subjects: ReviewSubjectsTable;
  review_verdicts: ReviewVerdictsTable;
}
