/** Trains one model for each seed, each in a thread of its own, and takes their mean. */
import { Worker } from "node:worker_threads";
import type { DenseModel, Sequence, TrainOptions } from "./crf.ts";

const WORKER = new URL("./mean-worker.ts", import.meta.url).href;

export type SeedlessOptions = Omit<TrainOptions, "seed" | "onEpoch">;

/** What a thread is given; the numbers of the sequences lie in shared memory. */
export interface Task {
  readonly data: readonly Sequence[];
  readonly options: Omit<TrainOptions, "onEpoch">;
}

/** What a thread reports: its progress, and at the end its model. */
export type Report =
  | { readonly kind: "epoch"; readonly loss: number }
  | { readonly kind: "model"; readonly model: DenseModel };

/**
 * Returns the mean of models trained in different orders: what one order happened to learn weighs less. The same
 * seeds give the same mean, whatever thread ends first. Memory: one model for each seed.
 */
export async function trainMean(
  data: readonly Sequence[],
  options: SeedlessOptions,
  seeds: readonly number[],
  onEpoch: (done: number, loss: number) => void,
): Promise<DenseModel> {
  let done = 0;
  const models = await Promise.all(
    seeds.map((seed) => train({ data, options: { ...options, seed } }, (loss) => onEpoch(++done, loss))),
  );
  const [mean, ...others] = models;
  if (mean === undefined) throw new Error("trainMean: no seed given");
  others.forEach((model, n) => {
    const next = parts(model);
    parts(mean).forEach((to, p) => {
      for (let i = 0; i < to.length; i++) to[i] = to[i]! + (next[p]![i]! - to[i]!) / (n + 2);
    });
  });
  return mean;
}

const parts = (m: DenseModel): readonly Float32Array[] => [m.weights, m.turn, m.stay, m.first];

function train(task: Task, onEpoch: (loss: number) => void): Promise<DenseModel> {
  return new Promise((resolve, reject) => {
    // A thread does not inherit the loader that reads TypeScript.
    const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(WORKER)}); });`;
    const worker = new Worker(start, { eval: true, workerData: task });
    worker.on("message", (report: Report) => {
      if (report.kind === "epoch") onEpoch(report.loss);
      else resolve(report.model);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a training thread ended with ${code} and no model`)));
  });
}
