/** Opens the library in one SQLite file. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from "kysely";
import { inBatches } from "./batches.ts";
import type { OpenDb, StoreEngine } from "./engine.ts";
import { createFeed } from "./feed.ts";
import { placeMissing } from "./library/settle.ts";
import { migrate } from "./migrations/index.ts";
import { sqliteJson } from "./packed.ts";
import { createSqlStore } from "./sql-store.ts";
import { busyTimeout, openDatabase } from "./sqlite-driver.ts";
import { openReaders } from "./sqlite-readers.ts";
import { sqliteSearch } from "./sqlite-search.ts";
import { tidySqlite } from "./sqlite-tidy.ts";
import { type Store, StoreError } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Milliseconds to wait for the write lock before giving up: a very large document takes seconds to write. */
const lockPatience = 30_000;

/** SQLite can change tables inside a transaction; then a migration that is cut off leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Waits for the write lock without holding up this thread: while a reader's thread writes a document, requests go
 * on. The engine's own waiting would block everything here.
 */
class PatientDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const run = (text: string) => connection.executeQuery(CompiledQuery.raw(text));
    const until = performance.now() + lockPatience;
    for (let pause = 1; ; pause = Math.min(pause * 2, 20)) {
      await run("pragma busy_timeout = 0");
      try {
        await run("begin");
        return;
      } catch (error) {
        const { cause } = error as { cause?: { code?: unknown } };
        const busy = String(cause?.code).startsWith("SQLITE_BUSY");
        if (!busy || performance.now() > until) throw error;
      } finally {
        await run(`pragma busy_timeout = ${busyTimeout}`);
      }
      await setTimeout(pause);
    }
  }

  /** After some failures (a full disk) the engine has rolled back by itself; what failed then is the news. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!String((error as Error).message).includes("no transaction is active")) throw error;
    }
  }
}

class Dialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

const insertRows: StoreEngine["insertRows"] = async (trx, table, rows) => {
  await inBatches(rows, (batch) =>
    trx
      .insertInto(table)
      .values([...batch])
      .execute(),
  );
};

/** Returns the database in the file as it is, and how it differs from others. */
export function openSqliteDb(path: string, threads = 0): OpenDb {
  mkdirSync(dirname(path), { recursive: true });
  const db = new Kysely<Tables>({ dialect: new Dialect({ database: openDatabase(path) }) });
  const reads = openReaders(path, threads);
  const engine: StoreEngine = {
    name: "sqlite",
    types: { blob: "blob", text: "text" },
    // One writer at a time: there is nothing to race against.
    lostRace: () => false,
    announce: async () => {},
    feed: createFeed(),
    reads,
    json: sqliteJson,
    search: sqliteSearch,
    insertRows,
    lockKeys: async () => {},
    tidy: tidySqlite,
    close: () => reads.close(),
  };
  return { db, engine };
}

/**
 * Returns the store in the file `path`, made with its folder when missing and brought up to date.
 * Throws a `StoreError` with the path and the remedy when it cannot be used.
 */
export async function openSqliteStore(path: string, threads = 0): Promise<Store> {
  let opened: OpenDb | undefined;
  try {
    opened = openSqliteDb(path, threads);
    await migrate(opened.db, opened.engine);
    await placeMissing(opened.db, opened.engine);
    return createSqlStore(opened.db, opened.engine);
  } catch (error) {
    await opened?.db.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError("unusable", `cannot use the library ${path}: ${reason}`, { cause: error });
  }
}
