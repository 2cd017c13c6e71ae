/** Full-text search as the engines do it. Words come folded; rows are found by their number `seq`. */
import type { Insertable, Transaction } from "kysely";
import type { Term } from "./library/words.ts";
import type { Db } from "./lookup.ts";
import type { ClaimIndexTable, LibrarySourcesTable, Tables } from "./tables.ts";

/** A row with the words it is found by. */
type Worded<T> = Omit<Insertable<T>, "seq"> & { readonly words: readonly string[] };

export interface ClaimHits {
  /** What `matching` returns. */
  readonly terms: string;
  /** The `seq` that all are below. */
  readonly before: string;
  readonly limit: string;
  /** See `Way`. */
  readonly few: boolean;
  readonly above: number | null;
}

/** How rows are likely to be found soonest. All ways find the same rows in the same order. */
export interface Way {
  readonly claims: {
    /**
     * Whether few rows are looked at and the index of words is sure to be the way to them: then one plan does for all
     * such questions, and they may be asked together.
     */
    readonly few: boolean;
    /** Those above this `seq` are looked through first, and all only where that gave too few; null for all at once. */
    readonly above: number | null;
  };
  readonly works: {
    readonly few: boolean;
    /** Whether those that lead the list are looked through first. */
    readonly leading: boolean;
  };
}

/** What a way is chosen for. */
export interface Wanted {
  /** The `seq` that claims are below. */
  readonly before: number;
  /** Hits at most. */
  readonly most: number;
}

export interface SearchIndex {
  /** Makes the index; part of a migration. */
  create(db: Db): Promise<void>;
  /** Limits what waits to be put into the index; part of a migration. */
  limitPending(db: Db): Promise<void>;
  /** Writes the rows and indexes them; later ones get higher numbers. */
  insertClaims(trx: Transaction<Tables>, rows: readonly Worded<ClaimIndexTable>[]): Promise<void>;
  insertSources(trx: Transaction<Tables>, rows: readonly Worded<LibrarySourcesTable>[]): Promise<void>;
  /** Gives a source other words. */
  reword(trx: Transaction<Tables>, seq: number, words: readonly string[]): Promise<void>;
  /** Takes rows out of the index, before they are deleted. */
  dropClaims(trx: Transaction<Tables>, seqs: readonly number[]): Promise<void>;
  dropSources(trx: Transaction<Tables>, seqs: readonly number[]): Promise<void>;
  /** Returns what `claimHits` and `sourceHas` are bound to. */
  matching(terms: readonly Term[]): string;
  way(terms: readonly Term[], wanted: Wanted): Promise<Way>;
  /**
   * Returns SQL of the claims that have all the terms, as `seq`, `document_id` and `claim_id`: the highest `seq` first.
   * The values are SQL.
   */
  claimHits(values: ClaimHits): string;
  /** Returns the SQL of the condition that a row of `library_sources` has all the terms. */
  sourceHas(terms: string): string;
}
