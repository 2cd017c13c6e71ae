/**
 * Counts what is in the tables where the server has not done so by itself (without, it plans as if they were empty),
 * and then sees to the indexes of the newest claims.
 */
import { sql } from "kysely";
import type { Db } from "./lookup.ts";
import { createTidyNewest } from "./postgresql-newest.ts";

/** Rows of a table that need no statistics. */
const few = 1000;

/** Counts one table, if one has changed by half since it was counted, and returns whether there may be another. */
async function count(db: Db): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_stat_user_tables
    where schemaname = current_schema() and n_mod_since_analyze > greatest(${few}, n_live_tup / 2)
    order by relname limit 1`.execute(db);
  const [table] = rows;
  if (table === undefined) return false;
  await sql`analyze ${sql.table(table.name)}`.execute(db);
  return true;
}

/** Returns how to do a little of it, and whether there is more: see `Store.tidy`. */
export function createTidyPostgres(): (db: Db) => Promise<boolean> {
  const tidyNewest = createTidyNewest();
  return async (db) => (await count(db)) || tidyNewest(db);
}
