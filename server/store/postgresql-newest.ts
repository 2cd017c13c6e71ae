/**
 * Small indexes of words over the newest claims only: where many claims have the words, the newest of them are found
 * there in a fraction of the time. No answer depends on them, so that they are made, made anew and dropped at will.
 */
import { sql } from "kysely";
import type { Db } from "./lookup.ts";
import type { Questions } from "./reads.ts";

/** How an index has to lie, as shares of all claims: made for one, and made anew when it has come to the other. */
const levels = [
  { made: 1 / 4, most: 1 / 2 },
  { made: 1 / 32, most: 1 / 8 },
] as const;

/** Claims of a library in which the index of all of them is slow for some words. */
const large = 200_000;

/**
 * KiB of words that may wait to be put into one: with what the index of all claims lets wait, an import cost the
 * database 1.6 times what it does without these. Tidying up puts them in place.
 */
const pendingKb = 2_048;

/** Key of the advisory lock, "newest" in ASCII, cut to 31 bits; the schema is the second key. */
const lockKey = 0x6e657765;

const prefix = "claim_index_words_above_";

// The number stands in the name: it is read there.
const listed = `select relname, indisvalid::int from pg_index join pg_class on oid = indexrelid
  where indrelid = 'claim_index'::regclass and starts_with(relname, '${prefix}') order by relname`;

const ends = "select coalesce(min(seq), 0) as first, coalesce(max(seq), 0) as last from claim_index";

interface Index {
  readonly name: string;
  /** The `seq` that all its claims are above. */
  readonly above: number;
  readonly valid: boolean;
}

const indexOf = ([name, valid]: readonly [name: string, valid: number]): Index => ({
  name,
  above: Number(name.slice(prefix.length)),
  valid: valid === 1,
});

export interface Newest {
  readonly first: number;
  readonly last: number;
  /** What the claims of each index are above: the largest index first. */
  readonly bounds: readonly number[];
}

/** Returns the indexes that can be used, and the first and last number of the claims. */
export async function newestOf(questions: Questions): Promise<Newest> {
  const rows = await questions.rows<readonly [string, number]>(listed, []);
  const [first, last] = (await questions.row<readonly [number, number]>(ends, []))!;
  const bounds = rows.map(indexOf).flatMap(({ above, valid }) => (valid ? [above] : []));
  return { first, last, bounds: bounds.sort((a, b) => a - b) };
}

/** Returns the next thing to do, as SQL; null where nothing is. */
function nextStep(indexes: readonly Index[], first: number, last: number, least: number): string | null {
  const all = last - first + 1;
  // What a process left that was killed while it made one.
  const broken = indexes.find((index) => !index.valid);
  if (broken !== undefined) return `drop index concurrently if exists ${broken.name}`;
  const kept = new Set<Index>();
  for (const { made, most } of all < least ? [] : levels) {
    const fit = indexes.find(({ above }) => {
      const share = (last - above) / all;
      return share >= made / 2 && share < most;
    });
    if (fit === undefined) {
      const above = last - Math.floor(all * made);
      // By an expression that no other index has: see `claimHits`.
      return `create index concurrently ${prefix}${above} on claim_index using gin (words)
        with (gin_pending_list_limit = ${pendingKb}) where seq + 0 > ${above}`;
    }
    kept.add(fit);
  }
  const other = indexes.find((index) => !kept.has(index));
  return other === undefined ? null : `drop index concurrently if exists ${other.name}`;
}

async function stepOf(db: Db, least: number): Promise<string | null> {
  const { rows } = await sql<{ relname: string; indisvalid: number }>`${sql.raw(listed)}`.execute(db);
  const found = await sql<{ first: number; last: number }>`${sql.raw(ends)}`.execute(db);
  const { first, last } = found.rows[0]!;
  return nextStep(
    rows.map((row) => indexOf([row.relname, row.indisvalid])),
    first,
    last,
    least,
  );
}

/**
 * Does everything there is to do, and returns false where another process is at it. Writers and readers go on
 * meanwhile.
 */
function remake(db: Db, least: number): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    // Never waits for the lock: who makes an index waits for all that wait with a snapshot.
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${sql.lit(lockKey)}, hashtext(current_schema())) as mine`.execute(
      connection,
    );
    if (!rows[0]!.mine) return false;
    try {
      // A large library takes longer than one statement may.
      await sql`set statement_timeout = 0`.execute(connection);
      for (let step = await stepOf(connection, least); step !== null; step = await stepOf(connection, least))
        await sql.raw(step).execute(connection);
      return true;
    } finally {
      await sql`reset statement_timeout`.execute(connection);
      await sql`select pg_advisory_unlock(${sql.lit(lockKey)}, hashtext(current_schema()))`.execute(
        connection,
      );
    }
  });
}

/** Puts in place what waits, and returns whether anything did. */
async function settle(db: Db): Promise<boolean> {
  const { rows } = await sql<{ pages: number }>`
    select coalesce(sum(gin_clean_pending_list(name::regclass)), 0) as pages
    from (${sql.raw(listed)}) as listed (name, valid) where valid = 1`.execute(db);
  return rows[0]!.pages > 0;
}

/** Milliseconds that a step of tidying up waits for an index. */
const patience = 50;

/**
 * Returns how to bring the indexes to where they should be, a step a call, and whether there is more to do. An index
 * takes seconds; it is made beside the steps, so that a document that comes in need not wait for it.
 */
export function createTidyNewest(least: number = large): (db: Db) => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  return async (db) => {
    if (running === null) {
      if ((await stepOf(db, least)) === null) return settle(db);
      running = remake(db, least);
      // A failure is told to the call that waits for it or comes next.
      running.catch(() => {});
    }
    const now = running;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, patience, null);
    });
    try {
      const done = await Promise.race([now, late]);
      if (done !== null) running = null;
      return done ?? true;
    } catch (error) {
      running = null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}
