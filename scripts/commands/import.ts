/** `footing import`: documents into the library that `footing serve` shows. */
import type { Command } from "commander";
import { InputError } from "../cli/errors.ts";
import { readInput } from "../cli/files.ts";
import { footingPackage } from "../cli/package.ts";
import { plural } from "../cli/page.ts";
import { libraryPath } from "./serve.ts";

interface Flags {
  readonly data?: string;
  readonly bibliography: readonly string[];
}

async function importFiles(files: readonly string[], flags: Flags): Promise<void> {
  const { openLibrary } = await import("../../server/main.ts");
  const library = await openLibrary(libraryPath(flags.data), footingPackage.version);
  const failures: string[] = [];
  try {
    for (const file of files) {
      const line = await importOne(library, file, flags.bibliography).catch((error: unknown) => {
        if (!(error instanceof InputError)) throw error;
        failures.push(file);
        process.stderr.write(
          `footing: ${error.message}\n${error.remedy === null ? "" : `  ${error.remedy}\n`}`,
        );
        return "";
      });
      process.stdout.write(line);
    }
  } finally {
    await library.close();
  }
  if (failures.length > 0) process.exitCode = 1;
}

async function importOne(
  library: Awaited<ReturnType<typeof import("../../server/main.ts")["openLibrary"]>>,
  file: string,
  bibliography: readonly string[],
): Promise<string> {
  const result = await library.import(await readInput(file, bibliography));
  if (!result.ok) throw new InputError(`${file}: ${result.problem.message}`, result.problem.remedy);
  const { id, counts } = result.document;
  if (!result.created) return `${file}: already in the library as ${id}\n`;
  const found = [
    plural(counts.claims, "claim"),
    plural(counts.notes, "note"),
    plural(counts.sources, "source"),
  ].join(", ");
  return `${file}: ${found} → ${id}\n`;
}

/** Adds the command. */
export function addImport(program: Command): void {
  program
    .command("import")
    .description("bring documents into the library")
    .argument("<file...>", "documents; - for standard input")
    .option("--data <file>", "the library (default: FOOTING_DATA, else .footing/footing.sqlite)")
    .option("--bibliography <file...>", "BibTeX or CSL-JSON files that the documents cite from", [])
    .addHelpText(
      "after",
      `
Each document goes in whole or not at all; one that cannot be read does not stop the others.
The same file twice is one document. text.bib or text.csl.json beside text.md is read with it.

Examples:
  footing import page.html report.docx
  footing import --data review.sqlite articles/*.txt`,
    )
    .action(importFiles);
}
