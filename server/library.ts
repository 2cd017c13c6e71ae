/** An open library with what works on it: the store, the threads that read, the worker of bulk imports. */
import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Background } from "./jobs/background.ts";
import { type BulkWork, createBulk } from "./jobs/bulk.ts";
import { collect } from "./jobs/collect.ts";
import type { Importer } from "./jobs/importer.ts";
import { createPool } from "./jobs/pool.ts";
import { createQueue } from "./jobs/queue.ts";
import { createRecheck } from "./jobs/recheck.ts";
import { pair, type SourceFile } from "./jobs/sources/file.ts";
import { createTidy } from "./jobs/tidy.ts";
import type { ImportSummary } from "./store/imports/types.ts";
import { openStore } from "./store/open.ts";
import type { Store } from "./store/store.ts";

export interface LibraryOptions {
  /** The library: a file, or the address of a PostgreSQL database. */
  readonly library: string;
  readonly version: string;
  readonly log: Logger;
  /** Documents read at the same time; one for each core when missing. */
  readonly threads?: number;
  /** Threads that answer long questions from a library in a file; none when missing. */
  readonly readers?: number;
  /** False leaves the reading of bulk imports to other processes, where there are such. */
  readonly work?: boolean;
}

export interface Library {
  readonly store: Store;
  readonly importer: Importer;
  readonly bulk: BulkWork;
  readonly recheck: Background;
  readonly tidy: Background;
  /** Stops at a safe point and closes everything. */
  close(): Promise<void>;
}

/** Opens the library. Throws a `StoreError` when it cannot be used. */
export async function openWithWorkers(options: LibraryOptions): Promise<Library> {
  const { library, version, log } = options;
  const store = await openStore(library, { readers: options.readers ?? 0 });
  const importer = createPool({
    ...{ library, version },
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  const { threads } = importer;
  const common = { imports: store.imports, importer, now: () => new Date(), log };
  const { queue } = store;
  const bulk =
    queue === null
      ? createBulk({ ...common, threads })
      : await createQueue({ ...common, library, queue, threads: options.work === false ? 0 : threads });
  const recheck = createRecheck({ retractions: store.retractions, importer, log });
  const tidy = createTidy(importer, log);
  return {
    store,
    importer,
    bulk,
    recheck,
    tidy,
    async close() {
      await bulk.close();
      await recheck.close();
      await tidy.close();
      await importer.close();
      await store.close();
    },
  };
}

export interface BulkImportOptions {
  readonly files: readonly SourceFile[];
  /** What to call the import. */
  readonly name: string;
  /** The same key is the same import: it goes on where it broke off. */
  readonly key: string;
  readonly maxBytes: number;
  /** Called about every half second, and at the end. */
  readonly progress: (summary: ImportSummary) => void;
  readonly signal: AbortSignal;
}

/** Documents that may wait, so that a library does not hold a whole archive twice. */
const aheadMost = 256;

/**
 * Brings the files in and returns what came of them. Stopped by the signal, it leaves what waits for another time,
 * when the same key goes on with it.
 */
export async function bulkImport(library: Library, options: BulkImportOptions): Promise<ImportSummary> {
  const { bulk, store } = library;
  const { imports } = store;
  const { files, name, key, maxBytes, progress, signal } = options;
  const now = () => new Date().toISOString();
  const known = await imports.unfinished(key);
  const id = known?.id ?? `imp-${randomBytes(8).toString("hex")}`;
  if (known === null) await imports.open({ id, name, by: null, at: now(), key, owner: bulk.owner });
  else await bulk.takeOver(id);
  bulk.start(id);
  const look = async () => (await imports.summary(id))!;
  const timer = setInterval(() => void look().then(progress, () => {}), 500);
  try {
    await collect(imports, id, pair(files), {
      maxBytes,
      async before() {
        signal.throwIfAborted();
        while (bulk.local && (await look()).documents.waiting > aheadMost) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          signal.throwIfAborted();
        }
      },
      after: () => bulk.nudge(id),
    });
    await imports.seal(id, now());
    bulk.nudge(id);
    const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    await Promise.race([bulk.ended(id), stopped]);
    if (!signal.aborted) {
      library.tidy.start();
      await Promise.race([library.tidy.ended(), stopped]);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(timer);
  }
  const summary = await look();
  progress(summary);
  return summary;
}
