/** `footing parse`: what Footing finds in a document, as a page for a person or as JSON for programs. */
import type { Command } from "commander";
import { output, readDocumentFile } from "../cli/files.ts";
import { terminalFor } from "../cli/terminal.ts";

interface Flags {
  readonly json: boolean;
  readonly output?: string;
  readonly bibliography: readonly string[];
}

async function parse(file: string, flags: Flags): Promise<void> {
  const document = await readDocumentFile(file, flags.bibliography);
  const { analyse } = await import("../../core/analyse.ts");
  const analysis = analyse(document);
  if (flags.json) {
    const { canonicalJson } = await import("../../core/json.ts");
    output(`${canonicalJson(analysis)}\n`, flags.output);
    return;
  }
  const { outlinePage } = await import("../cli/outline.ts");
  const toFile = flags.output !== undefined && flags.output !== "-";
  output(outlinePage(analysis, terminalFor(toFile ? {} : process.stdout, process.env)), flags.output);
}

/** Adds the command. */
export function addParse(program: Command): void {
  program
    .command("parse")
    .description("statements, markers, notes, sources and edges of a document")
    .argument("<file>", "the document; - for standard input")
    .option(
      "--json",
      "the whole analysis as JSON (data/schema/analysis.schema.json); the same bytes every time",
      false,
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option(
      "--bib, --bibliography <file...>",
      "BibTeX, RIS, EndNote XML or CSL-JSON files that the document cites from",
      [],
    )
    .addHelpText(
      "after",
      `
In the outline, ━ is a direct edge (the marker stands in the claim's own sentence) and ┅ a carried one (it
stands later in the paragraph). text.bib, text.ris or text.csl.json beside text.md is read with it.

Examples:
  footing parse page.txt
  footing parse page.txt --json | jq '.sources[].key'
  footing parse brief.md --bib library.bib
  pdftotext paper.pdf - | footing parse -`,
    )
    .action(parse);
}
