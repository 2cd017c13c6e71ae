/** Reads a backup twice: once to see that it is whole, and only then into an empty library, as one transaction. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip, gunzipSync } from "node:zlib";
import { type Insertable, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { Analysis, Csl, Statement } from "../../../core/model.ts";
import type { OpenDb } from "../engine.ts";
import { recordAllRepeated, wordingsKey } from "../library/repeated.ts";
import { searchWords, sourceWords } from "../library/words.ts";
import { migrations } from "../migrations/index.ts";
import { partRows } from "../rows.ts";
import type { ClaimIndexTable, LibrarySourcesTable, Tables } from "../tables.ts";
import { BackupError, backedUp, type Head, type Row } from "./tables.ts";

/** Bytes of one line: the largest document, twice over. */
const longest = 512 * 1024 * 1024;
/** Rows collected before they are written. */
const portion = 200;

const bad = (why: string, cause?: unknown): BackupError =>
  new BackupError(`the backup cannot be used: ${why}; nothing was restored`, { cause });

const headSchema = z.strictObject({
  footing: z.literal("backup"),
  format: z.literal(1),
  schema: z.string(),
  version: z.string(),
  at: z.string(),
});
const footSchema = z.strictObject({ end: z.literal(true), rows: z.int(), sha256: z.string() });
const names = backedUp.map((b) => b.table) as [keyof Tables, ...(keyof Tables)[]];
const rowSchema = z.strictObject({
  table: z.enum(names),
  row: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })]),
  ),
});

/** Yields the lines of the compressed file, with their line end. */
async function* lines(path: string): AsyncGenerator<Buffer> {
  const source = createGunzip();
  const reading = pipeline(createReadStream(path), source);
  reading.catch(() => {});
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, at + 1)]);
      [parts, length, from] = [[], 0, at + 1];
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longest) throw bad("a line is longer than any document");
  }
  await reading;
  if (length > 0) throw bad("it breaks off");
}

function parse<S extends z.ZodType>(schema: S, line: Buffer, what: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(line.toString("utf8")));
  } catch (error) {
    throw bad(what, error);
  }
}

const isFoot = (line: Buffer): boolean => line.subarray(0, 12).toString() === '{"end":true,';

/** Yields the rows; throws a `BackupError` at the end when the file was not whole. */
async function* rows(
  path: string,
  known: readonly string[],
): AsyncGenerator<{ readonly table: keyof Tables; readonly row: Row }> {
  const hash = createHash("sha256");
  let head: Head | null = null;
  let count = 0;
  let whole = false;
  try {
    for await (const line of lines(path)) {
      if (whole) throw bad("something follows its end");
      if (head === null) {
        head = parse(headSchema, line, "it is no backup of Footing that this version reads");
        checkSchema(head, known);
      } else if (isFoot(line)) {
        const foot = parse(footSchema, line, "its end is damaged");
        whole = foot.rows === count && foot.sha256 === hash.digest("hex");
        if (!whole) throw bad("it is damaged: its checksum does not fit");
        continue;
      } else {
        count += 1;
        yield parse(rowSchema, line, `line ${count + 1} is damaged`);
      }
      hash.update(line);
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { code } = error as { code?: string };
    if (code === "ENOENT") throw bad("there is no such file", error);
    if (code === "Z_BUF_ERROR") throw bad("it breaks off", error);
    if (code?.startsWith("Z_")) throw bad("it is damaged, or no backup", error);
    throw error;
  }
  if (!whole) throw bad("it breaks off");
}

function checkSchema({ schema }: Head, known: readonly string[]): void {
  if (!known.includes(schema)) {
    throw bad(`it was made by a newer Footing (${schema}); update Footing`);
  }
}

const isBytes = (value: Row[string] | undefined): value is { readonly base64: string } =>
  typeof value === "object" && value !== null;

const withBytes = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([k, v]) => [k, isBytes(v) ? Buffer.from(v.base64, "base64") : v]),
  );

/** Writes rows of one table, with what is made from them. */
async function restoreRows(
  { engine }: OpenDb,
  trx: Transaction<Tables>,
  table: keyof Tables,
  list: readonly Row[],
): Promise<void> {
  switch (table) {
    case "analyses":
      for (const row of list) {
        const full = withBytes(row);
        await engine.insertRows(trx, table, [full as never]);
        const analysis = JSON.parse(gunzipSync(full.gzip as Buffer).toString("utf8")) as Analysis;
        for (const [part, values] of Object.entries(partRows(analysis))) {
          await engine.insertRows(trx, part as keyof Tables, values as never);
        }
      }
      return;
    case "library_sources":
      await engine.search.insertSources(
        trx,
        list.map(({ seq: _, ...row }) => {
          const { csl, label } = row as { csl: string; label: string };
          const words = sourceWords(JSON.parse(csl) as Csl, label);
          return { ...(row as unknown as Insertable<LibrarySourcesTable>), words };
        }),
      );
      return;
    case "claim_index":
      await engine.search.insertClaims(trx, await worded(trx, list));
      return;
    default:
      await engine.insertRows(trx, table, list.map(withBytes) as never);
  }
}

/** Returns the rows with the words of their claims, which the analyses brought back before. */
async function worded(trx: Transaction<Tables>, list: readonly Row[]) {
  const found = [];
  for (const { seq: _, ...row } of list) {
    const claim = row as unknown as Insertable<ClaimIndexTable>;
    const statement = await trx
      .selectFrom("statements")
      .select("json")
      .where("document_id", "=", claim.document_id)
      .where("id", "=", claim.claim_id)
      .executeTakeFirstOrThrow();
    found.push({ ...claim, words: searchWords((JSON.parse(statement.json) as Statement).text) });
  }
  return found;
}

/**
 * Restores the backup into an empty library, everything or nothing, and returns the number of rows. Throws a
 * `BackupError` when the file is not whole or the library holds something.
 */
export async function readBackup(opened: OpenDb, path: string): Promise<number> {
  const known = Object.keys(migrations(opened.engine));
  for await (const _ of rows(path, known));
  return opened.db.transaction().execute(async (trx) => {
    for (const { table } of backedUp) {
      const { rows: found } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(trx);
      if (found.length > 0)
        throw new BackupError("the library holds something already; restore into a new one");
    }
    let waiting: Row[] = [];
    let current: keyof Tables | null = null;
    let count = 0;
    const flush = async () => {
      if (current !== null && waiting.length > 0) await restoreRows(opened, trx, current, waiting);
      waiting = [];
    };
    for await (const { table, row } of rows(path, known)) {
      if (table !== current || waiting.length >= portion || table === "originals") await flush();
      current = table;
      waiting.push(row);
      count += 1;
      if (table === "analyses") await flush();
    }
    await flush();
    await opened.engine.lockKeys(trx, [wordingsKey]);
    await recordAllRepeated(trx);
    return count;
  });
}
