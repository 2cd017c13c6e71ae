/** What goes between the pool and its threads. Errors lose their class on the way, so they travel as data. */
import type { ImportResult, Incoming } from "../import.ts";
import type { PreviewResult } from "../preview.ts";
import type { ListResult, ListWork } from "../retractions.ts";
import type { ItemKey } from "../store/imports/types.ts";
import type { StoreErrorCode } from "../store/store.ts";
import type { ItemResult } from "./item.ts";

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
  readonly work: Work;
}

/**
 * What a thread can be asked to do: bring in a file, say what it would bring, bring in one document of a bulk import,
 * read a retraction list, check documents against it again, tidy the library up.
 */
export type Work =
  | { readonly kind: "import"; readonly incoming: Incoming }
  | { readonly kind: "preview"; readonly incoming: Incoming }
  | { readonly kind: "item"; readonly item: ItemKey }
  | { readonly kind: "list"; readonly work: ListWork }
  | { readonly kind: "recheck"; readonly limit: number }
  | { readonly kind: "tidy" };

/** What each kind of work comes to. */
export interface Results {
  readonly import: ImportResult;
  readonly preview: PreviewResult;
  readonly item: ItemResult;
  readonly list: ListResult;
  readonly recheck: number;
  readonly tidy: boolean;
}

export type Answer<R = Results[keyof Results]> =
  | { readonly kind: "done"; readonly result: R }
  | { readonly kind: "store-error"; readonly code: StoreErrorCode; readonly message: string }
  | { readonly kind: "stopped" };
