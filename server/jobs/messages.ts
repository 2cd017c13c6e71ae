/** What goes between the pool and its threads. Errors lose their class on the way, so they travel as data. */
import type { ImportResult, Incoming } from "../import.ts";
import type { StoreErrorCode } from "../store/store.ts";

/** What a thread is told once. */
export interface Setup {
  /** The library: a file, or the address of a PostgreSQL database. */
  readonly library: string;
  /** Version of the engine, kept with every analysis. */
  readonly version: string;
}

/** Where a task stands. It can be stopped while "working"; from "storing" on it runs to its end. */
export const phases = { working: 0, storing: 1, stopped: 2 } as const;

export interface Task {
  readonly id: number;
  /** One of `phases`, shared between the threads. */
  readonly phase: Int32Array;
  readonly incoming: Incoming;
}

export type Answer =
  | { readonly kind: "done"; readonly result: ImportResult }
  | { readonly kind: "store-error"; readonly code: StoreErrorCode; readonly message: string }
  | { readonly kind: "stopped" };
