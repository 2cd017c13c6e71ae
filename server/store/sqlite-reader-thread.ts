/** One thread that reads a SQLite file: answers a question at a time over a connection of its own. */
import { workerData } from "node:worker_threads";
import type { Cell } from "./reads.ts";
import { openReader } from "./sqlite-driver.ts";
import { StoreError, type StoreErrorCode } from "./store.ts";

/** What the thread is told once: the path of the file. */
export type ReaderSetup = string;

export interface Question {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether the first row is enough. */
  readonly one: boolean;
}

/** Errors lose their class on the way between threads, so they travel as data. */
export type Found =
  | { readonly kind: "rows"; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: "store-error"; readonly code: StoreErrorCode; readonly message: string };

const reader = openReader(workerData as ReaderSetup);

/** Returns the rows. */
export default async function answer({ text, values, one }: Question): Promise<Found> {
  try {
    if (!one) return { kind: "rows", rows: await reader.rows(text, values) };
    const row = await reader.row(text, values);
    return { kind: "rows", rows: row === undefined ? [] : [row] };
  } catch (error) {
    if (error instanceof StoreError) return { kind: "store-error", code: error.code, message: error.message };
    // Those of the driver arrive empty.
    throw new Error(error instanceof Error ? error.message : String(error));
  }
}
