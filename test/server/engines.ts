/**
 * A place for a library on each engine, for tests: a file in a folder of its own, or a schema of its own in a
 * PostgreSQL that is there already (TEST_DATABASE_URL, else postgres://postgres@127.0.0.1:5432). Where none answers,
 * the tests of that engine are skipped by name.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe } from "vitest";
import type { OpenDb } from "../../server/store/engine.ts";
import { openPostgresDb } from "../../server/store/postgresql.ts";
import { openSqliteDb } from "../../server/store/sqlite.ts";
import { openDatabase } from "../../server/store/sqlite-driver.ts";
import { temporaryFolder } from "./folder.ts";

export interface Place {
  /** What `openStore` takes. */
  readonly address: string;
  /** The address of another, empty library beside it. */
  another(): Promise<string>;
  /** Runs SQL past the store. */
  run(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** Rows of each table. */
  rows(): Promise<Readonly<Record<string, number>>>;
  dispose(): Promise<void>;
}

export interface Engine {
  readonly name: "SQLite" | "PostgreSQL";
  readonly there: boolean;
  /** The database at an address, no tables made. */
  open(address: string): OpenDb;
  place(): Promise<Place>;
}

async function rows(run: Place["run"], tables: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counted: [string, number][] = [];
  for (const table of tables) {
    const [row] = await run(`select count(*) as n from ${table}`);
    counted.push([table, Number(row!.n)]);
  }
  return Object.fromEntries(counted);
}

async function file(): Promise<Place> {
  const folder = temporaryFolder();
  const address = join(folder.path, "deep", "er", "library.sqlite");
  let others = 0;
  const run: Place["run"] = async (sql) => {
    const database = openDatabase(address);
    const statement = database.prepare(sql);
    const found = statement.reader ? statement.all([]) : [];
    if (!statement.reader) statement.run([]);
    database.close();
    return found as Record<string, unknown>[];
  };
  return {
    address,
    run,
    another: async () => join(folder.path, "deep", "er", `other-${++others}.sqlite`),
    async rows() {
      const tables = await run(
        "select name from sqlite_master where type = 'table' and name not like '%kysely%' and name not like '%search%'",
      );
      return rows(
        run,
        tables.map((t) => String(t.name)),
      );
    },
    dispose: async () => folder.dispose(),
  };
}

/** The server that the tests of PostgreSQL use. */
export const postgres = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

async function ask(sql: string, address = postgres): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

async function newSchema(): Promise<string> {
  const name = `footing_test_${randomUUID().replaceAll("-", "")}`;
  await ask(`create schema ${name}`);
  return name;
}

const addressOf = (schema: string): string => {
  const url = new URL(postgres);
  url.searchParams.set("options", `-c search_path=${schema} -c synchronous_commit=off`);
  return url.href.replaceAll("+", "%20");
};

/** Making the tables takes longer than most tests, so that a schema is emptied and used again. */
const spare: string[] = [];

async function schema(): Promise<Place> {
  const own = spare.pop() ?? (await newSchema());
  const others: string[] = [];
  const address = addressOf(own);
  const run: Place["run"] = (sql) => ask(sql, address);
  const tables = async () => {
    const found = await run(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = '${own}'::regnamespace
       and relname not like '%kysely%' order by oid desc`,
    );
    return found.map((t) => String(t.name));
  };
  return {
    address,
    run,
    async another() {
      others.push(await newSchema());
      return addressOf(others.at(-1)!);
    },
    rows: async () =>
      rows(
        run,
        (await tables()).filter((t) => !t.includes("search")),
      ),
    async dispose() {
      for (const name of others) await ask(`drop schema ${name} cascade`);
      // The tables of the job queue.
      await ask(`drop schema if exists ${own}_worker cascade`);
      // Newest first: what refers to a table was made after it.
      await run((await tables()).map((t) => `delete from ${t};`).join("\n"));
      spare.push(own);
    },
  };
}

/** Takes the schemas away that were kept for the next test. */
export async function dropSpare(): Promise<void> {
  for (const name of spare.splice(0)) await ask(`drop schema ${name} cascade`);
}

const answers = await ask("select 1").then(
  () => true,
  () => false,
);

export const sqlite: Engine = { name: "SQLite", there: true, open: openSqliteDb, place: file };
export const postgresql: Engine = { name: "PostgreSQL", there: answers, open: openPostgresDb, place: schema };
export const engines: readonly Engine[] = [sqlite, postgresql];

/** Describes the same behaviour once for each engine. */
export function onEachEngine(what: string, tests: (engine: Engine) => void): void {
  for (const engine of engines)
    describe.skipIf(!engine.there)(`${what} on ${engine.name}`, () => {
      afterAll(dropSpare);
      tests(engine);
    });
}
