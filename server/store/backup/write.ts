/** Writes a backup: one file of compressed lines of JSON, read from the library as it was at one moment. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Kysely, sql } from "kysely";
import type { OpenDb } from "../engine.ts";
import type { Tables } from "../tables.ts";
import { type BackedUp, backedUp, type Foot, type Head, type Row } from "./tables.ts";

const pageSize = 500;

/** Yields the rows of a table in the order of its key. */
async function* rowsOf(
  db: Kysely<Tables>,
  { table, key, blobs = [], page = pageSize }: BackedUp,
): AsyncGenerator<Row> {
  const columns = sql.join(key.map((k) => sql.ref(k)));
  let after: readonly unknown[] | null = null;
  for (;;) {
    const past = after === null ? sql`` : sql`where (${columns}) > (${sql.join(after)})`;
    const { rows } = (await sql`
      select * from ${sql.table(table)} ${past} order by ${columns} limit ${page}`.execute(db)) as {
      rows: Record<string, unknown>[];
    };
    for (const row of rows) {
      const packed = blobs.map((b) => [b, { base64: Buffer.from(row[b] as Uint8Array).toString("base64") }]);
      yield { ...row, ...Object.fromEntries(packed) } as Row;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = key.map((k) => last[k]);
  }
}

async function* linesOf(
  db: Kysely<Tables>,
  head: Head,
  count: (rows: number) => void,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  let rows = 0;
  yield line(head);
  for (const table of backedUp) {
    for await (const row of rowsOf(db, table)) {
      rows += 1;
      count(rows);
      yield line({ table: table.table, row });
    }
  }
  yield `${JSON.stringify({ end: true, rows, sha256: hash.digest("hex") } satisfies Foot)}\n`;
}

/**
 * Writes the backup whole or not at all: to a neighbour of `path` first, flushed to the disk, then renamed over it.
 * Others may read and write the library meanwhile. Returns the number of rows. Memory holds one large document.
 */
export async function writeBackup(
  { db, engine }: OpenDb,
  path: string,
  about: Pick<Head, "version" | "at">,
): Promise<number> {
  const target = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let rows = 0;
  try {
    await db.connection().execute(async (connection) => {
      const begin =
        engine.name === "sqlite" ? "begin deferred" : "begin isolation level repeatable read read only";
      await sql.raw(begin).execute(connection);
      try {
        const last = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(
          connection,
        );
        const head: Head = { footing: "backup", format: 1, schema: last.rows[0]!.name, ...about };
        const lines = linesOf(connection, head, (n) => {
          rows = n;
        });
        // Most bytes are compressed already; the rest is worth one quick pass.
        await pipeline(
          Readable.from(lines),
          createGzip({ level: 1 }),
          createWriteStream(target, { mode: 0o600 }),
        );
      } finally {
        await sql.raw("rollback").execute(connection);
      }
    });
    const file = await open(target, "r+");
    await file.sync();
    await file.close();
    await rename(target, path);
    return rows;
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}
