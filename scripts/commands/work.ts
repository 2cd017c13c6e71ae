/** `footing work`: reads documents of bulk imports for a library in PostgreSQL, beside any number of others. */
import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { InputError } from "../cli/errors.ts";
import { libraryPath, openLibrary } from "../cli/library.ts";
import { wholeNumber } from "../cli/values.ts";

interface Flags {
  readonly data?: string;
  readonly threads?: string;
  readonly log: string;
}

async function work(flags: Flags): Promise<void> {
  if (!/^postgres(?:ql)?:/i.test(libraryPath(flags.data))) {
    throw new InputError(
      "only a library in PostgreSQL is worked on by several processes",
      "Set DATABASE_URL to its address. A library in a file is worked on by `footing serve` and `footing import`.",
    );
  }
  const threads =
    flags.threads === undefined ? availableParallelism() : wholeNumber(flags.threads, "--threads", 1, 64);
  const library = await openLibrary(flags.data, { threads, log: flags.log });
  process.stdout.write(`Working with ${threads} thread${threads === 1 ? "" : "s"}\n`);
  // Workers of their own keep a process alive only while they work.
  const alive = setInterval(() => void library.bulk.adopt().catch(() => {}), 15_000);
  await new Promise<void>((resolve) => {
    let stopping = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(130);
        stopping = true;
        resolve();
      });
    }
  });
  clearInterval(alive);
  await library.close();
}

/** Adds the command. */
export function addWork(program: Command): void {
  program
    .command("work")
    .description("read documents of bulk imports for a library in PostgreSQL")
    .option("--data <address>", "the library (default: DATABASE_URL)")
    .option("--threads <number>", "documents read at the same time (default: one for each core)")
    .option("--log <level>", "what to log on standard error", "warn")
    .addHelpText(
      "after",
      `
Start it on as many machines as there are; stop and kill it at any time, the others take over.

Examples:
  footing work --data postgres://footing@db/library --threads 4
  DATABASE_URL=postgres://footing@db/library footing work`,
    )
    .action(work);
}
