/** The sample documents that come with Footing. A name from a client is looked up here, never on the disk. */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Incoming } from "./import.ts";

export interface Sample {
  /** File name without its ending: "medical-response". */
  readonly name: string;
  readonly file: string;
  readonly folder: string;
}

/** Returns the samples of a folder by name; a folder that is not there has none. */
export function samplesIn(folder: string): ReadonlyMap<string, Sample> {
  let files: readonly string[];
  try {
    files = readdirSync(folder).sort();
  } catch {
    files = [];
  }
  const samples = files
    .filter((file) => extname(file) !== "" && !file.startsWith("."))
    .map((file) => ({ name: file.slice(0, -extname(file).length), file, folder }));
  return new Map(samples.map((sample) => [sample.name, sample]));
}

/** Returns the sample as an import takes it. */
export async function loadSample({ folder, file }: Sample): Promise<Incoming> {
  return { bytes: await readFile(join(folder, file)), name: file };
}
