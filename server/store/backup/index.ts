/** Backups of a library at an address, for either engine: what one wrote, the other reads. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { OpenDb } from "../engine.ts";
import { openStore } from "../open.ts";
import { readBackup } from "./read.ts";
import { writeBackup } from "./write.ts";

export { BackupError } from "./tables.ts";

async function withDb<T>(address: string, work: (opened: OpenDb) => Promise<T>): Promise<T> {
  // Brings the tables up to date, or says why the library cannot be used.
  await (await openStore(address)).close();
  const opened = /^postgres(?:ql)?:\/\//i.test(address)
    ? (await import("../postgresql.ts")).openPostgresDb(address)
    : (await import("../sqlite.ts")).openSqliteDb(address);
  try {
    return await work(opened);
  } finally {
    await opened.engine.close();
    await opened.db.destroy();
  }
}

/** Writes the library to a file and returns the number of rows. Throws a `StoreError`, or the disk's error. */
export function backup(
  address: string,
  path: string,
  about: { readonly version: string; readonly at: string },
): Promise<number> {
  return withDb(address, (opened) => writeBackup(opened, path, about));
}

/** Restores a file into an empty library and returns the number of rows. Throws a `BackupError` or a `StoreError`. */
export function restore(path: string, address: string): Promise<number> {
  if (!/^postgres(?:ql)?:\/\//i.test(address)) mkdirSync(dirname(address), { recursive: true });
  return withDb(address, (opened) => readBackup(opened, path));
}
