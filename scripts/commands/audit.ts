/** `footing audit`: the findings of documents, for a person, a program or a code-scanning site. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Finding } from "../../core/model.ts";
import { InputError, UsageError } from "../cli/errors.ts";
import { output, readDocumentFile } from "../cli/files.ts";
import { findingsPage, summary } from "../cli/findings.ts";
import { footingPackage } from "../cli/package.ts";
import { terminalFor } from "../cli/terminal.ts";

interface Flags {
  readonly format: "text" | "json" | "sarif";
  readonly output?: string;
  readonly asOf?: string;
  readonly failOn?: string;
  readonly bibliography: readonly string[];
}

const readable = /\.(?:txt|md|markdown|html?|docx|pdf|xml|wiki)$/i;

/** A folder stands for the documents below it, in path order. */
function expand(path: string): string[] {
  if (path === "-" || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => readable.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** Whether a finding is as bad as the flag says: a severity takes the worse ones in, a code only itself. */
function counts(finding: Finding, failOn: string): boolean {
  if (failOn === "error") return finding.severity === "error";
  if (failOn === "warning") return finding.severity !== "info";
  return finding.code === failOn;
}

async function audit(paths: readonly string[], flags: Flags): Promise<void> {
  const { analyse } = await import("../../core/analyse.ts");
  const { rules } = await import("../../core/audit/index.ts");
  const { failOn } = flags;
  if (failOn !== undefined && !["error", "warning", ...rules.map((r) => r.code)].includes(failOn))
    throw new UsageError(
      `--fail-on ${failOn}: neither error, warning nor a code of \`footing audit --list\``,
    );
  const files = paths.flatMap(expand);
  if (files.length === 0)
    throw new InputError("no documents in the folder", "It reads txt, md, html, docx, pdf, xml.");
  const audited = [];
  const broken: string[] = [];
  for (const [i, path] of files.entries()) {
    if (files.length > 1 && process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${files.length}`);
    try {
      const document = await readDocumentFile(path, flags.bibliography);
      const analysis = analyse(document, { audit: { asOf: flags.asOf ?? null } });
      audited.push({ uri: path.replaceAll("\\", "/"), analysis });
    } catch (error) {
      if (!(error instanceof InputError) || files.length === 1) throw error;
      broken.push(error.message);
    }
  }
  if (files.length > 1 && process.stderr.isTTY) process.stderr.write("\r");
  output(await render(audited, flags), flags.output);
  for (const message of broken) process.stderr.write(`footing: ${message}\n`);
  const failing =
    failOn !== undefined && audited.some((a) => a.analysis.findings.some((f) => counts(f, failOn)));
  if (broken.length > 0 || failing) process.exitCode = broken.length > 0 ? 1 : 3;
}

async function render(
  audited: readonly { readonly uri: string; readonly analysis: import("../../core/model.ts").Analysis }[],
  { format, output: path }: Flags,
): Promise<string> {
  switch (format) {
    case "json": {
      const findings = audited.map(({ uri, analysis }) => ({ file: uri, findings: analysis.findings }));
      return `${JSON.stringify(findings, null, 2)}\n`;
    }
    case "sarif": {
      const { toSarif } = await import("../../core/export/sarif.ts");
      return toSarif(audited, footingPackage.version);
    }
    case "text": {
      const terminal = terminalFor(path === undefined || path === "-" ? process.stdout : {}, process.env);
      const pages = audited.map(({ uri, analysis }) => findingsPage(analysis, uri, terminal));
      const table =
        audited.length > 1 ? audited.map(({ uri, analysis }) => summary(analysis, uri)).join("\n") : "";
      return pages.join("\n") + (table === "" ? "" : `\n${table}\n`);
    }
    default:
      return format satisfies never;
  }
}

async function list(): Promise<void> {
  const { rules } = await import("../../core/audit/index.ts");
  process.stdout.write(rules.map((r) => `${r.severity.padEnd(8)}${r.code.padEnd(28)}${r.rule}\n`).join(""));
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
    .addOption(
      new Option("--format <format>", "how to report").choices(["text", "json", "sarif"]).default("text"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("--as-of <date>", "judge the age of sources at this date", isoDate)
    .option("--fail-on <what>", "exit with 3 when there is an error, a warning or a finding of this code")
    .option("--bibliography <file...>", "BibTeX or CSL-JSON files that the documents cite from", [])
    .option("--list", "list the rules", false)
    .addHelpText(
      "after",
      `
Exit codes: 0 done, 1 a document could not be read, 2 wrong call, 3 --fail-on met.

Examples:
  footing audit page.txt
  footing audit guidelines/ --fail-on error
  footing audit page.txt --as-of 2026-01-01 --format sarif -o page.sarif
  footing audit --list`,
    )
    .action(async (files: readonly string[], flags: Flags & { readonly list: boolean }) => {
      if (flags.list) return list();
      if (files.length === 0)
        throw new UsageError("audit: name a document or a folder (footing audit --help)");
      return audit(files, flags);
    });
}
