/** Trains the model that labels the parts of one reference. */

import { observe } from "../../../core/reference/features.ts";
import { LABELS } from "../../../core/reference/segment.ts";
import { progressBar } from "./bar.ts";
import { encodeModel } from "./encode.ts";
import { inventRecords } from "./invent/index.ts";
import { labelRecord } from "./labels.ts";
import { trainMean } from "./mean.ts";
import { type GoldRecord, readRecords } from "./records.ts";
import { type Example, prepare } from "./sequences.ts";

const NUMBER: ReadonlyMap<string, number> = new Map(LABELS.map((label, i) => [label, i]));

/** Labels nobody curated, and invented strings, count half. */
const NOISY_WEIGHT = 0.5;
const INVENTED = 4000;
const SEEDS = [1, 2, 3];

function example(record: GoldRecord, weight: number): Example {
  const { tokens, labels, begins } = labelRecord(record);
  const states = Uint8Array.from(labels, (label, i) => 2 * NUMBER.get(label)! + (begins[i] ? 0 : 1));
  return { seen: observe(tokens), states, weight };
}

/** Returns the stored form of the model trained on the references in `folder`. */
export async function trainReferences(folder: string): Promise<Uint8Array> {
  const curated = readRecords(`${folder}/train.jsonl`);
  const examples = [
    ...curated.map((r) => example(r, 1)),
    ...readRecords(`${folder}/train-noisy.jsonl`).map((r) => example(r, NOISY_WEIGHT)),
    ...inventRecords(curated, INVENTED, 11).map((r) => example(r, NOISY_WEIGHT)),
  ];
  const { sequences, hashes } = prepare(examples, 3);
  const epochs = 5;
  const bar = progressBar("references", epochs * SEEDS.length);
  const options = {
    labels: LABELS.length,
    features: hashes.length,
    width: examples[0]!.seen.width,
    epochs,
    rate: 0.1,
    l1: 7e-5,
    dropout: 0.3,
  };
  const model = await trainMean(sequences, options, SEEDS, (epoch, loss) =>
    bar(epoch, `loss ${loss.toFixed(3)}`),
  );
  return encodeModel(model, hashes, { least: 0.03, scale: 0.02 });
}
