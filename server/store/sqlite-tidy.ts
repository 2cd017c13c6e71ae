/** Puts together the pieces that imports leave in the full-text index: a word is looked for in each of them. */
import { sql } from "kysely";
import type { Db } from "./lookup.ts";
import { searchTables } from "./sqlite-search.ts";

/** Pieces that are left alone. */
const few = 4;

/** Pages merged in one transaction, some 50 ms: other writers come in between. */
const step = 200;

/**
 * Merges a little and returns whether there is more to merge. Stopped anywhere, the next call goes on.
 * See "The 'merge' Command" of https://sqlite.org/fts5.html: a negative number begins to merge everything into one
 * piece, positive ones go on; one that changes fewer than two rows found nothing to do.
 */
export async function tidySqlite(db: Db): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    const changes = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(connection);
      return rows[0]!.n;
    };
    const merged = async (table: string, pages: number): Promise<boolean> => {
      const before = await changes();
      await sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values ('merge', ${pages})`.execute(
        connection,
      );
      return (await changes()) - before > 1;
    };
    for (const table of searchTables) {
      if (await merged(table, step)) return true;
      const { rows } = await sql<{ n: number }>`
        select count(distinct segid) as n from ${sql.table(`${table}_idx`)}`.execute(connection);
      if (rows[0]!.n > few && (await merged(table, -step))) return true;
    }
    return false;
  });
}
