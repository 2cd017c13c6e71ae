/**
 * Reading and analysing on worker threads, so that one heavy document never holds up a request. Each document has
 * a limit of time and of memory; one that passes it ends its thread, and the next document gets a new one.
 */
import { availableParallelism } from "node:os";
import type { ReadProblem } from "../../core/read/index.ts";
import type { ListAnswers, ListResult, ListWork } from "../retractions.ts";
import { StoreError } from "../store/store.ts";
import { createThreads } from "../threads.ts";
import { Busy, type Importer, Stopped, type WorkOptions } from "./importer.ts";
import { type Answer, phases, type Results, type Setup, type Task, type Work } from "./messages.ts";

export interface PoolOptions extends Setup {
  /** Threads at most; one for each core when missing. */
  readonly threads?: number;
  /** Milliseconds that reading and analysing one document may take. */
  readonly timeLimit?: number;
  /** MiB of heap that one thread may use. */
  readonly memoryLimit?: number;
  /** Documents that may wait for a thread. */
  readonly waiting?: number;
}

/** An honest book of a thousand pages takes 20 s on a slow machine. */
export const defaultTimeLimit = 120_000;
/** Ten times what the largest honest document of the limits in `core/read/limits.ts` needs. */
export const defaultMemoryLimit = 2048;

/** A document passed its limit of time or memory. */
class Costly extends Error {
  get problem(): ReadProblem {
    const remedy = "Split the document into parts, or save it again from the program that made it.";
    return { code: "too-costly", message: this.message, remedy, at: null };
  }
}

/** Returns an importer over worker threads, each with a connection of its own to the library. */
export function createPool(options: PoolOptions): Importer & { readonly threads: number } {
  const {
    threads = availableParallelism(),
    timeLimit = defaultTimeLimit,
    memoryLimit = defaultMemoryLimit,
    waiting = 256,
  } = options;
  const setup: Setup = { library: options.library, version: options.version };
  const pool = createThreads<Task, Answer>("worker", import.meta.url, {
    // With none, documents that wait would wait for ever once the last thread was ended.
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    concurrentTasksPerWorker: 1,
    // A thread that sleeps in a blocking wait does not serve its database connection.
    atomics: "disabled",
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  const started = new Map<number, () => void>();
  pool.on("message", (id: number) => started.get(id)?.());
  const stops = new Set<() => void>();
  let next = 0;

  async function run<K extends keyof Results>(
    work: Extract<Work, { readonly kind: K }>,
    { signal }: WorkOptions,
  ): Promise<Results[K]> {
    if (stops.size >= threads + waiting) throw new Busy(`${waiting} documents wait already`);
    const id = next++;
    const phase = new Int32Array(new SharedArrayBuffer(4));
    const abort = new AbortController();
    // From the moment the thread writes, it is let be: the stop and the write both need the phase "working".
    const halt = (): boolean => {
      const before = Atomics.compareExchange(phase, 0, phases.working, phases.stopped);
      if (before === phases.working) abort.abort();
      return before === phases.working;
    };
    let late = false;
    let timer: NodeJS.Timeout | undefined;
    started.set(id, () => {
      timer = setTimeout(() => {
        late = halt();
      }, timeLimit);
    });
    signal?.addEventListener("abort", halt, { once: true });
    stops.add(halt);
    if (signal?.aborted) halt();
    try {
      const answer = await pool.run({ id, phase, work }, { signal: abort.signal });
      return unwrapped(answer as Answer<Results[K]>);
    } catch (error) {
      if (late) throw new Costly(`Reading it takes longer than ${timeLimit / 1000} seconds.`);
      if (abort.signal.aborted) throw new Stopped("the import was stopped", { cause: error });
      if ((error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY") {
        throw new Costly(`Reading it takes more than ${memoryLimit} MiB of memory.`);
      }
      throw error;
    } finally {
      clearTimeout(timer);
      started.delete(id);
      stops.delete(halt);
      signal?.removeEventListener("abort", halt);
    }
  }

  async function list<K extends keyof ListAnswers>(
    work: Extract<ListWork, { readonly kind: K }>,
    options: WorkOptions,
  ): Promise<ListResult<K>> {
    try {
      return (await run({ kind: "list", work }, options)) as ListResult<K>;
    } catch (error) {
      if (error instanceof Costly) return { ok: false, message: error.message };
      throw error;
    }
  }

  return {
    threads,
    async import(incoming, options = {}) {
      try {
        return await run({ kind: "import", incoming }, options);
      } catch (error) {
        if (error instanceof Costly) return { ok: false, problem: error.problem };
        throw error;
      }
    },
    async preview(incoming, options = {}) {
      try {
        return await run({ kind: "preview", incoming }, options);
      } catch (error) {
        if (error instanceof Costly) return { ok: false, problem: error.problem };
        throw error;
      }
    },
    async importItem(item, options = {}) {
      try {
        return await run({ kind: "item", item }, options);
      } catch (error) {
        if (error instanceof Costly) return { kind: "costly", problem: error.problem };
        throw error;
      }
    },
    previewList: (bytes, options = {}) => list<"preview">({ kind: "preview", bytes }, options),
    takeList: (bytes, made) => list<"use">({ kind: "use", bytes, made }, {}),
    recheck: (limit) => run({ kind: "recheck", limit }, {}),
    tidy: () => run({ kind: "tidy" }, {}),
    load: () => ({ working: stops.size, waiting: pool.queueSize }),
    async close() {
      for (const halt of stops) halt();
      await pool.close();
    },
  };
}

function unwrapped<R>(answer: Answer<R>): R {
  switch (answer.kind) {
    case "done":
      return answer.result;
    case "store-error":
      throw new StoreError(answer.code, answer.message);
    case "stopped":
      throw new Stopped("the import was stopped");
    default:
      return answer satisfies never;
  }
}
