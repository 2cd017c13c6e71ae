/** Opens the library in one SQLite file. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely, SqliteAdapter, SqliteDialect } from "kysely";
import { migrate } from "./migrations/index.ts";
import { createSqlStore } from "./sql-store.ts";
import { openDatabase } from "./sqlite-driver.ts";
import { type Store, StoreError } from "./store.ts";
import type { Tables } from "./tables.ts";

/** SQLite can change tables inside a transaction; then a migration that is cut off leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * Returns the store in the file `path`, made with its folder when missing and brought up to date.
 * Throws a `StoreError` with the path and the remedy when it cannot be used.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  let db: Kysely<Tables> | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = openDatabase(path);
    db = new Kysely<Tables>({ dialect: new Dialect({ database }) });
    await migrate(db, { blob: "blob" });
    return createSqlStore(db);
  } catch (error) {
    await db?.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError("unusable", `cannot use the library ${path}: ${reason}`, { cause: error });
  }
}
