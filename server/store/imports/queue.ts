/**
 * The store's side of the job queue (graphile-worker) in a PostgreSQL library: jobs are added in the transaction that
 * adds their documents, and those of a worker that is gone are freed. The queue itself frees them after four hours
 * only, because it cannot know; workers here say every few seconds that they live.
 */
import { sql } from "kysely";
import type { Db } from "../lookup.ts";
import type { Enqueue } from "./collect.ts";

export interface JobQueue {
  /** Schema of the queue's own tables: one for each library of the database. */
  schema(): Promise<string>;
  /** Says that these workers live, by the database's clock. */
  beat(workers: readonly string[]): Promise<void>;
  /**
   * Frees jobs held for so many seconds by workers that have been silent as long; returns the number of workers. A
   * worker with no job in hand need not say that it lives.
   */
  free(silentFor: number): Promise<number>;
  /** Takes back a sign of life: the worker has ended in order. */
  leave(workers: readonly string[]): Promise<void>;
}

/** Name of the job that brings in one document. */
export const itemJob = "import_item";

/** Returns the schema of the queue's tables, asked once. */
function schemaOf(db: Db): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => {
    known ??= sql<{ name: string }>`select current_schema() as name`.execute(db).then(({ rows }) => {
      const name = rows[0]?.name ?? "public";
      return name === "public" ? "graphile_worker" : `${name}_worker`;
    });
    return known;
  };
}

/** Returns the queue of a PostgreSQL library and the function that adds jobs to it. */
export function createJobQueue(db: Db): { readonly queue: JobQueue; readonly enqueue: Enqueue } {
  const schema = schemaOf(db);
  return {
    async enqueue(trx, items) {
      if (items.length === 0) return;
      const name = sql.id(await schema());
      const payloads = JSON.stringify(items);
      await sql`select ${name}.add_job(${sql.lit(itemJob)}, payload => item)
        from json_array_elements(${payloads}::json) as item`.execute(trx);
    },
    queue: {
      schema,
      async beat(workers) {
        if (workers.length === 0) return;
        await db
          .insertInto("workers")
          .values(workers.map((id) => ({ id, beat: sql<number>`extract(epoch from now())` })))
          .onConflict((c) => c.column("id").doUpdateSet({ beat: sql<number>`extract(epoch from now())` }))
          .execute();
      },
      // Writes nothing where nobody is gone: each write makes servers ask anew for what they keep.
      async free(silentFor) {
        const name = sql.id(await schema());
        const { rows } = await sql<{ id: string }>`select distinct j.locked_by as id from ${name}.jobs j
          where j.locked_at < now() - make_interval(secs => ${silentFor})
            and not exists (select 1 from workers w
              where w.id = j.locked_by and w.beat >= extract(epoch from now()) - ${silentFor})`.execute(db);
        const gone = rows.map((row) => row.id);
        if (gone.length === 0) return 0;
        await db.transaction().execute(async (trx) => {
          await trx.deleteFrom("workers").where("id", "in", gone).execute();
          await sql`select ${name}.force_unlock_workers(array[${sql.join(gone)}]::text[])`.execute(trx);
        });
        return gone.length;
      },
      async leave(workers) {
        if (workers.length > 0) await db.deleteFrom("workers").where("id", "in", workers).execute();
      },
    },
  };
}
