/** `footing serve`: the desk and the API on this machine, until it is told to stop. */
import type { Command } from "commander";
import type { RunningServer, ServeOptions } from "../../server/main.ts";
import { InputError, UsageError } from "../cli/errors.ts";
import { libraryPath } from "../cli/library.ts";
import { footingPackage } from "../cli/package.ts";
import { wholeNumber } from "../cli/values.ts";

const defaultPort = "4600";
const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"];

interface Flags {
  readonly port?: string;
  readonly host: string;
  readonly data?: string;
  readonly sample: boolean;
  readonly allowHost: readonly string[];
  readonly maxMb: string;
  readonly cacheMb: string;
  readonly accounts: boolean;
  readonly behindProxy: boolean;
  readonly rate?: string;
  readonly work: boolean;
  readonly log: string;
}

function listening({ host, port }: ServeOptions, error: unknown): unknown {
  switch ((error as { code?: string }).code) {
    case "EADDRINUSE":
      return new InputError(
        `port ${port} on ${host} is taken: stop the other program, or take another port (footing serve --port ${port + 1})`,
      );
    case "EACCES":
      return new InputError(`port ${port} on ${host} needs more rights; take one above 1023`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new InputError(`${host} is not an address of this machine`);
    default:
      return error;
  }
}

/** Ends the server on the first signal; a second one ends the process at once. */
function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`footing: ${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

/** A desk asks some dozens of times for each page it opens; a group of reviewers may share an address. */
const usualRate = 3000;

/** Returns the limit; none on loopback unless one is named. */
function requestsPerMinute({ rate, host }: Flags): number | null {
  if (rate !== undefined) return wholeNumber(rate, "--rate", 1, 1_000_000);
  return host === "127.0.0.1" ? null : usualRate;
}

async function serve(flags: Flags): Promise<void> {
  if (!logLevels.includes(flags.log)) throw new UsageError(`--log takes ${logLevels.join(", ")}`);
  const options: ServeOptions = {
    port: wholeNumber(flags.port ?? (process.env.PORT || defaultPort), "the port", 0, 65_535),
    host: flags.host,
    data: libraryPath(flags.data),
    sample: flags.sample,
    accounts: flags.accounts,
    behindProxy: flags.behindProxy,
    work: flags.work,
    requestsPerMinute: requestsPerMinute(flags),
    metricsToken: process.env.FOOTING_METRICS_TOKEN || null,
    allowHosts: flags.allowHost,
    maxBytes: wholeNumber(flags.maxMb, "--max-mb", 1, 1024) * 1024 * 1024,
    keptBytes: wholeNumber(flags.cacheMb, "--cache-mb", 0, 65_536) * 1024 * 1024,
    logLevel: flags.log,
    packageDir: footingPackage.dir,
    version: footingPackage.version,
  };
  const { startServer } = await import("../../server/main.ts");
  const server = await startServer(options).catch((error: unknown) => {
    throw listening(options, error);
  });
  stopOnSignal(server);
  process.stdout.write(`Footing is open at ${server.url}\n`);
  if (!server.page) {
    process.stdout.write("The page is not built yet (npm run build); the API answers under /api.\n");
  }
}

/** Adds the command. */
export function addServe(program: Command): void {
  program
    .command("serve")
    .description("open the desk: the page and its API")
    .option("--port <number>", `port to listen on (default: PORT, else ${defaultPort}; 0 takes any free one)`)
    .option(
      "--host <address>",
      "address to listen on; others than loopback are open to the network",
      "127.0.0.1",
    )
    .option(
      "--data <file>",
      "the library: a file or postgres://… (default: DATABASE_URL, FOOTING_DATA, else .footing/footing.sqlite)",
    )
    .option("--accounts", "ask who one is; always so on other addresses than loopback", false)
    .option("--behind-proxy", "one proxy stands in front and sets X-Forwarded-For; asks who one is", false)
    .option("--rate <number>", `requests a minute from one address (default: ${usualRate}; none on loopback)`)
    .option("--no-work", "leave the reading of bulk imports to `footing work` (library in PostgreSQL)")
    .option("--no-sample", "do not put the sample into an empty library")
    .option("--allow-host <name...>", "further host names that requests may be sent to", [])
    .option("--max-mb <number>", "largest file to bring in, in MiB", "64")
    .option("--cache-mb <number>", "memory for answers that are given again, in MiB; 0 keeps none", "64")
    .option("--log <level>", `what to log on standard error: ${logLevels.join(", ")}`, "warn")
    .addHelpText(
      "after",
      `
Examples:
  footing serve                               http://127.0.0.1:4600, library in .footing/
  footing serve --port 5000 --data review.sqlite
  PORT=5000 footing serve --no-sample
  footing serve --log info                    one JSON line for each request`,
    )
    .action(serve);
}
