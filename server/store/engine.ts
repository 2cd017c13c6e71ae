/** What the engines under the store do differently. Everything else is the same code for both. */
import type { Insertable, Transaction } from "kysely";
import type { Feed } from "./feed.ts";
import type { Db } from "./lookup.ts";
import type { JsonSql } from "./packed.ts";
import type { Reads } from "./reads.ts";
import type { SearchIndex } from "./search.ts";
import type { Tables } from "./tables.ts";

/** Column types that the engines name differently. */
export interface ColumnTypes {
  readonly blob: "blob" | "bytea";
  /** Text that is compared by its bytes, so that lists have one order on every engine and in every locale. */
  readonly text: "text" | 'text collate "C"';
}

export interface StoreEngine {
  readonly name: "sqlite" | "postgresql";
  readonly types: ColumnTypes;
  /** True for a write that lost a race against another one and may win when it is tried again. */
  lostRace(error: unknown): boolean;
  /** Tells the other processes, when the transaction is safe, what was recorded; nothing where there are none. */
  announce(trx: Transaction<Tables>, lineage: string, seq: number): Promise<void>;
  /** What was recorded, by this process and others. */
  readonly feed: Feed;
  /** What is asked most. Sees committed data only: never used inside a transaction. */
  readonly reads: Reads;
  /** How its SQL writes JSON. */
  readonly json: JsonSql;
  /** Full-text search. */
  readonly search: SearchIndex;
  /** Writes many rows in their order. All have the same columns. */
  insertRows<T extends keyof Tables>(
    trx: Transaction<Tables>,
    table: T,
    rows: readonly Insertable<Tables[T]>[],
  ): Promise<void>;
  /**
   * Makes other transactions that use one of the keys wait for this one, so that two documents which come in at one
   * moment see each other's sources.
   */
  lockKeys(trx: Transaction<Tables>, keys: readonly string[]): Promise<void>;
  /** See `Store.tidy`. */
  tidy(db: Db): Promise<boolean>;
  close(): Promise<void>;
}

export interface OpenDb {
  readonly db: Db;
  readonly engine: StoreEngine;
}

/** Times a write is tried that keeps losing races. */
const attempts = 5;

/** Runs the transaction, again when it lost a race: everything in it happens once or not at all. */
export async function transact<T>(
  db: Db,
  engine: StoreEngine,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === attempts || !engine.lostRace(error)) throw error;
    }
  }
}
