/** Tables of the retraction list: one list for a library, its records, and the sources that are on it. */

/** One row, or none before a list was ever brought in. The facts are null once it was taken away. */
export interface RetractionListTable {
  id: number;
  /** Counts the changes: a document of another generation is not checked against the list as it is. */
  generation: number;
  /** SHA-256 of the file, lower-case hex. */
  hash: string | null;
  up_to: string | null;
  row_count: number | null;
  skipped: number | null;
  /** Rows that a source can meet. */
  usable: number | null;
  bytes: number | null;
  brought_at: string | null;
  /** Null where accounts are off. */
  brought_by: string | null;
}

/** A row of the list. What it is found by stands there as a hash: no list decides how long a key of an index is. */
export interface RetractionRecordsTable {
  /** From 0, in the order of the file. */
  seq: number;
  doi: string | null;
  pmid: string | null;
  title: string | null;
  /** `RetractionRow` as canonical JSON. */
  json: string;
}

/** What the findings of a document say of a source that is on the list. */
export interface ListedSourcesTable {
  document_id: string;
  source_id: string;
  /** "1" retracted, "2" with another notice, "3" of the title of a retracted paper. */
  rank: string;
  /** The notices as a JSON array of texts. */
  json: string;
}

export interface RetractionTables {
  retraction_list: RetractionListTable;
  retraction_records: RetractionRecordsTable;
  listed_sources: ListedSourcesTable;
}
