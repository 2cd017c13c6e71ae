/**
 * Trains the sequence models of the reference parser and writes them to data/models and, for the engine, as modules.
 * Same data, same bytes. Usage: npm run train [-- FOLDER [MODEL]], FOLDER being the labelled references
 * (../shared/references), MODEL "references" or "passages" for one of the two alone.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { FORMAT_VERSION } from "../../core/reference/model/format.ts";
import { trainPassages } from "./train/passages.ts";
import { trainReferences } from "./train/references.ts";

const folder = resolve(process.argv[2] ?? "../shared/references");

function write(name: string, bytes: Uint8Array, sets: readonly string[]): void {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  writeFileSync(`data/models/${name}.model`, bytes);
  const files = sets.map((file) => ({
    file,
    sha256: createHash("sha256")
      .update(readFileSync(`${folder}/${file}`))
      .digest("hex"),
  }));
  writeFileSync(
    `data/models/${name}.json`,
    `${JSON.stringify({ name, format: FORMAT_VERSION, bytes: bytes.length, sha256, trainedOn: files }, null, 2)}\n`,
  );
  writeFileSync(
    `core/reference/model/${name}.gen.ts`,
    `/** data/models/${name}.model in base64, made by \`npm run train\`. */\n` +
      `export const SHA256 = "${sha256}";\n` +
      // Annotated, else the declarations would carry the weights a second time.
      `export const MODEL: string = "${Buffer.from(bytes).toString("base64")}";\n`,
  );
  process.stderr.write(`${name}: ${bytes.length} bytes, sha256 ${sha256}\n`);
}

const only = process.argv[3];
if (only !== "passages")
  write("references", await trainReferences(folder), ["train.jsonl", "train-noisy.jsonl"]);
if (only !== "references")
  write("passages", await trainPassages(folder), ["train.jsonl", "footnotes-train.jsonl"]);
