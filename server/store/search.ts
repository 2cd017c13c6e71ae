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
  /** Whether they are: see `areRare`. */
  readonly rare: boolean;
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
  /**
   * Returns whether so few rows have all the terms that the index of words is sure to be the way to them: then one plan
   * does for all such questions, and they may be asked together.
   */
  areRare(terms: readonly Term[]): Promise<boolean>;
  /**
   * Returns SQL of the claims that have all the terms, as `seq`, `document_id` and `claim_id`: the highest `seq` first.
   * The values are SQL.
   */
  claimHits(values: ClaimHits): string;
  /** Returns the SQL of the condition that a row of `library_sources` has all the terms. */
  sourceHas(terms: string): string;
}
