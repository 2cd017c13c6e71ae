/**
 * Checks the documents of the library again when its retraction list has changed, some at a time on the importer's
 * threads. What is checked stays checked: it may be cut off anywhere, and any process goes on with it.
 */
import type { Logger } from "pino";
import type { Retractions } from "../store/retractions/types.ts";
import { Busy, type Importer, Stopped } from "./importer.ts";

export interface RecheckOptions {
  readonly retractions: Retractions;
  readonly importer: Importer;
  readonly log: Logger;
}

export interface Recheck {
  /** Looks for documents that wait, and checks them until none does. Does nothing while it is at work. */
  start(): void;
  /** Resolves when it is not at work any more. */
  ended(): Promise<void>;
  /** Stops behind the documents it is at. */
  close(): Promise<void>;
}

/** Documents in one transaction. */
const portion = 16;

/** Returns what checks the documents again. */
export function createRecheck({ retractions, importer, log }: RecheckOptions): Recheck {
  let running: Promise<void> | null = null;
  let again = false;
  let closing = false;
  const work = async (): Promise<void> => {
    if ((await retractions.checking()).waiting === 0) return;
    while (!closing && (await importer.recheck(portion)) > 0);
  };
  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        // The next look goes on.
        if (!(error instanceof Stopped || error instanceof Busy))
          log.warn({ err: error }, "documents were not checked against the retraction list");
      }
    } while (again && !closing);
    running = null;
  };
  return {
    start() {
      if (closing) return;
      again = running !== null;
      running ??= run();
    },
    async ended() {
      await running;
    },
    async close() {
      closing = true;
      await running;
    },
  };
}
