/** `footing export`: a document or a library for reference managers, LaTeX, spreadsheets, graph tools. */
import { statSync } from "node:fs";
import { type Command, Option } from "commander";
import { exportFormats } from "../../core/bib/formats.ts";
import type { ExportInput } from "../../core/export/index.ts";
import type { Analysis } from "../../core/model.ts";
import { UsageError } from "../cli/errors.ts";
import { documentIn, output, readInput } from "../cli/files.ts";
import { libraryPath } from "../cli/library.ts";
import { footingPackage } from "../cli/package.ts";
import { selectionOf, type Wanted } from "../export/selection.ts";
import { targetOf } from "../export/written.ts";

interface Flags extends Wanted {
  readonly to?: string;
  readonly style?: string;
  readonly output?: string;
  readonly data?: string | true;
  readonly document: readonly string[];
  readonly review?: string;
  readonly bibliography: readonly string[];
}

/**
 * Returns the day that formats with a date name: the one that reproducible builds set, else the document's own, else
 * the day the file was written. Never today: the same file must give the same bytes tomorrow.
 */
function dayOf(file: string, { document }: Analysis): string | undefined {
  const set = process.env.SOURCE_DATE_EPOCH;
  if (set !== undefined && /^\d{1,11}$/.test(set))
    return new Date(Number(set) * 1000).toISOString().slice(0, 10);
  if (document.date !== null) return document.date;
  return file === "-" ? undefined : statSync(file).mtime.toISOString().slice(0, 10);
}

async function exportFile(file: string, flags: Flags, to: string): Promise<void> {
  const target = await targetOf(to, flags.style);
  const read = await readInput(file, flags.bibliography);
  const document = await documentIn(file, read);
  const { analyse } = await import("../../core/analyse.ts");
  const analysis = analyse(document);
  const input: ExportInput = {
    ...analysis,
    version: footingPackage.version,
    date: dayOf(file, analysis),
    original: read.bytes,
    ...(flags.review === undefined ? {} : await reviewsIn(flags.review)),
  };
  output(await target.write(input, selectionOf(analysis, file, flags)), flags.output);
}

/** Returns the format that the output's name stands for; throws where it stands for none or for several. */
function formatOf(output: string | undefined): string {
  const named = [...exportFormats]
    .filter(([, { extension }]) => output?.toLowerCase().endsWith(`.${extension}`))
    .map(([name]) => name);
  if (named.length === 1) return named[0]!;
  const which = named.length > 1 ? `: ${named.join(", ")}` : "; footing export --help lists them";
  throw new UsageError(`export: say what to write with --to <format> or --style <file>${which}`);
}

const reviewsIn = async (file: string) => (await import("../export/reviews.ts")).readReviews(file);

async function run(file: string | undefined, flags: Flags): Promise<void> {
  const to = flags.to ?? (flags.style === undefined ? formatOf(flags.output) : undefined);
  if (flags.data !== undefined) {
    if (file !== undefined) throw new UsageError("export: name a document or a library (--data), not both");
    if (flags.source || flags.claim)
      throw new UsageError("export: --source and --claim choose within one document, not in a library");
    const { exportLibrary } = await import("../export/library.ts");
    const data = libraryPath(flags.data === true ? undefined : flags.data);
    const target = await targetOf(to ?? "", flags.style);
    return exportLibrary({ target, data, documents: flags.document, output: flags.output });
  }
  if (file === undefined) throw new UsageError("export: name a document, or a library with --data");
  if (flags.document.length > 0) throw new UsageError("export: --document goes with --data");
  return exportFile(file, flags, to ?? "");
}

/** Adds the command. */
export function addExport(program: Command): void {
  const formats = [...exportFormats].map(([name, { description }]) => `  ${name.padEnd(15)} ${description}`);
  program
    .command("export")
    .description("a document or a library in another program's format")
    .argument("[file]", "the document; - for standard input")
    .addOption(
      new Option("--to <format>", "the format; by the output's name where only one has its ending").choices([
        ...exportFormats.keys(),
      ]),
    )
    .option("--style <file>", "a reference list in the style of this CSL file")
    .option("--source <key...>", "only these sources, by key or id, and what rests on them")
    .option("--claim <number...>", "only these claims, by number or id, and what they rest on")
    .option("--review <file>", "verdicts to include: review events as JSON")
    .option(
      "--data [file]",
      "the documents of this library (default: DATABASE_URL, FOOTING_DATA, else .footing/)",
    )
    .option("--document <name...>", "of the library, only these documents, by file name or id", [])
    .option("-o, --output <file>", "write to a file instead of standard output; a folder for several")
    .option(
      "--bib, --bibliography <file...>",
      "BibTeX, RIS, EndNote XML or CSL-JSON files that the document cites from",
      [],
    )
    .addHelpText(
      "after",
      `
Formats:
${formats.join("\n")}

Examples:
  footing export page.txt --to bibtex
  footing export page.txt --to csl-json -o sources.json
  footing export page.txt --to bibtex --source brew2010 weber2008
  footing export page.txt --style nature.csl
  footing export page.txt --to ro-crate -o page.crate.zip
  footing export --data review.sqlite --to bibtex -o library.bib
  footing export --data review.sqlite --to graphml -o graphs/`,
    )
    .action(run);
}
