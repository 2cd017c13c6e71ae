/**
 * Bulk imports on one machine: takes documents from the durable list, has them read on the importer's threads and
 * goes on after anything, a kill included. Several processes may share the library; an import belongs to one of
 * them, and passes to another when that one is gone.
 */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Logger } from "pino";
import type { ImportItem, Imports, ItemProblem } from "../store/imports/types.ts";
import { StoreError } from "../store/store.ts";
import { Busy, type Importer, Stopped } from "./importer.ts";

export interface BulkOptions {
  readonly imports: Imports;
  readonly importer: Importer;
  readonly now: () => Date;
  readonly log: Logger;
  /** Documents read at the same time. */
  readonly threads: number;
}

/** Who works on bulk imports, on this machine or many. */
export interface BulkWork {
  /** Names this process in the library. */
  readonly owner: string;
  /** Whether documents are read on this machine only, by this process. */
  readonly local: boolean;
  /** Makes this process the one that works on it. */
  takeOver(id: string): Promise<void>;
  /** Works on the import until it ends; returns at once when it is worked on already. */
  start(id: string): void;
  /** More documents were collected. */
  nudge(id: string): void;
  /** Takes over what processes that are gone have left. */
  adopt(): Promise<void>;
  /** Stops reading what belongs to the import. */
  halt(id: string): void;
  /** Resolves when the import is not worked on any more. */
  ended(id: string): Promise<void>;
  /** Stops at a safe point: nothing is half-written, and what was being read waits again. */
  close(): Promise<void>;
}

/** Readings of a document that cost too much or fail, before it is set aside. */
export const attemptLimit = 2;
/** Times that the process may end while a document is read. A machine can go down without any document's doing. */
export const crashLimit = 5;

export const crashed: ItemProblem = {
  code: "crashed",
  message: `Footing ended ${crashLimit} times while it read this document.`,
  remedy: "Bring the document alone, and report it.",
};
export const faulty: ItemProblem = {
  code: "faulty",
  message: "Footing failed on this document.",
  remedy: "Report the document; the server's log has the particulars.",
};

/** Milliseconds between two signs of life, and without one after which a process counts as gone. */
const beatEvery = 5_000;
const goneAfter = 60_000;
/** Milliseconds to wait while the library cannot be written: first, and at most. */
const patience = { first: 500, most: 30_000 };

interface Work {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  nudge(): void;
}

