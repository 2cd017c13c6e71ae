/** Every change of the tables in order, forward only. A published migration is never edited. */
import { type Kysely, type Migration, Migrator } from "kysely";
import { StoreError } from "../store.ts";
import { documents } from "./0001-documents.ts";
import { review } from "./0002-review.ts";
import { namesakes } from "./0003-namesakes.ts";
import { imports } from "./0004-imports.ts";

/** Column types that the engines name differently. */
export interface ColumnTypes {
  readonly blob: "blob" | "bytea";
}

const migrations = (types: ColumnTypes): Record<string, Migration> => ({
  "0001-documents": documents(types),
  "0002-review": review(),
  "0003-namesakes": namesakes(),
  "0004-imports": imports(types),
});

/**
 * Brings the tables up to date. Throws a `StoreError` when the library was written by a newer Footing, whose
 * migrations this one does not know, or when a migration fails (it leaves nothing behind then).
 */
export async function migrate<T>(db: Kysely<T>, types: ColumnTypes): Promise<void> {
  const known = migrations(types);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const stranger = (await executed(db)).find((name) => !(name in known));
  if (stranger !== undefined) {
    throw new StoreError(
      "unusable",
      `the library was written by a newer Footing (it has "${stranger}"); update Footing or use another --data`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function executed<T>(db: Kysely<T>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((t) => t.name === "kysely_migration")) return [];
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  return rows.map((r) => r.name);
}
