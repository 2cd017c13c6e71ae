/** One thread of the pool: reads, analyses and stores one document at a time over its own connection. */
import { parentPort, workerData } from "node:worker_threads";
import { importDocument } from "../import.ts";
import { previewDocument } from "../preview.ts";
import { realEngine } from "../real-engine.ts";
import { workOnList } from "../retractions.ts";
import { openStore } from "../store/open.ts";
import { type Store, StoreError } from "../store/store.ts";
import { Stopped } from "./importer.ts";
import { importItem } from "./item.ts";
import { type Answer, phases, type Setup, type Task } from "./messages.ts";

const { library, version } = workerData as Setup;
const engine = realEngine(version);
let opened: Promise<Store> | undefined;

function openOnce(): Promise<Store> {
  opened ??= openStore(library).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Returns the store, whose writes begin only when the task has not been stopped. */
function guarded(store: Store, phase: Int32Array): Store {
  const begin = () => {
    if (Atomics.compareExchange(phase, 0, phases.working, phases.storing) === phases.stopped) {
      throw new Stopped("the import was stopped");
    }
  };
  return {
    ...store,
    add(document) {
      begin();
      return store.add(document);
    },
    retractions: {
      ...store.retractions,
      use(list, made) {
        begin();
        return store.retractions.use(list, made);
      },
      recheck(limit) {
        begin();
        return store.retractions.recheck(limit);
      },
    },
    imports: {
      ...store.imports,
      settle(item, outcome) {
        begin();
        return store.imports.settle(item, outcome);
      },
    },
  };
}

/** Does one task. */
export default async function run({ id, phase, work }: Task): Promise<Answer> {
  parentPort?.postMessage(id);
  try {
    const tools = { store: guarded(await openOnce(), phase), engine, now: () => new Date() };
    switch (work.kind) {
      case "import":
        return { kind: "done", result: await importDocument(tools, work.incoming) };
      case "preview":
        return { kind: "done", result: await previewDocument(tools, work.incoming) };
      case "item":
        return { kind: "done", result: await importItem(tools, work.item) };
      case "list":
        return { kind: "done", result: await workOnList(tools.store, work.work) };
      case "recheck":
        return { kind: "done", result: await tools.store.retractions.recheck(work.limit) };
      case "tidy":
        return { kind: "done", result: await tools.store.tidy() };
      default:
        return work satisfies never;
    }
  } catch (error) {
    if (error instanceof Stopped) return { kind: "stopped" };
    if (error instanceof StoreError) return { kind: "store-error", code: error.code, message: error.message };
    throw error;
  }
}
