/** The work of `footing evaluate`: reads labelled sets, runs the engine on them, writes what the scorers read. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse } from "../../core/analyse.ts";
import { readDocumentFile } from "../cli/files.ts";
import { toDocumentPrediction } from "./documents.ts";
import { documentsIn, filesBelow } from "./files.ts";
import { toGoldenPrediction } from "./golden.ts";
import { footnotePredictions, referencePredictions } from "./references.ts";

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;
const said = (message: string): void => void process.stderr.write(`${message}\n`);

/** Writes ID.predicted.json for each ID.golden.json below the folder. */
export async function golden(folder: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const files = filesBelow(folder, ".golden.json");
  const failed = await each(files, async (file) => {
    const gold = JSON.parse(readFileSync(file, "utf8")) as { document: { file: string } };
    const document = await readDocumentFile(join(dirname(file), gold.document.file));
    const id = basename(file, ".golden.json");
    writeFileSync(join(out, `${id}.predicted.json`), json(toGoldenPrediction(analyse(document))));
  });
  said(`${files.length - failed} of ${files.length} documents → ${out}`);
}

/** Runs the work for each; one that fails is reported, the others go on. Returns how many failed. */
async function each<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<number> {
  let failed = 0;
  for (const one of list) {
    try {
      await work(one);
    } catch (error) {
      failed++;
      said(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  }
  return failed;
}

/** Writes DOC.json for each document of the folder. */
export async function documents(folder: string, out: string, options: { format?: string }): Promise<void> {
  mkdirSync(out, { recursive: true });
  const list = documentsIn(folder, options.format);
  const failed = await each(list, async ({ doc, file }) => {
    const prediction = toDocumentPrediction(doc, analyse(await readDocumentFile(file)));
    writeFileSync(join(out, `${doc}.json`), json(prediction));
  });
  said(`${list.length - failed} of ${list.length} documents → ${out}`);
}

function lines(input: string, out: string, predict: (line: string) => unknown): void {
  const rows = readFileSync(input, "utf8")
    .split("\n")
    .filter((l) => l.trim() !== "");
  writeFileSync(out, rows.map((row) => json(predict(row))).join(""));
  said(`${rows.length} lines → ${out}`);
}

/** Writes a prediction for each single reference. */
export const references = (input: string, out: string): void => lines(input, out, referencePredictions);

/** Writes a prediction for each passage with references inside. */
export const footnotes = (input: string, out: string): void => lines(input, out, footnotePredictions);

/** The splitter as a module that `score-sentences --splitter` can import; it needs the built engine. */
export function sentences(out: string): void {
  const engine = fileURLToPath(import.meta.resolve("../../core/text/sentences/index.js"));
  writeFileSync(
    out,
    `import { splitSentences } from ${JSON.stringify(`file://${resolve(engine)}`)};\n` +
      "export const split = (text) => splitSentences(text);\n",
  );
  said(`splitter → ${out}`);
}
