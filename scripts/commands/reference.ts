/** `footing reference`: raw reference strings read into CSL-JSON and BibTeX, without a document around them. */
import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { sourceFormats } from "../../core/bib/formats.ts";
import { InputError } from "../cli/errors.ts";

interface Flags {
  readonly to?: string;
  readonly json: boolean;
}

async function linesOf(raw: readonly string[]): Promise<readonly string[]> {
  const given = raw.length === 1 && raw[0] === "-" ? (await text(process.stdin)).split(/\r?\n/) : raw;
  const lines = given.filter((line) => line.trim() !== "");
  if (lines.length === 0)
    throw new InputError("there is no reference to read", 'footing reference "Brew B. …"');
  return lines;
}

async function reference(raw: readonly string[], flags: Flags): Promise<void> {
  const lines = await linesOf(raw);
  const { parseReferences } = await import("../../core/reference/index.ts");
  const { keyedSources } = await import("../cli/keyed.ts");
  const sources = keyedSources(parseReferences(lines));
  const formats = flags.json ? ["csl-json"] : flags.to === undefined ? ["csl-json", "bibtex"] : [flags.to];
  for (const [i, name] of formats.entries()) {
    const part = await sourceFormats.get(name)!.write({ sources, statements: [], edges: [] });
    process.stdout.write(i > 0 ? `\n${part}` : part);
  }
}

/** Adds the command. */
export function addReference(program: Command): void {
  program
    .command("reference")
    .description("read raw references into CSL-JSON and BibTeX")
    .argument("<raw...>", "references, each in quotation marks; - for standard input, one a line")
    .addOption(new Option("--to <format>", "one format only").choices([...sourceFormats.keys()]))
    .option("--json", "the same as --to csl-json", false)
    .addHelpText(
      "after",
      `
Examples:
  footing reference "Thomas Weber. Progressive multifocal leukoencephalopathy. Neurol Clin. 2008 Aug;26(3):833-54."
  footing reference --to bibtex - < references.txt`,
    )
    .action(reference);
}
