/** `footing export`: a document's sources for reference managers and LaTeX. */
import { type Command, Option } from "commander";
import { exportFormats } from "../../core/bib/formats.ts";
import { InputError } from "../cli/errors.ts";
import { output, readDocumentFile } from "../cli/files.ts";

interface Flags {
  readonly to: string;
  readonly output?: string;
  readonly source?: readonly string[];
  readonly bibliography: readonly string[];
}

async function exportFile(file: string, flags: Flags): Promise<void> {
  const document = await readDocumentFile(file, flags.bibliography);
  const { analyse } = await import("../../core/analyse.ts");
  const analysis = analyse(document);
  const wanted = flags.source?.map((ref) => {
    const source = analysis.sources.find((s) => s.id === ref || s.key === ref);
    if (source !== undefined) return source.id;
    const keys = analysis.sources.map((s) => s.key).join(", ");
    throw new InputError(`${file}: has no source "${ref}"`, `Its sources are ${keys || "none"}.`);
  });
  output(await exportFormats.get(flags.to)!.write(analysis, wanted), flags.output);
}

/** Adds the command. */
export function addExport(program: Command): void {
  const formats = [...exportFormats].map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`);
  program
    .command("export")
    .description("a document's sources in another program's format")
    .argument("<file>", "the document; - for standard input")
    .addOption(
      new Option("--to <format>", "the format").choices([...exportFormats.keys()]).makeOptionMandatory(),
    )
    .option("--source <key...>", "only these sources, by key or id")
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("--bibliography <file...>", "BibTeX or CSL-JSON files that the document cites from", [])
    .addHelpText(
      "after",
      `
Formats:
${formats.join("\n")}

Examples:
  footing export page.txt --to bibtex
  footing export page.txt --to csl-json -o sources.json
  footing export page.txt --to bibtex --source brew2010 weber2008`,
    )
    .action(exportFile);
}
