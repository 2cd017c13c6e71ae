/** The retraction list of the library as the server sees it. */
import type { Standing } from "../../../core/audit/listed.ts";
import type { RetractionFacts, RetractionRow } from "../../../core/audit/retractions.ts";
import type { Analysis, DocumentId } from "../../../core/model.ts";
import type { LibrarySource } from "../library/types.ts";
import type { Json } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";

export interface RetractionList extends RetractionFacts {
  /** Rows that a source can meet: by its DOI, its PubMed ID or, as a guess, its title. */
  readonly usable: number;
  /** Size of the file. */
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly broughtAt: string;
  /** Null where accounts are off. */
  readonly by: string | null;
}

export interface RetractionState {
  /** Counts the changes of the list. */
  readonly revision: number;
  readonly list: RetractionList | null;
}

/** A file that was read and found to be a list. */
export interface ReadList {
  readonly facts: RetractionFacts;
  readonly rows: readonly RetractionRow[];
  readonly bytes: number;
}

/** Works of the library by how they stand on a list, each once. */
export type OnListCounts = Readonly<Record<Standing, number>>;

export interface RetractionPreview extends RetractionFacts {
  readonly usable: number;
  readonly bytes: number;
  readonly sources: OnListCounts;
  /** Whether it is the list that the library has. */
  readonly known: boolean;
}

/** How far the documents are checked against the list as it is. */
export interface Checking {
  readonly documents: number;
  /** Documents whose findings are still of the list before. */
  readonly waiting: number;
  readonly sources: OnListCounts;
}

/** A work of the library that is on the list. */
export interface ListedSource {
  readonly source: LibrarySource;
  readonly standing: Standing;
  /** "retraction 2019-03-07 10.5555/notice", in the order of their dates. */
  readonly notices: readonly string[];
}

export interface Retractions {
  state(): Promise<RetractionState>;
  /** The list, as far as the document was checked against it; else null. */
  of(document: DocumentId): Promise<RetractionList | null>;
  /** Says what a list knows of the sources of the library; nothing is written. Reads them all. */
  preview(list: ReadList): Promise<RetractionPreview>;
  /**
   * Makes it the list of the library, in the place of the one before: all or nothing. Throws a `StoreError` "changed"
   * unless the list stands at the revision, where one is given.
   */
  use(
    list: ReadList,
    made: { readonly by: string | null; readonly at: string; readonly revision: number | null },
  ): Promise<RetractionState>;
  /** Takes the list away; false when there is none. Throws as `use` does. */
  discard(revision: number | null): Promise<boolean>;
  /** Returns the analysis with what the list says of its sources. */
  checked(analysis: Analysis): Promise<Analysis>;
  checking(): Promise<Checking>;
  /** Checks up to so many waiting documents, and returns how many were; 0 when none waits. */
  recheck(limit: number): Promise<number>;
  /** Works on the list, the most load-bearing first. */
  sources(page: PageRequest): Promise<Json<Page<ListedSource>>>;
}
