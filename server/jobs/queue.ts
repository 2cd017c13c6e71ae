/**
 * Bulk imports on any number of machines: one job of the PostgreSQL queue for each document, done by every process
 * that works on the library. A job may be done twice when a worker is slow to say that it lives; its document comes
 * in once.
 */
import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { makeWorkerUtils, Logger as QueueLogger, type Runner, run, type WorkerEvents } from "graphile-worker";
import type { Logger } from "pino";
import { z } from "zod";
import { itemJob, type JobQueue } from "../store/imports/queue.ts";
import type { Imports } from "../store/imports/types.ts";
import { StoreError } from "../store/store.ts";
import { attemptLimit, type BulkWork, crashed, crashLimit, faulty } from "./bulk.ts";
import { Busy, type Importer, Stopped } from "./importer.ts";

export interface QueueOptions {
  /** Address of the database. */
  readonly library: string;
  readonly imports: Imports;
  readonly queue: JobQueue;
  readonly importer: Importer;
  readonly now: () => Date;
  readonly log: Logger;
  /** Documents read at the same time by this process; 0 leaves the work to others. */
  readonly threads: number;
}

/** Milliseconds between two signs of life; seconds of silence after which a worker counts as gone. */
const beatEvery = 3_000;
const goneAfter = 15;
/** Milliseconds between two looks at an import somebody waits for. */
const lookEvery = 300;
/** Milliseconds after which an upload nobody finishes is taken away. */
const abandonedAfter = 600_000;

const payload = z.object({ import: z.string(), position: z.int() });

/** The queue's own words, in our log: nothing in them comes from a document. */
const logger = (log: Logger) =>
  new QueueLogger(() => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ queue: message }, "job queue");
  });

/** Returns the work through the queue. Makes the queue's tables when they are missing. */
export async function createQueue(options: QueueOptions): Promise<BulkWork> {
  const { library, imports, queue, importer, now, log, threads } = options;
  const schema = await queue.schema();
  const common = { connectionString: library, schema, logger: logger(log) };
  const tools = await makeWorkerUtils(common);
  try {
    await tools.migrate();
  } finally {
    await tools.release();
  }
  imports.handToQueue();
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  const at = () => now().toISOString();
  const stop = new AbortController();

  const unwell = (error: unknown) => log.warn({ err: error }, "no sign of life written");
  const workers: string[] = [];
  let inHand = 0;
  let beaten = Number.NEGATIVE_INFINITY;
  /** Says that this process lives, if it has a job in hand and has not just said so. */
  async function beat(): Promise<void> {
    if (inHand === 0 || performance.now() - beaten < beatEvery / 2) return;
    beaten = performance.now();
    await queue.beat(workers);
  }

  async function item(given: unknown, attempts: number): Promise<void> {
    const key = payload.parse(given);
    const aside = (problem: typeof faulty) => imports.settle(key, { state: "aside", problem });
    // Every worker that ends with the job counts, and there may be many.
    if (attempts > 2 * crashLimit + attemptLimit) await aside(crashed);
    else {
      try {
        const result = await importer.importItem(key, { signal: stop.signal });
        if (result.kind === "costly") {
          if (attempts < attemptLimit) throw new Error(result.problem.message);
          const { code, message, remedy } = result.problem;
          await aside({ code, message, remedy });
        }
      } catch (error) {
        const passing =
          error instanceof Stopped ||
          error instanceof Busy ||
          (error instanceof StoreError && (error.code === "unwritable" || error.code === "unreachable"));
        if (passing || attempts < attemptLimit) throw error;
        log.error({ err: error, ...key }, "a document could not be read");
        await aside(faulty);
      }
    }
    await imports.finish(key.import, at());
  }

  let runner: Runner | null = null;
  if (threads > 0) {
    const events: WorkerEvents = new EventEmitter();
    events.on("worker:create", ({ worker }) => void workers.push(worker.workerId));
    runner = await run({
      ...common,
      // One more than threads, so that none waits while a job is fetched.
      concurrency: threads + 1,
      maxPoolSize: threads + 3,
      pollInterval: 1_000,
      noHandleSignals: true,
      events,
      parsedCronItems: [],
      taskList: {
        async [itemJob](given, { job }) {
          inHand += 1;
          try {
            await beat().catch(unwell);
            await item(given, job.attempts);
          } finally {
            inHand -= 1;
          }
        },
      },
    });
    runner.promise.catch((error: unknown) => log.error({ err: error }, "the job queue ended"));
  }
  const look = async () => {
    await beat();
    await queue.free(goneAfter);
    await imports.beat(owner, at());
  };
  await look().catch(unwell);
  const timer = setInterval(() => void look().catch(unwell), beatEvery);
  timer.unref();

  return {
    owner,
    local: false,
    start() {},
    nudge() {},
    halt() {},
    async takeOver(id) {
      const before = (await imports.owned()).find((o) => o.id === id);
      if (before !== undefined) await imports.claim(id, before.owner, owner, at());
    },
    async adopt() {
      for (const { id, state, key, beat: last } of await imports.owned()) {
        const abandoned = now().getTime() - Date.parse(last) > abandonedAfter;
        if (state === "collecting" && key === null && abandoned) await imports.discard(id);
        // A job may have ended with its process just before it could say that it was the last one.
        if (state === "working") await imports.finish(id, at());
      }
    },
    async ended(id) {
      while (!stop.signal.aborted) {
        const state = (await imports.summary(id))?.state;
        if (state !== "collecting" && state !== "working") return;
        await wait(lookEvery);
        await imports.finish(id, at());
      }
    },
    async close() {
      stop.abort();
      clearInterval(timer);
      await runner?.stop().catch((error: unknown) => log.warn({ err: error }, "the job queue did not stop"));
      await queue.leave(workers).catch(unwell);
    },
  };
}
