/** Opens the library at an address: a PostgreSQL database, else a SQLite file. */
import type { Store } from "./store.ts";

export interface OpenOptions {
  /** Threads that answer long questions where the engine is in this process; none when missing. */
  readonly readers?: number;
}

/** Returns the store, made when missing and brought up to date. Throws a `StoreError` when it cannot be used. */
export async function openStore(address: string, { readers = 0 }: OpenOptions = {}): Promise<Store> {
  // The driver that is not needed is not loaded.
  if (/^postgres(?:ql)?:\/\//i.test(address))
    return (await import("./postgresql.ts")).openPostgresStore(address);
  return (await import("./sqlite.ts")).openSqliteStore(address, readers);
}
