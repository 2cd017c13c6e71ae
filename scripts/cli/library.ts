/** The library that commands work on: where it lies, and opening it with its workers. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Library } from "../../server/library.ts";
import type { Store } from "../../server/store/store.ts";
import { footingPackage } from "./package.ts";

/**
 * Returns where the library is: `--data`, else DATABASE_URL where it names a PostgreSQL database, else FOOTING_DATA,
 * else `.footing/footing.sqlite` under the working directory. A folder stands for the file in it.
 */
export function libraryPath(flag: string | undefined): string {
  const database = flag ?? process.env.DATABASE_URL ?? "";
  if (/^postgres(?:ql)?:\/\//i.test(database)) return database;
  const path = resolve(flag ?? (process.env.FOOTING_DATA || join(".footing", "footing.sqlite")));
  return existsSync(path) && statSync(path).isDirectory() ? join(path, "footing.sqlite") : path;
}

/** Opens the library without its workers. Close it, or the process does not end. */
export async function openStoreOf(flag: string | undefined): Promise<Store> {
  const { openStore } = await import("../../server/store/open.ts");
  return openStore(libraryPath(flag));
}

/** Opens the library. Close it, or the process does not end. */
export async function openLibrary(
  flag: string | undefined,
  { threads, log = "error" }: { readonly threads?: number | undefined; readonly log?: string } = {},
): Promise<Library> {
  const { openWithWorkers } = await import("../../server/library.ts");
  const { destination, pino } = await import("pino");
  return openWithWorkers({
    library: libraryPath(flag),
    version: footingPackage.version,
    log: pino({ level: log, base: null }, destination({ fd: 2, sync: true })),
    ...(threads === undefined ? {} : { threads }),
  });
}
