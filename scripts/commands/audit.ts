/** `footing audit`: the findings of documents, for a person, a program or a code-scanning site. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Flags, formats } from "../audit/flags.ts";
import { failureOf, UsageError } from "../cli/errors.ts";
import { terminalFor } from "../cli/terminal.ts";

/** As commander gives them. */
type Given = Omit<Call, "config"> & { readonly config?: string | boolean; readonly json?: true };

interface Call extends Flags {
  readonly list: boolean;
  readonly watch: boolean;
  readonly explain?: string;
}

async function checkCode(code: string | undefined, flag: string, also: readonly string[]): Promise<void> {
  const { rules } = await import("../../core/audit/index.ts");
  if (code === undefined || also.includes(code) || rules.some((rule) => rule.code === code)) return;
  throw new UsageError(
    `${flag} ${code}: neither ${[...also, "a code of `footing audit --list`"].join(", ").replace(/, ([^,]*)$/, " nor $1")}`,
  );
}

async function audit(paths: readonly string[], flags: Call): Promise<void> {
  await checkCode(flags.failOn, "--fail-on", ["error", "warning"]);
  if (flags.review !== undefined && flags.format !== "html")
    throw new UsageError("audit: --review needs --format html; the others show no verdicts");
  const page = flags.format === "text" && (flags.output === undefined || flags.output === "-");
  const { auditFiles, expand } = await import("../audit/run.ts");
  const terminal = terminalFor(page ? process.stdout : {}, process.env);
  const run = async (): Promise<void> => {
    const { code } = await auditFiles(paths, flags, terminal);
    process.exitCode = code;
  };
  if (!flags.watch) return run();
  if (paths.includes("-")) throw new UsageError("audit: --watch needs files, not standard input");
  // While watching, a broken document is said and waited for, like every other one.
  const again = (): Promise<void> =>
    run().catch((error: unknown) => void process.stderr.write(failureOf(error).message));
  const ended = new AbortController();
  process.once("SIGINT", () => ended.abort());
  process.once("SIGTERM", () => ended.abort());
  const { watchPaths } = await import("../audit/watch.ts");
  await watchPaths(
    paths.flatMap(expand),
    again,
    ended.signal,
    () => void process.stderr.write("watching; Ctrl-C ends it\n"),
  );
}

async function list(): Promise<void> {
  const { rules } = await import("../../core/audit/index.ts");
  process.stdout.write(rules.map((r) => `${r.severity.padEnd(8)}${r.code.padEnd(28)}${r.rule}\n`).join(""));
}

async function explain(code: string): Promise<void> {
  await checkCode(code, "--explain", []);
  const { rules } = await import("../../core/audit/index.ts");
  const { explain } = await import("../audit/explain.ts");
  const rule = rules.find((r) => r.code === code);
  if (rule) process.stdout.write(explain(rule));
}

function isoDate(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new InvalidArgumentError("A date as 2026-01-31.");
}

/** Adds the command. */
export function addAudit(program: Command): void {
  program
    .command("audit")
    .description("what a reviewer would find: broken chains, uncited claims, dependence on one source")
    .argument("[file...]", "documents or folders; - for standard input")
    .addOption(new Option("--format <format>", "how to report").choices(formats).default("text"))
    .option("--json", "the same as --format json")
    .option("-o, --output <file>", "write to a file; for several html or markdown reports, to a folder")
    .addOption(
      new Option(
        "--show <severity>",
        "as text, report what is at least this grave (default: info, of several documents error)",
      ).choices(["error", "warning", "info"]),
    )
    .option("--fail-on <what>", "exit with 3 when there is an error, a warning or a finding of this code")
    .option("--as-of <date>", "judge the age of sources at this date", isoDate)
    .option("--retractions <file>", "look sources up in this Retraction Watch CSV")
    .option("--review <file>", "with html, show the verdicts of these review events (JSON)")
    .option(
      "--bib, --bibliography <file...>",
      "BibTeX, RIS, EndNote XML or CSL-JSON files that the documents cite from",
      [],
    )
    .option("--config <file>", "this configuration instead of the footing.config.json above each document")
    .option("--no-config", "no configuration")
    .option("--watch", "audit again whenever a document changes", false)
    .option("--list", "list the rules", false)
    .option("--explain <code>", "what a finding means, with examples")
    .addHelpText(
      "after",
      `
Exit codes: 0 done, 1 a document could not be read (the others are reported), 2 wrong call, 3 --fail-on met.

Examples:
  footing audit page.txt
  footing audit page.txt --format html -o page.audit.html
  footing audit page.txt --format html --review review.json -o page.audit.html
  footing audit guidelines/ --fail-on error
  footing audit guidelines/ --format sarif -o audit.sarif
  footing audit page.txt --as-of 2026-01-01 --retractions retraction_watch.csv
  footing audit --explain dangling-marker`,
    )
    .action(async (files: readonly string[], flags: Given) => {
      const { config, json, ...rest } = flags;
      const call: Call = {
        ...rest,
        config: config === true ? undefined : config,
        format: json ? "json" : flags.format,
      };
      if (call.list) return list();
      if (call.explain !== undefined) return explain(call.explain);
      if (files.length === 0)
        throw new UsageError("audit: name a document or a folder (footing audit --help)");
      return audit(files, call);
    });
}
