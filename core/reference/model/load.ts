/** Decodes the shipped models, each on first use. */
import { fromBase64, type Model, readModel } from "./format.ts";
import { MODEL as PASSAGES } from "./passages.gen.ts";
import { MODEL as REFERENCES } from "./references.gen.ts";

let references: Model | null = null;
let passages: Model | null = null;

/** Returns the model that labels the parts of a reference; the first call decodes it (some ten milliseconds). */
export function referenceModel(): Model {
  references ??= readModel(fromBase64(REFERENCES));
  return references;
}

/** Returns the model that cuts a passage into references; the first call decodes it. */
export function passageModel(): Model {
  passages ??= readModel(fromBase64(PASSAGES));
  return passages;
}
