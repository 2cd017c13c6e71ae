/** `footing evaluate`: writes predictions for labelled sets in the forms the scorers read. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { analyse } from "../../core/analyse.ts";
import { readDocumentFile } from "../cli/files.ts";
import { toDocumentPrediction } from "../evaluate/documents.ts";
import { documentsIn, filesBelow } from "../evaluate/files.ts";
import { toGoldenPrediction } from "../evaluate/golden.ts";
import { footnotePredictions, referencePredictions } from "../evaluate/references.ts";

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;
const said = (message: string): void => void process.stderr.write(`${message}\n`);

async function golden(folder: string, out: string): Promise<void> {
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

async function documents(folder: string, out: string, options: { format?: string }): Promise<void> {
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

/** The splitter as a module that `score-sentences --splitter` can import; it needs the built engine. */
function sentences(out: string): void {
  const engine = fileURLToPath(import.meta.resolve("../../core/text/sentences/index.js"));
  writeFileSync(
    out,
    `import { splitSentences } from ${JSON.stringify(`file://${resolve(engine)}`)};\n` +
      "export const split = (text) => splitSentences(text);\n",
  );
  said(`splitter → ${out}`);
}

/** Adds the command and its subcommands. */
export function addEvaluate(program: Command): void {
  const command = program
    .command("evaluate")
    .description("write predictions for labelled documents, references and sentences")
    .addHelpText(
      "after",
      `
Examples:
  footing evaluate golden test/golden out/          ID.predicted.json for each ID.golden.json
  footing evaluate documents articles/ out/         DOC.json for each document (markers, references)
  footing evaluate documents articles/ out/ --format html
  footing evaluate references in.jsonl out.jsonl    {id, raw} → {id, fields, spans}
  footing evaluate footnotes in.jsonl out.jsonl     {id, raw} → {id, refs}
  footing evaluate sentences splitter.mjs           a module with split(text)`,
    );
  command
    .command("golden")
    .description("statements, notes, sources, edges and findings of golden documents")
    .argument("<dir>", "folder with *.golden.json and the documents they name")
    .argument("<out>", "folder for ID.predicted.json")
    .action(golden);
  command
    .command("documents")
    .description("markers, links and reference lists of every document of a folder")
    .argument("<dir>", "folder of documents")
    .argument("<out>", "folder for DOC.json")
    .option("--format <extension>", "read only files with this extension")
    .action(documents);
  command
    .command("references")
    .description("single references as CSL-JSON fields")
    .argument("<in>", "JSON lines {id, raw}")
    .argument("<out>", "JSON lines {id, fields, spans}")
    .action((input: string, out: string) => lines(input, out, referencePredictions));
  command
    .command("footnotes")
    .description("the references inside footnote passages")
    .argument("<in>", "JSON lines {id, raw}")
    .argument("<out>", "JSON lines {id, refs}")
    .action((input: string, out: string) => lines(input, out, footnotePredictions));
  command
    .command("sentences")
    .description("a module with the sentence splitter, for the scorer's --splitter")
    .argument("<out>", "path of the .mjs file to write")
    .action(sentences);
}
