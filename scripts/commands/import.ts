/** `footing import`: documents into the library that `footing serve` shows, one or a hundred thousand. */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import type { Library } from "../../server/library.ts";
import type { ImportSummary } from "../../server/store/imports/types.ts";
import { InputError } from "../cli/errors.ts";
import { readInput } from "../cli/files.ts";
import { openLibrary } from "../cli/library.ts";
import { plural } from "../cli/page.ts";
import { wholeNumber } from "../cli/values.ts";

interface Flags {
  readonly data?: string;
  readonly bibliography: readonly string[];
  readonly list: readonly string[];
  readonly threads?: string;
  readonly maxMb: string;
  readonly json: boolean;
}

async function importFiles(paths: readonly string[], flags: Flags): Promise<void> {
  const { listedPaths } = await import("../../server/jobs/sources/named.ts");
  const lists = await Promise.all(flags.list.map((list) => readable(list, listedPaths)));
  const all = [...paths, ...lists.flat()];
  if (all.length === 0)
    throw new InputError("nothing to bring in", "Name files, folders, archives or --list FILE.");
  const many = lists.length > 0 || all.some((p) => p !== "-" && (/\.zip$/i.test(p) || isFolder(p)));
  const threads = flags.threads === undefined ? undefined : wholeNumber(flags.threads, "--threads", 1, 64);
  const library = await openLibrary(flags.data, { threads: many ? threads : 1 });
  try {
    if (many) await importMany(library, all, flags);
    else await importFew(library, all, flags);
  } finally {
    await library.close();
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Returns what `read` makes of the path, or says why the path cannot be had. */
async function readable<T>(path: string, read: (path: string) => Promise<T>): Promise<T> {
  try {
    return await read(path);
  } catch (error) {
    throw new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function importFew(library: Library, files: readonly string[], flags: Flags): Promise<void> {
  for (const file of files) {
    try {
      process.stdout.write(await importOne(library, file, flags));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      process.exitCode = 1;
      process.stderr.write(
        `footing: ${error.message}\n${error.remedy === null ? "" : `  ${error.remedy}\n`}`,
      );
    }
  }
}

async function importOne(library: Library, file: string, { bibliography, json }: Flags): Promise<string> {
  const result = await library.importer.import(await readInput(file, bibliography));
  if (!result.ok) throw new InputError(`${file}: ${result.problem.message}`, result.problem.remedy);
  const { id, counts } = result.document;
  if (json) return `${JSON.stringify({ file, document: id, created: result.created, counts })}\n`;
  if (!result.created) return `${file}: already in the library as ${id}\n`;
  const found = [
    plural(counts.claims, "claim"),
    plural(counts.notes, "note"),
    plural(counts.sources, "source"),
  ].join(", ");
  return `${file}: ${found} → ${id}\n`;
}

async function importMany(library: Library, paths: readonly string[], flags: Flags): Promise<void> {
  const { namedFiles } = await import("../../server/jobs/sources/named.ts");
  const { bulkImport } = await import("../../server/library.ts");
  const named = await readable(paths.join(", "), () => namedFiles(paths));
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    const summary = await bulkImport(library, {
      files: named.files,
      name: paths
        .map((p) => basename(p))
        .join(", ")
        .slice(0, 200),
      key: createHash("sha256")
        .update(paths.map((p) => resolve(p)).join("\0"))
        .digest("hex"),
      maxBytes: wholeNumber(flags.maxMb, "--max-mb", 1, 1024) * 1024 * 1024,
      progress: showProgress,
      signal: stop.signal,
    });
    if (process.stderr.isTTY) process.stderr.write("\n");
    await report(library, summary, flags.json);
  } finally {
    named.close();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

function showProgress({ documents, bytes, state, trouble }: ImportSummary): void {
  if (!process.stderr.isTTY) return;
  const { total, waiting, aside } = documents;
  const more = state === "collecting" ? "+" : "";
  const words = trouble === null ? `${aside} set aside` : `waiting: ${trouble}`;
  const line = `${total - waiting} of ${total}${more} documents, ${mebibytes(bytes.done)} of ${mebibytes(bytes.total)}${more}, ${words}`;
  process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
}

/** Documents set aside that are named one by one. */
const shownAside = 100;

async function report(
  { store }: Library,
  { id, state, documents }: ImportSummary,
  json: boolean,
): Promise<void> {
  const { created, known, aside, waiting } = documents;
  process.stdout.write(
    json
      ? `${JSON.stringify({ import: id, state, documents })}\n`
      : `${plural(created, "document")} brought in, ${known} known before, ${aside} set aside${waiting > 0 ? `, ${waiting} still waiting` : ""}\n`,
  );
  if (state !== "done") {
    process.stderr.write("footing: the import was stopped; the same command goes on with it\n");
    process.exitCode = 1;
  }
  if (aside === 0) return;
  process.exitCode = 1;
  const { items } = await store.imports.items(id, "aside", { after: null, limit: shownAside });
  for (const { name, problem } of items) {
    process.stderr.write(`footing: ${name}: ${problem?.message}\n  ${problem?.remedy}\n`);
  }
  if (aside > items.length) {
    process.stderr.write(
      `footing: … and ${aside - items.length} more (GET /api/imports/${id}/items?state=aside)\n`,
    );
  }
}

/** Adds the command. */
export function addImport(program: Command): void {
  program
    .command("import")
    .description("bring documents into the library")
    .argument("[path...]", "documents, folders, zip archives; - for standard input")
    .option("--list <file...>", "files that name paths, one on each line", [])
    .option(
      "--data <file>",
      "the library: a file or postgres://… (default: DATABASE_URL, FOOTING_DATA, else .footing/footing.sqlite)",
    )
    .option(
      "--bib, --bibliography <file...>",
      "BibTeX, RIS, EndNote XML or CSL-JSON files that the documents cite from",
      [],
    )
    .option("--threads <number>", "documents read at the same time (default: one for each core)")
    .option("--json", "say what was done as JSON, a line for each document named", false)
    .option("--max-mb <number>", "largest document of a folder or archive, in MiB", "64")
    .addHelpText(
      "after",
      `
Each document goes in whole or not at all; one that cannot be read does not stop the others.
The same file twice is one document. text.bib, text.ris or text.csl.json beside text.md is read with it.
A folder, archive or list that was interrupted goes on when the same command is given again.

Examples:
  footing import page.html report.docx
  footing import --data review.sqlite articles/*.txt
  footing import articles/ more.zip
  footing import --list reading-list.txt`,
    )
    .action(importFiles);
}
