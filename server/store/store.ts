/**
 * The library as the server sees it: one interface over SQLite and PostgreSQL.
 * Lists are paged by key, never by offset; nothing here reads a whole library into memory.
 */

import type {
  Analysis,
  CitationItem,
  DocumentId,
  Edge,
  Finding,
  Format,
  Marker,
  Note,
  OpenCitation,
  Source,
  SourceId,
  Statement,
  StatementId,
} from "../../core/model.ts";
import type { Recorded, ReviewEvent } from "../../core/review/index.ts";
import type { Accounts } from "./accounts/types.ts";
import type { JobQueue } from "./imports/queue.ts";
import type { Imports, ItemKey } from "./imports/types.ts";
import type { LibraryStore } from "./library/types.ts";
import type { Retractions } from "./retractions/types.ts";

/** What is counted when a document comes in. Direct and carried edges are counted apart in every number. */
export interface PartCounts {
  readonly characters: number;
  readonly statements: number;
  readonly claims: number;
  readonly markers: number;
  readonly notes: number;
  readonly sources: number;
  readonly directEdges: number;
  readonly carriedEdges: number;
  /** Claims with at least one direct edge. */
  readonly directClaims: number;
  /** Claims with carried edges only. */
  readonly carriedClaims: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
}

/** How far the review of a version has come. A verdict counts where the version has the very pair. */
export interface ReviewCounts {
  /** Distinct claim–source pairs. */
  readonly pairs: number;
  /** Pairs with a verdict that holds, or with reviewers who differ. */
  readonly reviewedPairs: number;
  readonly conflicts: number;
}

export interface DocumentCounts extends PartCounts {
  readonly reviewed: ReviewCounts;
}

export interface DocumentSummary {
  readonly id: DocumentId;
  /** Shared by the versions of one document. */
  readonly lineage: string;
  /** From 1, in the order of coming in. */
  readonly version: number;
  readonly latest: boolean;
  /** The version before it. */
  readonly previous: DocumentId | null;
  readonly name: string | null;
  readonly title: string | null;
  readonly format: Format;
  readonly language: string | null;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly hash: string;
  /** Size of the file. */
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  /** Version of the engine that made the analysis. */
  readonly engine: string;
  /** SHA-256 of the analysis as it is served, lower-case hex. */
  readonly analysisHash: string;
  readonly counts: DocumentCounts;
}

export interface NewDocument {
  readonly analysis: Analysis;
  /** The file as it came. */
  readonly bytes: Uint8Array;
  readonly importedAt: string;
  readonly engine: string;
  /** The document that this is a new version of. */
  readonly replaces?: DocumentId | null;
  /** The document of a bulk import that this settles, in the same transaction. */
  readonly item?: ItemKey | null;
}

export interface Added {
  readonly document: DocumentSummary;
  /** False when the same bytes were in the library before; nothing was written then. */
  readonly created: boolean;
}

/** The analysis as bytes: gzip of canonical JSON, and the hash of the JSON. */
export interface StoredAnalysis {
  readonly gzip: Uint8Array;
  readonly hash: string;
}

export interface PageRequest {
  /** The cursor of the page before, or null for the first page. */
  readonly after: string | null;
  readonly limit: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the next page, or null at the end. */
  readonly next: string | null;
}

/** A look-up by id, label or key. Labels and keys can name several things; then nothing is chosen. */
export type Found<T> =
  | { readonly kind: "found"; readonly value: T }
  | { readonly kind: "missing" }
  | { readonly kind: "ambiguous"; readonly candidates: readonly string[] };