/** Whether the process that an owner names is gone for certain: it ran here and runs no more. */
function gone(owner: string): boolean {
  const [host, pid] = owner.split(" ");
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Returns the worker of bulk imports. */
export function createBulk({ imports, importer, now, log, threads }: BulkOptions): BulkWork {
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  const at = () => now().toISOString();
  const works = new Map<string, Work>();
  let closing = false;
  const timer = setInterval(() => {
    imports.beat(owner, at()).catch((error: unknown) => log.warn({ err: error }, "no sign of life written"));
  }, beatEvery);
  timer.unref();

  /** Reads one document and settles it. Throws when the library cannot be written. */
  async function one(item: ImportItem, signal: AbortSignal): Promise<void> {
    const aside = (problem: ItemProblem) => imports.settle(item, { state: "aside", problem });
    const failed = (problem: ItemProblem) =>
      item.attempts >= attemptLimit
        ? aside(problem)
        : imports.settle(item, { state: "waiting", attempt: "counts" });
    if (item.attempts > crashLimit) return aside(crashed);
    try {
      const result = await importer.importItem(item, { signal });
      if (result.kind === "costly") await failed(result.problem);
    } catch (error) {
      if (error instanceof Stopped || error instanceof Busy) {
        return imports.settle(item, { state: "waiting", attempt: "void" });
      }
      if (error instanceof StoreError && error.code === "unwritable") throw error;
      log.error({ err: error, import: item.import, position: item.position }, "a document could not be read");
      await failed(faulty);
    }
  }

  // All imports together take no more than the threads can do soon: what is taken when the process ends counts as an
  // attempt, and the turns go round, so that a small import does not wait for the end of a large one.
  let inFlight = 0;
  const waiting: (() => void)[] = [];
  let last: Promise<void> = Promise.resolve();
  async function floor(): Promise<() => void> {
    const before = last;
    let leave = () => {};
    last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }

  async function drive(
    id: string,
    stop: AbortController,
    sleep: (ms: number) => Promise<void>,
  ): Promise<void> {
    const { signal } = stop;
    const running = new Set<Promise<void>>();
    let pause = patience.first;
    let trouble: unknown = null;
    const take = async () => {
      const leave = await floor();
      try {
        while (inFlight > threads) await new Promise<void>((resolve) => waiting.push(resolve));
        if (signal.aborted) return 0;
        const items = await imports.take(id, threads * 2 - inFlight, inFlight === 0);
        for (const item of items) {
          inFlight += 1;
          const done: Promise<void> = one(item, signal)
            .catch((error: unknown) => {
              trouble = error;
            })
            .finally(() => {
              running.delete(done);
              inFlight -= 1;
              for (const wake of waiting.splice(0)) wake();
            });
          running.add(done);
        }
        return items.length;
      } finally {
        leave();
      }
    };
    while (!signal.aborted) {
      try {
        const taken = await take();
        if (running.size > 0) await Promise.race(running);
        else if (taken === 0) {
          if (await imports.finish(id, at())) return;
          const state = (await imports.summary(id))?.state;
          if (state !== "collecting" && state !== "working") return;
          await sleep(1_000);
        }
        if (trouble !== null) throw trouble;
        pause = patience.first;
      } catch (error) {
        await Promise.all(running);
        trouble = null;
        log.error({ err: error, import: id }, "the import waits: the library cannot be written");
        const words = error instanceof Error ? error.message : String(error);
        await imports.trouble(id, words).catch(() => {});
        await sleep(pause);
        pause = Math.min(pause * 2, patience.most);
        // What was taken when the trouble came waits again, as after a restart.
        await imports
          .claim(id, owner, owner, at())
          .then(() => imports.trouble(id, null))
          .catch(() => {});
      }
    }
    await Promise.all(running);
  }

  function start(id: string): void {
    if (closing || works.has(id)) return;
    const stop = new AbortController();
    let wake = () => {};
    const sleep = (ms: number) =>
      new Promise<void>((resolve) => {
        const timeout = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timeout);
          resolve();
        };
      });
    const ended = drive(id, stop, sleep).finally(() => works.delete(id));
    works.set(id, { stop, ended, nudge: () => wake() });
  }

  return {
    owner,
    local: true,
    start,
    async takeOver(id) {
      const before = (await imports.owned()).find((o) => o.id === id);
      if (before !== undefined) await imports.claim(id, before.owner, owner, at());
    },
    nudge: (id) => works.get(id)?.nudge(),
    async adopt() {
      for (const { id, owner: before, state, key, beat } of await imports.owned()) {
        if (works.has(id) || before === owner) continue;
        const silent = now().getTime() - Date.parse(beat) > goneAfter;
        if (!silent && !gone(before)) continue;
        if (state === "collecting") {
          // One of the command line goes on when the command is given again; an upload that broke off does not.
          if (key === null) await imports.discard(id);
          continue;
        }
        if (await imports.claim(id, before, owner, at())) start(id);
      }
    },
    halt(id) {
      const work = works.get(id);
      work?.stop.abort();
      work?.nudge();
    },
    ended: async (id) => works.get(id)?.ended,
    async close() {
      closing = true;
      clearInterval(timer);
      for (const { stop, nudge } of works.values()) {
        stop.abort();
        nudge();
      }
      await Promise.all([...works.values()].map((w) => w.ended));
    },
  };
}
