/** Who does the work of an import: this thread (tests, one file on the command line) or a pool of threads. */
import { type ImportResult, type ImportTools, type Incoming, importDocument } from "../import.ts";
import { type PreviewResult, previewDocument } from "../preview.ts";
import { type ListResult, type MadeList, previewList, takeList } from "../retractions.ts";
import type { ItemKey } from "../store/imports/types.ts";
import { type ItemResult, importItem } from "./item.ts";

export interface WorkOptions {
  /** Stops the work, as long as nothing has been written. */
  readonly signal?: AbortSignal;
}

export interface Importer {
  /**
   * Brings one file into the library. Bad input is a result, as is a file that takes too long or too much memory.
   * Throws a `StoreError` when the library cannot be written, a `Stopped` when told to stop, a `Busy` when too
   * many files wait already.
   */
  import(incoming: Incoming, options?: WorkOptions): Promise<ImportResult>;
  /** Reads one file without keeping it. Throws as `import` does. */
  preview(incoming: Incoming, options?: WorkOptions): Promise<PreviewResult>;
  /** Brings one document of a bulk import in. Throws as `import` does. */
  importItem(item: ItemKey, options?: WorkOptions): Promise<ItemResult>;
  /** Reads a retraction list without keeping it. Throws as `import` does. */
  previewList(bytes: Uint8Array, options?: WorkOptions): Promise<ListResult<"preview">>;
  /** Makes it the library's list, see `Retractions.use`. A file that is no list is a result. Throws as `import` does. */
  takeList(bytes: Uint8Array, made: MadeList): Promise<ListResult<"use">>;
  /** See `Retractions.recheck`. Throws as `import` does. */
  recheck(limit: number): Promise<number>;
  /** See `Store.tidy`. Throws as `import` does. */
  tidy(): Promise<boolean>;
  /** Documents in work, and those among them that wait for a thread. */
  load(): { readonly working: number; readonly waiting: number };
  /** Lets what is being written end, stops the rest. */
  close(): Promise<void>;
}

/** The work was stopped before anything was written. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** More work waits than the server takes. */
export class Busy extends Error {
  override readonly name = "Busy";
}

/** Returns an importer that works on this thread. */
export function importHere(tools: ImportTools): Importer {
  return {
    async import(incoming, { signal } = {}) {
      if (signal?.aborted) throw new Stopped("the import was stopped");
      return importDocument(tools, incoming);
    },
    async preview(incoming, { signal } = {}) {
      if (signal?.aborted) throw new Stopped("the preview was stopped");
      return previewDocument(tools, incoming);
    },
    async importItem(item, { signal } = {}) {
      if (signal?.aborted) throw new Stopped("the import was stopped");
      return importItem(tools, item);
    },
    async previewList(bytes, { signal } = {}) {
      if (signal?.aborted) throw new Stopped("the preview was stopped");
      return previewList(tools.store, bytes);
    },
    takeList: (bytes, made) => takeList(tools.store, bytes, made),
    recheck: (limit) => tools.store.retractions.recheck(limit),
    tidy: () => tools.store.tidy(),
    load: () => ({ working: 0, waiting: 0 }),
    close: async () => {},
  };
}
