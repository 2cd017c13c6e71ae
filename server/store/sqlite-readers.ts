/** Threads that read a SQLite file, so that a long question uses another core and holds up no short one. */
import { createThreads } from "../threads.ts";
import { type Cell, oneByOne, type Questions } from "./reads.ts";
import { openReader, type Reader } from "./sqlite-driver.ts";
import type { Found, Question, ReaderSetup } from "./sqlite-reader-thread.ts";
import { StoreError } from "./store.ts";

/** Returns reads of the file at `path`. So many threads take the long ones; with none, they are made here. */
export function openReaders(path: string, threads: number): Reader {
  const here = openReader(path);
  if (threads === 0) return here;
  const setup: ReaderSetup = path;
  const pool = createThreads<Question, Found>("sqlite-reader-thread", import.meta.url, {
    minThreads: threads,
    maxThreads: threads,
    // A thread has its next questions before it is done: this one may be busy when it ends.
    concurrentTasksPerWorker: 32,
    workerData: setup,
  });
  const ask = async <R>(question: Question): Promise<readonly R[]> => {
    const found = await pool.run(question);
    if (found.kind === "store-error") throw new StoreError(found.code, found.message);
    return found.rows as readonly R[];
  };
  const long: Questions = {
    rows: <R extends readonly Cell[]>(text: string, values: readonly unknown[]) =>
      ask<R>({ text, values, one: false }),
    row: async <R extends readonly Cell[]>(text: string, values: readonly unknown[]) =>
      (await ask<R>({ text, values, one: true }))[0],
  };
  return {
    ...here,
    long,
    together: (inquiry) => oneByOne(long.row, inquiry),
    alone: (inquiry) => oneByOne(long.row, inquiry),
    async close() {
      await pool.close();
      await here.close();
    },
  };
}
