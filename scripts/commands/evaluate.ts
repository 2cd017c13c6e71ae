/** `footing evaluate`: writes predictions for labelled sets in the forms the scorers read. */
import type { Command } from "commander";

type Work = typeof import("../evaluate/run.ts");

/** Loads the work when it is asked for: the engine costs every other command its start. */
const work =
  (name: Exclude<keyof Work, "sentences">) =>
  async (input: string, out: string, options: { format?: string }): Promise<void> => {
    const run = await import("../evaluate/run.ts");
    await run[name](input, out, options);
  };

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
    .action(work("golden"));
  command
    .command("documents")
    .description("markers, links and reference lists of every document of a folder")
    .argument("<dir>", "folder of documents")
    .argument("<out>", "folder for DOC.json")
    .option("--format <extension>", "read only files with this extension")
    .action(work("documents"));
  command
    .command("references")
    .description("single references as CSL-JSON fields")
    .argument("<in>", "JSON lines {id, raw}")
    .argument("<out>", "JSON lines {id, fields, spans}")
    .action(work("references"));
  command
    .command("footnotes")
    .description("the references inside footnote passages")
    .argument("<in>", "JSON lines {id, raw}")
    .argument("<out>", "JSON lines {id, refs}")
    .action(work("footnotes"));
  command
    .command("sentences")
    .description("a module with the sentence splitter, for the scorer's --splitter")
    .argument("<out>", "path of the .mjs file to write")
    .action(async (out: string) => (await import("../evaluate/run.ts")).sentences(out));
}
