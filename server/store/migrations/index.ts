/** Every change of the tables in order, forward only. A published migration is never edited. */
import { type Expression, type Kysely, type Migration, Migrator, sql } from "kysely";
import type { ColumnTypes, StoreEngine } from "../engine.ts";
import { StoreError } from "../store.ts";
import { documents } from "./0001-documents.ts";
import { review } from "./0002-review.ts";
import { namesakes } from "./0003-namesakes.ts";
import { imports } from "./0004-imports.ts";
import { accounts } from "./0005-accounts.ts";
import { workers } from "./0006-workers.ts";
import { library } from "./0007-library.ts";
import { claimRests } from "./0008-claim-rests.ts";
import { repeatedWordings } from "./0009-repeated-wordings.ts";
import { retractions } from "./0010-retractions.ts";
import { statedMerges } from "./0011-stated-merges.ts";
import { pendingWords } from "./0012-pending-words.ts";

/** The engine's types as the schema builder takes them. */
export type SqlTypes = { readonly [T in keyof ColumnTypes]: Expression<unknown> };

type MigratedEngine = Pick<StoreEngine, "name" | "types" | "search">;

/** Returns the migrations by name. */
export function migrations(engine: MigratedEngine): Readonly<Record<string, Migration>> {
  const { types } = engine;
  const own: SqlTypes = { blob: sql.raw(types.blob), text: sql.raw(types.text) };
  return {
    "0001-documents": documents(own),
    "0002-review": review(own),
    "0003-namesakes": namesakes(),
    "0004-imports": imports(own),
    "0005-accounts": accounts(own),
    "0006-workers": workers(own),
    "0007-library": library(own, engine),
    "0008-claim-rests": claimRests(own),
    "0009-repeated-wordings": repeatedWordings(own),
    "0010-retractions": retractions(own),
    "0011-stated-merges": statedMerges(own),
    "0012-pending-words": pendingWords(engine),
  };
}

/**
 * Brings the tables up to date. Throws a `StoreError` when the library was written by a newer Footing, whose
 * migrations this one does not know, or when a migration fails (it leaves nothing behind then).
 */
export async function migrate<T>(db: Kysely<T>, engine: MigratedEngine): Promise<void> {
  const known = migrations(engine);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const { error } = await migrator.migrateToLatest();
  const stranger = /previously executed migration (\S+) is missing/.exec(
    error instanceof Error ? error.message : "",
  );
  if (stranger !== null) {
    throw new StoreError(
      "unusable",
      `the library was written by a newer Footing (it has "${stranger[1]}"); update Footing or use another --data`,
    );
  }
  if (error !== undefined) throw error;
}
