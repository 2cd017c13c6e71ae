/** The thread that trains one model. */
import { parentPort, workerData } from "node:worker_threads";
import { trainCrf } from "./crf.ts";
import type { Report, Task } from "./mean.ts";

const { data, options } = workerData as Task;
const report = (r: Report, moved: ArrayBuffer[] = []): void => parentPort?.postMessage(r, moved);
const model = trainCrf(data, { ...options, onEpoch: (_, loss) => report({ kind: "epoch", loss }) });
report({ kind: "model", model }, [model.weights.buffer as ArrayBuffer]);
