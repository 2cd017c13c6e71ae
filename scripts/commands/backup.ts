/** `footing backup` and `footing restore`: the whole library in one file, for either engine. */
import { existsSync } from "node:fs";
import type { Command } from "commander";
import { InputError } from "../cli/errors.ts";
import { libraryPath } from "../cli/library.ts";
import { footingPackage } from "../cli/package.ts";
import { plural } from "../cli/page.ts";

interface Flags {
  readonly data?: string;
  readonly force?: boolean;
}

const inFile = (library: string): boolean => !/^postgres(?:ql)?:/i.test(library);

async function backup(file: string, flags: Flags): Promise<void> {
  const library = libraryPath(flags.data);
  if (inFile(library) && !existsSync(library)) throw new InputError(`${library}: no such library`);
  if (existsSync(file) && !flags.force) {
    throw new InputError(`${file} is there already`, "Take another name, or --force to write over it.");
  }
  const { backup: write } = await import("../../server/store/backup/index.ts");
  const rows = await write(library, file, {
    version: footingPackage.version,
    at: new Date().toISOString(),
  }).catch((error: unknown) => {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  process.stdout.write(`${file}: ${plural(rows, "row")}\n`);
}

async function restore(file: string, flags: Flags): Promise<void> {
  const { BackupError, restore: read } = await import("../../server/store/backup/index.ts");
  const rows = await read(file, libraryPath(flags.data)).catch((error: unknown) => {
    if (error instanceof BackupError) throw new InputError(`${file}: ${error.message}`);
    throw error;
  });
  process.stdout.write(`${file}: ${plural(rows, "row")} restored\n`);
}

/** Adds both commands. */
export function addBackup(program: Command): void {
  program
    .command("backup")
    .description("write the whole library to one file")
    .argument("<file>", "the file to write")
    .option("--data <library>", "the library (default: DATABASE_URL, FOOTING_DATA, .footing/footing.sqlite)")
    .option("--force", "write over a file that is there")
    .addHelpText(
      "after",
      `
Documents with their files and analyses, every review event, merges, accounts (passwords and tokens as hashes only).
Sessions stay behind, and imports under way. A server may go on meanwhile; the file is the library of one moment.

Examples:
  footing backup library.footing
  footing backup --data postgres://footing@db/library nightly.footing --force`,
    )
    .action(backup);
  program
    .command("restore")
    .description("read a backup into an empty library")
    .argument("<file>", "what `footing backup` wrote")
    .option("--data <library>", "the library (default: DATABASE_URL, FOOTING_DATA, .footing/footing.sqlite)")
    .addHelpText(
      "after",
      `
The file is checked whole before anything is written, and all of it comes back or nothing. What one engine wrote, the
other reads.

Examples:
  footing restore library.footing --data new.sqlite
  footing restore library.footing --data postgres://footing@db/library`,
    )
    .action(restore);
}
