/** Opens the library in a PostgreSQL database, for several servers and workers at once. */
import {
  type DatabaseIntrospector,
  Kysely,
  PostgresDialect,
  PostgresIntrospector,
  sql,
  type Transaction,
} from "kysely";
import type { OpenDb } from "./engine.ts";
import { placeMissing } from "./library/settle.ts";
import { migrate } from "./migrations/index.ts";
import { postgresJson } from "./packed.ts";
import { openPool, withoutPassword } from "./postgresql-driver.ts";
import { createListener } from "./postgresql-listener.ts";
import { insertRows } from "./postgresql-rows.ts";
import { createPostgresSearch } from "./postgresql-search.ts";
import { createTidyPostgres } from "./postgresql-tidy.ts";
import { createSqlStore } from "./sql-store.ts";
import { type Store, StoreError } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Deadlock, serialisation failure, and a key that another transaction has just taken. */
const races = new Set(["40P01", "40001", "23505"]);

const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return String((error instanceof StoreError ? cause?.code : code) ?? "");
};

/** Sees the tables of our own schema only: those of a neighbour are none of our business, and may vanish meanwhile. */
class OwnSchema extends PostgresIntrospector {
  readonly #db: Kysely<unknown>;

  constructor(db: Kysely<unknown>) {
    super(db);
    this.#db = db;
  }

  override async getTables(): ReturnType<DatabaseIntrospector["getTables"]> {
    const { rows } = await sql<{ schemaname: string; tablename: string }>`
      select schemaname, tablename from pg_tables where schemaname = current_schema()`.execute(this.#db);
    return rows.map(({ schemaname, tablename }) => ({
      schema: schemaname,
      name: tablename,
      isView: false,
      isForeign: false,
      columns: [],
    }));
  }
}

class Dialect extends PostgresDialect {
  override createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new OwnSchema(db);
  }
}

/** Key of the advisory lock, "footing" in ASCII, cut to 31 bits; the schema is the second key. */
const lockKey = 0x666f6f74;

/** Lets one process at a time do the work: Kysely's own lock needs tables that two could be making at once. */
async function oneAtATime(db: Kysely<Tables>, work: () => Promise<void>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(lockKey)}, hashtext(current_schema()))`.execute(connection);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(lockKey)}, hashtext(current_schema()))`.execute(
        connection,
      );
    }
  });
}

/** Buckets of keys: few enough for the lock table of any server, many enough that strangers seldom meet in one. */
const keyBuckets = 512;

/** In one order for all, so that no two transactions wait for each other. */
async function lockKeys(trx: Transaction<Tables>, keys: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(current_schema()), bucket) from (
    select distinct mod(abs(hashtext(key)::bigint), ${sql.lit(keyBuckets)})::int as bucket
    from unnest(${keys}::text[]) as key order by 1) as locked`.execute(trx);
}

/** Returns the database as it is, and how it differs from others. */
export function openPostgresDb(address: string): OpenDb {
  const { pool, reads, connect } = openPool(address);
  const db = new Kysely<Tables>({ dialect: new Dialect({ pool }) });
  const listener = createListener(connect);
  return {
    db,
    engine: {
      name: "postgresql",
      types: { blob: "bytea", text: 'text collate "C"' },
      lostRace: (error) => races.has(codeOf(error)),
      announce: listener.announce,
      feed: listener.feed,
      reads,
      json: postgresJson,
      search: createPostgresSearch(reads),
      insertRows,
      lockKeys,
      tidy: createTidyPostgres(),
      close: listener.close,
    },
  };
}

/**
 * Returns the store in the database, brought up to date by one process at a time.
 * Throws a `StoreError` with the address, without its password, and the reason.
 */
export async function openPostgresStore(address: string): Promise<Store> {
  const { db, engine } = openPostgresDb(address);
  try {
    await oneAtATime(db, () => migrate(db, engine));
    await placeMissing(db, engine);
    return createSqlStore(db, engine);
  } catch (error) {
    await db.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError("unusable", `cannot use the library ${withoutPassword(address)}: ${reason}`, {
      cause: error,
    });
  }
}
