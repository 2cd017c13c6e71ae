/**
 * node-postgres behind the few calls that Kysely makes: statements are prepared once a connection, numbers come
 * back as numbers, U+0000 (which PostgreSQL's text cannot hold) becomes U+FFFD as on SQLite, and failures of the
 * database become the store's own errors.
 */
import { createHash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { openLanes } from "./postgresql-lanes.ts";
import { type Cell, gathered, oneByOne, type Questions, type Reads } from "./reads.ts";
import { StoreError } from "./store.ts";

/** Milliseconds until a database that does not answer is given up. */
const connectPatience = 5_000;

/** Milliseconds that one statement may take. Imports are many short statements. */
const statementPatience = 60_000;

/**
 * What a page out of order costs beside one in order. By default 4, as on disks that turn: PostgreSQL then goes through
 * the newest claims for words that its index finds in a fifth of the time. Libraries lie in memory or on disks without
 * a head. And no question is spread over processes that are started for it: starting them takes 8 ms, even for what
 * turns out not to be needed, and many ask at a time. An address that names `options` of its own keeps those.
 */
const planning = "-c random_page_cost=1.1 -c effective_io_concurrency=0 -c max_parallel_workers_per_gather=0";

/** Longer statements are inserts of many rows; preparing them would keep their plans for nothing. */
const preparedLength = 3_000;

/** Returns the address as it may be shown. */
export const withoutPassword = (address: string): string => address.replace(/(\/\/[^/@:]*):[^/@]*@/, "$1:…@");

// counts and sums are far below 2^53
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const bindable = (value: unknown): unknown => {
  if (typeof value === "string")
    return value.includes("\u0000") ? value.replaceAll("\u0000", "\ufffd") : value;
  return Array.isArray(value) ? value.map(bindable) : value;
};

/** Returns what a failure means for the store; others come back as they are. */
function refusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = (error as { code?: string }).code ?? "";
  if (code.startsWith("23"))
    return new StoreError("inconsistent", `the data contradict themselves: ${error.message}`, {
      cause: error,
    });
  if (/^(?:53|58|25006)/.test(code))
    return new StoreError("unwritable", `the library cannot be written: ${error.message}`, { cause: error });
  const gone =
    /^(?:08|57P|E[A-Z]+$)/.test(code) ||
    /connection terminated|timeout|Client has encountered a connection error/i.test(error.message);
  if (gone)
    return new StoreError("unreachable", `the database does not answer: ${error.message}`, { cause: error });
  return error;
}

const names = new Map<string, string>();

/** The same text has one name on every connection; node-postgres prepares it where it is not yet. */
function nameOf(text: string): string | undefined {
  if (text.length > preparedLength || !/^(?:select|insert|update|delete|with)/.test(text)) return undefined;
  let name = names.get(text);
  if (name === undefined && names.size < 500) {
    name = createHash("sha256").update(text).digest("base64url").slice(0, 40);
    names.set(text, name);
  }
  return name;
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusal(error);
  }
}

function guarded(client: pg.PoolClient): PostgresPoolClient {
  const query = async <R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> =>
    attempt(async () => {
      const name = nameOf(text);
      const config = { text, values: values.map(bindable), ...(name === undefined ? {} : { name }) };
      return (await client.query(config)) as unknown as PostgresQueryResult<R>;
    });
  return { query: query as PostgresPoolClient["query"], release: () => client.release() };
}

export interface Connections {
  /** For Kysely. */
  readonly pool: PostgresPool;
  readonly reads: Reads;
  /** A connection of its own, for listening. */
  connect(): Promise<pg.Client>;
}

/** Returns connections to the database; none is made before it is needed. */
export function openPool(address: string): Connections {
  const config: pg.ClientConfig = {
    connectionString: address,
    types,
    application_name: "footing",
    options: planning,
    connectionTimeoutMillis: connectPatience,
    keepAlive: true,
  };
  const pooled = { ...config, statement_timeout: statementPatience };
  const pool = new pg.Pool(pooled);
  // A connection that breaks while it is idle is replaced by the next query; without a listener it ends the process.
  pool.on("error", () => {});
  // Kysely keeps what it knows of a connection by its object.
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const rowsOf =
    (of: pg.Pool, nameFor = nameOf): Questions["rows"] =>
    <R extends readonly Cell[]>(text: string, values: readonly unknown[]) =>
      attempt(async () => {
        const name = nameFor(text.trimStart());
        const config = { text, values: values.map(bindable), rowMode: "array" as const };
        return (await of.query<R>(name === undefined ? config : { ...config, name })).rows;
      });
  const first =
    (rows: Questions["rows"]): Questions["row"] =>
    async <R extends readonly Cell[]>(text: string, values: readonly unknown[]) =>
      (await rows<R>(text, values))[0];
  const rows = rowsOf(pool);
  const questions: Questions = { rows, row: first(rows) };
  // What is prepared would get one plan for all values as soon as some have cost more than that seems to.
  const unprepared = first(rowsOf(pool, () => undefined));
  const lanes = openLanes(pooled, rowsOf);
  const state = gathered(
    async () => new Map(await rows<readonly [string, string]>("select '', pg_current_snapshot()::text", [])),
  );
  return {
    pool: {
      connect: () =>
        attempt(async () => {
          const client = await pool.connect();
          const known = clients.get(client) ?? guarded(client);
          clients.set(client, known);
          return known;
        }),
      end: async () => {
        await Promise.all([pool.end(), lanes.end()]);
      },
    },
    reads: {
      ...questions,
      long: questions,
      together: lanes.together,
      alone: (inquiry) => oneByOne(unprepared, inquiry),
      // What is visible follows from the snapshot: two that are equal see the same.
      state: async () => (await state("")) ?? "",
    },
    async connect() {
      const client = new pg.Client(config);
      await attempt(() => client.connect());
      return client;
    },
  };
}
