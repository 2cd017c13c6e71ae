/**
 * libsql behind the few calls that Kysely makes, with its sharp edges taken off: statements are kept and used
 * again (each preparation costs memory until the collector runs), values it cannot bind are refused here (the
 * native code ends the process on a boolean), and closing empties the write-ahead log (its `close` leaves it).
 */

import type { SqliteDatabase, SqliteStatement } from "kysely";
import Database from "libsql";
import { oneByOne, type Questions, type Reads } from "./reads.ts";
import { StoreError } from "./store.ts";

/** Statements kept prepared. The server uses some 60; the rest are batch inserts of odd sizes. */
const keptStatements = 128;

/** Milliseconds that a single statement waits for another writer. */
export const busyTimeout = 5000;

/**
 * KiB of pages that the reading connection keeps. The engine's own 2 MiB hold less than one question touches in a
 * library of some size: each of the others would be a call to the system.
 */
const readCache = 192 * 1024;

type Value = string | number | bigint | Uint8Array | null;

/**
 * Returns the value as libsql may have it. A text with U+0000 would be cut there, so it becomes U+FFFD; texts
 * that must come back unchanged are stored as JSON, where U+0000 is an escape.
 */
function bindable(value: unknown): Value {
  if (typeof value === "string")
    return value.includes("\u0000") ? value.replaceAll("\u0000", "\ufffd") : value;
  if (typeof value === "number" || typeof value === "bigint" || value === null) return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`sqlite: cannot store a value of type ${typeof value}`);
}

/** Returns what a failed write means: the data contradict themselves, or the file cannot take them. */
function refusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? "";
  if (code.startsWith("SQLITE_CONSTRAINT")) {
    return new StoreError("inconsistent", `the data contradict themselves: ${error.message}`, {
      cause: error,
    });
  }
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/.test(code)) {
    return new StoreError("unwritable", `the library cannot be written: ${error.message}`, { cause: error });
  }
  return error;
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusal(error);
  }
}

function guarded(statement: SqliteStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => attempt(() => statement.all(parameters.map(bindable))),
    run: (parameters) => attempt(() => statement.run(parameters.map(bindable))),
    iterate: (parameters) => statement.iterate(parameters.map(bindable)),
  };
}

/**
 * Opens the file, makes it when it is missing. The folder must exist.
 *
 * WAL lets readers go on while a writer writes. `synchronous=FULL` costs one fsync a transaction and keeps every
 * acknowledged import through a power cut; NORMAL would keep the file sound but could lose the last ones.
 * A second process (`footing import` beside a server) waits up to five seconds for the writer's lock.
 */
export function openDatabase(path: string): SqliteDatabase {
  const database = new Database(path);
  for (const pragma of [
    `busy_timeout = ${busyTimeout}`,
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
  ]) {
    database.pragma(pragma);
  }
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      // All transactions here write. Taking the lock at once avoids a failure half-way through.
      const text = sql === "begin" ? "begin immediate" : sql;
      const known = kept.get(text);
      if (known !== undefined) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      const statement = guarded(database.prepare(text) as unknown as SqliteStatement);
      kept.set(text, statement);
      if (kept.size > keptStatements) kept.delete(kept.keys().next().value!);
      return statement;
    },
    close() {
      kept.clear();
      database.pragma("wal_checkpoint(TRUNCATE)");
      database.close();
    },
  };
}

interface RawStatement {
  raw(on: boolean): RawStatement;
  all(values: readonly unknown[]): unknown[];
  get(values: readonly unknown[]): unknown;
}

export interface Reader extends Reads {
  close(): Promise<void>;
}

/**
 * Returns a second connection to the file, for reads outside of transactions: it is opened when it is first needed.
 * In WAL mode it sees what was committed, and waits for no writer.
 */
export function openReader(path: string): Reader {
  let database: InstanceType<typeof Database> | undefined;
  const kept = new Map<string, RawStatement>();
  const prepared = (text: string): RawStatement => {
    let statement = kept.get(text);
    if (statement !== undefined) return statement;
    if (database === undefined) {
      database = new Database(path);
      database.pragma(`busy_timeout = ${busyTimeout}`);
      database.pragma("query_only = ON");
      database.pragma(`cache_size = -${readCache}`);
    }
    statement = database.prepare(text.replace(/\$(?=\d)/g, "?")) as unknown as RawStatement;
    statement.raw(true);
    kept.set(text, statement);
    return statement;
  };
  const ask = (text: string, values: readonly unknown[]) =>
    attempt(() => prepared(text).all(values.map(bindable)));
  const questions: Questions = {
    rows: async <R>(text: string, values: readonly unknown[]) => ask(text, values) as R[],
    // One row costs half of what a list of one costs.
    row: async <R>(text: string, values: readonly unknown[]) =>
      attempt(() => prepared(text).get(values.map(bindable))) as R | undefined,
  };
  return {
    ...questions,
    long: questions,
    together: (inquiry) => oneByOne(questions.row, inquiry),
    alone: (inquiry) => oneByOne(questions.row, inquiry),
    // Changes with every commit of another connection, and this one commits nothing.
    state: async () => String(ask("pragma data_version", [])),
    async close() {
      kept.clear();
      database?.close();
      database = undefined;
    },
  };
}
