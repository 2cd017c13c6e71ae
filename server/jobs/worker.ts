/** One thread of the pool: reads, analyses and stores one document at a time over its own connection. */
import { parentPort, workerData } from "node:worker_threads";
import { importDocument } from "../import.ts";
import { realEngine } from "../real-engine.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { type Store, StoreError } from "../store/store.ts";
import { Stopped } from "./importer.ts";
import { type Answer, phases, type Setup, type Task } from "./messages.ts";

const { library, version } = workerData as Setup;
const engine = realEngine(version);
let opened: Promise<Store> | undefined;

function openOnce(): Promise<Store> {
  opened ??= openSqliteStore(library).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Returns the store, whose writes begin only when the task has not been stopped. */
function guarded(store: Store, phase: Int32Array): Store {
  return {
    ...store,
    add(document) {
      if (Atomics.compareExchange(phase, 0, phases.working, phases.storing) === phases.stopped) {
        throw new Stopped("the import was stopped");
      }
      return store.add(document);
    },
  };
}

/** Does one task. */
export default async function work({ id, phase, incoming }: Task): Promise<Answer> {
  parentPort?.postMessage(id);
  try {
    const store = guarded(await openOnce(), phase);
    const result = await importDocument({ store, engine, now: () => new Date() }, incoming);
    return { kind: "done", result };
  } catch (error) {
    if (error instanceof Stopped) return { kind: "stopped" };
    if (error instanceof StoreError) return { kind: "store-error", code: error.code, message: error.message };
    throw error;
  }
}