/** A claim with everything it rests on. */
export interface ClaimView {
  readonly document: DocumentId;
  readonly claim: Statement;
  readonly edges: readonly Edge[];
  readonly open: readonly OpenCitation[];
  readonly markers: readonly Marker[];
  readonly notes: readonly Note[];
  readonly items: readonly CitationItem[];
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

/** A `ClaimView` as JSON. */
export interface ClaimJson {
  readonly body: string;
  /** The hash of the analysis it was read from. */
  readonly origin: string;
}

/** What a document has pages of. */
export type DocumentList = "claims" | "findings" | "sources";

/** A `Page` as JSON. */
export interface PageJson {
  readonly body: string;
  /** The hash of the analysis it was read from; null without the document. */
  readonly origin: string | null;
}

/** A source with the claims that rest on it. */
export interface SourceView {
  readonly document: DocumentId;
  /** The hash of the analysis it was read from; null where it took several questions, between which it may have changed. */
  readonly origin: string | null;
  readonly source: Source;
  readonly edges: readonly Edge[];
  readonly claims: readonly Statement[];
  /** All edges of those claims, to other sources too, and those sources: what decides who falls without it. */
  readonly footing: { readonly edges: readonly Edge[]; readonly sources: readonly Source[] };
  readonly mentions: readonly CitationItem[];
  readonly findings: readonly Finding[];
}

export interface SourceSummary {
  readonly source: Source;
  /** Distinct claims with a direct edge to it. */
  readonly directClaims: number;
  /** Distinct claims with carried edges to it only. */
  readonly carriedClaims: number;
}

/** Why the store refused. Anything else that goes wrong inside is a fault, not an answer. */
export type StoreErrorCode =
  | "bad-cursor"
  | "changed"
  | "event-conflict"
  | "inconsistent"
  | "merge-exists"
  | "missing"
  | "not-yours"
  | "unknown-subject"
  | "unreachable"
  | "unusable"
  | "unwritable";

export interface ReviewRequest {
  /** Events behind this `seq`; 0 for all. */
  readonly after: number;
  readonly limit: number;
  /** A reviewer who sees what others wrote about a subject only once the own verdict on it stands; null shows all. */
  readonly blind: string | null;
}

export interface ReviewLog {
  readonly lineage: string;
  readonly items: readonly Recorded[];
  /** `after` of the next page, or null at the end. */
  readonly next: number | null;
  /** `seq` of the last event recorded in the lineage, shown or not. */
  readonly version: number;
}

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

export interface Store {
  readonly imports: Imports;
  readonly accounts: Accounts;
  /** The job queue of a library that several machines work on; null where only one does. */
  readonly queue: JobQueue | null;
  /**
   * Writes a document with all its parts in one transaction: everything or nothing. Its findings get what the
   * retraction list says of its sources.
   */
  add(document: NewDocument): Promise<Added>;
  /**
   * Does a little of what keeps questions quick after many imports, and returns whether there is more to do. Nothing
   * that is asked or kept changes by it; other writers come in between.
   */
  tidy(): Promise<boolean>;
  /** Newest first. */
  documents(page: PageRequest): Promise<Page<DocumentSummary>>;
  document(id: DocumentId): Promise<DocumentSummary | null>;
  documentByHash(hash: string): Promise<DocumentSummary | null>;
  /** The newest documents with this name or this title that are the last version of theirs. */
  namesakes(
    of: { readonly name: string | null; readonly title: string | null },
    limit: number,
  ): Promise<readonly DocumentSummary[]>;
  analysis(id: DocumentId): Promise<StoredAnalysis | null>;
  /** The hash of the analysis as it stands now; null without the document. */
  readonly analysisHash: (id: DocumentId) => Promise<string | null>;
  /** The file as it came in. */
  original(id: DocumentId): Promise<Uint8Array | null>;
  /** Takes the document and everything that belongs to it away; false when there was none. */
  remove(id: DocumentId): Promise<boolean>;
  /** Every version of the document's lineage, the first one first; empty for an unknown document. */
  versions(id: DocumentId): Promise<readonly DocumentSummary[]>;
  /** The review events of all versions, or null for an unknown document. */
  review(document: DocumentId, request: ReviewRequest): Promise<ReviewLog | null>;
  /**
   * Writes review events on one version, all or none, and returns them as recorded once they are safe. Events that
   * were recorded before are returned as they stand.
   */
  record(document: DocumentId, events: readonly ReviewEvent[]): Promise<readonly Recorded[]>;
  /** Calls `listener` with the last `seq` whenever a batch was recorded; returns the function that ends it. */
  watchReview(lineage: string, listener: (seq: number) => void): () => void;
  /** Resolves when the listeners of `watchReview` hear of whatever is recorded from then on. */
  reviewsHeard(): Promise<void>;
  /** In text order. */
  claims(document: DocumentId, page: PageRequest): Promise<Page<Statement>>;
  /** A page of claims, sources or findings as JSON, as it goes over the wire. */
  pageJson(list: DocumentList, document: DocumentId, page: PageRequest): Promise<PageJson>;
  /** `ref` is a statement id or a label ("1.6"). */
  claim(document: DocumentId, ref: StatementId | string): Promise<Found<ClaimView>>;
  /** The same as JSON, as it goes over the wire. */
  claimJson(document: DocumentId, ref: StatementId | string): Promise<Found<ClaimJson>>;
  /** In the order of first mention. */
  sources(document: DocumentId, page: PageRequest): Promise<Page<SourceSummary>>;
  /** `ref` is a source id or a key ("brew2010"). */
  source(document: DocumentId, ref: SourceId | string): Promise<Found<SourceView>>;
  /** In text order. */
  findings(document: DocumentId, page: PageRequest): Promise<Page<Finding>>;
  /** Returns a word for what is in the library: while it is the same, every question has the same answer. */
  readonly state: () => Promise<string>;
  /** Questions across documents. */
  readonly library: LibraryStore;
  /** The list of retracted papers that sources are checked against. */
  readonly retractions: Retractions;
  /** Throws when the store cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
