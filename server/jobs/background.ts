/**
 * Work on the library that nobody waits for, a portion at a time on the importer's threads. What is done stays done:
 * it may be cut off anywhere, and any process goes on with it.
 */
import type { Logger } from "pino";
import { Busy, Stopped } from "./importer.ts";

export interface BackgroundOptions {
  /** Returns whether a look finds work; asked once for each look. Always so when missing. */
  readonly due?: () => Promise<boolean>;
  /** Does a portion and returns whether there is more. */
  readonly portion: () => Promise<boolean>;
  /** What the log says when it fails. */
  readonly failure: string;
  readonly log: Logger;
}

export interface Background {
  /** Looks for work, and works until there is none. Does nothing but look again while it is at work. */
  start(): void;
  /** Resolves when it is not at work any more. */
  ended(): Promise<void>;
  /** Stops behind the portion it is at. */
  close(): Promise<void>;
}

/** Returns what does the work. */
export function createBackground({ due, portion, failure, log }: BackgroundOptions): Background {
  let running: Promise<void> | null = null;
  let again = false;
  let closing = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        if (due === undefined || (await due())) while (!closing && (await portion()));
      } catch (error) {
        // The next look goes on.
        if (!(error instanceof Stopped || error instanceof Busy)) log.warn({ err: error }, failure);
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
