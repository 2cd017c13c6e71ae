/** Audits documents one after another and writes the report as it goes: memory holds one document and the counts. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { AuditedFile, Report, ReportOptions } from "../../core/export/report-types.ts";
import type { Finding } from "../../core/model.ts";
import { InputError, UsageError } from "../cli/errors.ts";
import { readDocumentFile, writeWhole } from "../cli/files.ts";
import { findingsPage } from "../cli/findings.ts";
import { footingPackage } from "../cli/package.ts";
import type { Terminal } from "../cli/terminal.ts";
import type { Flags } from "./flags.ts";
import { progressOn } from "./progress.ts";
import { type Settings, settingsFor } from "./settings.ts";
import { type Sink, sinkTo } from "./sink.ts";
import { startTally, summaryTable, type Tally } from "./summary.ts";

export interface Outcome {
  /** 0 done, 1 a document could not be read, 3 a finding that fails the audit. */
  readonly code: 0 | 1 | 3;
  readonly tally: Tally;
}

const readable = /\.(?:txt|text|md|markdown|html?|xhtml|docx|pdf|xml|nxml|wiki|mediawiki)$/i;
const passedOver = /(?:^|[/\\])(?:\.|node_modules(?:[/\\]|$))/;

/** Returns the documents that the paths name; a folder stands for those below it, in path order. */
export function expand(path: string): string[] {
  if (path === "-" || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => readable.test(name) && !passedOver.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** Whether a finding is as bad as asked: a severity takes the worse ones in, a code only itself. */
export function counts(finding: Finding, failOn: string): boolean {
  if (failOn === "error") return finding.severity === "error";
  if (failOn === "warning") return finding.severity !== "info";
  return finding.code === failOn;
}

interface Writer {
  file(file: AuditedFile): Promise<void>;
  broken(uri: string, message: string): Promise<void>;
  end(tally: Tally): Promise<void>;
  /** After a failure that ends the run. */
  drop(): void;
}

/** Returns how it ended; throws only what concerns the whole run. Every document is read, whatever the others are. */
export async function auditFiles(
  paths: readonly string[],
  flags: Flags,
  terminal: Terminal,
): Promise<Outcome> {
  // A document that is named twice is audited once.
  const files = [...new Set(paths.flatMap(expand))];
  if (files.length === 0)
    throw new InputError(
      "no documents in the folder",
      "It reads txt, md, html, docx, pdf, xml and wiki files.",
    );
  const settings = settingsFor(flags);
  const writer = await writerFor(files, flags, settings(files[0]!), terminal);
  const tally = startTally();
  const progress = progressOn(process.stderr, files.length);
  let [unread, failed] = [0, false];
  try {
    for (const path of files) {
      progress.step(path);
      const uri = path.replaceAll("\\", "/");
      const { options, failOn } = settings(path);
      const audited = await auditFile(path, uri, flags, { options, failOn }).catch((error: unknown) => {
        if (files.length === 1) throw error;
        return problemOf(path, error);
      });
      progress.clear();
      if (typeof audited === "string") {
        unread++;
        tally.add(uri, null, []);
        process.stderr.write(`footing: ${audited}\n`);
        await writer.broken(uri, audited);
        continue;
      }
      const { findings } = audited.file.analysis;
      tally.add(uri, audited.coverage, findings);
      if (failOn !== null && findings.some((f) => counts(f, failOn))) failed = true;
      await writer.file(audited.file);
    }
    await writer.end(tally);
  } catch (error) {
    progress.clear();
    writer.drop();
    throw error;
  }
  return { code: unread > 0 ? 1 : failed ? 3 : 0, tally };
}

const problemOf = (path: string, error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message.startsWith(path) ? message : `${path}: ${message}`;
};

async function auditFile(path: string, uri: string, flags: Flags, { options }: Settings) {
  const { analyse } = await import("../../core/analyse.ts");
  const { coverage } = await import("../../core/audit/coverage.ts");
  const { sift } = await import("../../core/audit/index.ts");
  const document = await readDocumentFile(path, flags.bibliography);
  const whole = analyse(document, { audit: { ...options, suppressions: [] } });
  const { kept, suppressed } = sift(whole.findings, options.suppressions ?? [], document, whole.sections);
  const analysis = { ...whole, findings: kept };
  const placed = path !== "-" && (document.format === "markdown" || document.format === "html");
  const source = placed ? await textOf(path) : null;
  const file: AuditedFile = { uri, analysis, suppressed, source };
  return { file, coverage: coverage(analysis) };
}

async function textOf(path: string): Promise<string> {
  const { claimedEncoding, decode } = await import("../../core/read/decode.ts");
  const bytes = readFileSync(path);
  return decode(bytes, claimedEncoding(bytes)).text;
}

async function writerFor(
  files: readonly string[],
  flags: Flags,
  { options }: Settings,
  terminal: Terminal,
): Promise<Writer> {
  const list = options.retractions ?? null;
  const report: ReportOptions = {
    version: footingPackage.version,
    asOf: options.asOf ?? null,
    retractions: list && { hash: list.hash, upTo: list.upTo, rows: list.rows },
  };
  switch (flags.format) {
    case "text":
      return textWriter(files.length, flags, terminal, list !== null);
    case "html":
    case "markdown":
      return files.length === 1
        ? pageWriter(flags.format, flags, report)
        : folderWriter(flags.format, files, flags, report);
    case "json":
      return streamWriter((await import("../../core/export/report-json.ts")).jsonReport(report), flags);
    case "sarif":
      return streamWriter((await import("../../core/export/sarif.ts")).sarifReport(report), flags);
    case "csv":
      return streamWriter((await import("../../core/export/findings-csv.ts")).findingsCsv(report), flags);
    case "junit":
      return streamWriter((await import("../../core/export/junit.ts")).junitReport(report), flags);
    default:
      return flags.format satisfies never;
  }
}

/** One file that grows with each document. */
async function streamWriter(report: Report, { output }: Flags): Promise<Writer> {
  const sink = sinkTo(output);
  await sink.write(report.head);
  return {
    file: (file) => sink.write(report.file(file)),
    broken: (uri, message) => sink.write(report.broken(uri, message)),
    async end() {
      await sink.write(report.foot());
      sink.close();
    },
    drop: () => sink.drop(),
  };
}

/** Pages for a terminal; of several documents the errors and a table, unless more is asked for. */
function textWriter(
  total: number,
  { output, show }: Flags,
  terminal: Terminal,
  hasRetractions: boolean,
): Writer {
  const sink: Sink = sinkTo(output);
  const least = show ?? (total > 1 ? "error" : "info");
  return {
    async file({ uri, analysis, suppressed = [], source = null }) {
      await sink.write(
        findingsPage(analysis, uri, terminal, {
          least,
          several: total > 1,
          dismissed: suppressed.length,
          source,
        }),
      );
    },
    broken: () => Promise.resolve(),
    async end(tally) {
      if (total > 1) await sink.write(summaryTable(tally, terminal));
      // Silence on retractions would read as clearance.
      if (!hasRetractions)
        await sink.write(terminal.style("dim", "Retractions were not looked up: no list (--retractions).\n"));
      sink.close();
    },
    drop: () => sink.drop(),
  };
}

async function pageOf(
  format: "html" | "markdown",
  review: string | undefined,
): Promise<(file: AuditedFile, options: ReportOptions) => string> {
  if (format === "html") {
    const { htmlAudit } = await import("../../core/export/report-html.ts");
    if (review === undefined) return htmlAudit;
    const reviews = (await import("./review.ts")).readReview(review);
    return (file, options) => htmlAudit(file, options, reviews);
  }
  return (await import("../../core/export/report-markdown.ts")).markdownAudit;
}

/** One document, one page. */
async function pageWriter(
  format: "html" | "markdown",
  { output, review }: Flags,
  report: ReportOptions,
): Promise<Writer> {
  const page = await pageOf(format, review);
  const sink = sinkTo(output);
  return {
    file: (file) => sink.write(page(file, report)),
    broken: () => Promise.resolve(),
    end: () => Promise.resolve(sink.close()),
    drop: () => sink.drop(),
  };
}

/** A folder with a page for each document and an index. */
async function folderWriter(
  format: "html" | "markdown",
  files: readonly string[],
  { output, review }: Flags,
  report: ReportOptions,
): Promise<Writer> {
  if (output === undefined || output === "-" || (existsSync(output) && !statSync(output).isDirectory()))
    throw new UsageError(`audit: name a folder for ${files.length} ${format} reports (-o FOLDER)`);
  mkdirSync(output, { recursive: true });
  const page = await pageOf(format, review);
  const { reportIndex } = await import("../../core/export/report-index.ts");
  const extension = format === "html" ? "html" : "md";
  const names = pageNames(files, extension);
  return {
    async file(file) {
      writeWhole(join(output, names.get(file.uri)!), page(file, report));
    },
    broken: () => Promise.resolve(),
    async end({ lines }) {
      const rows = lines.map(({ name, coverage }) => ({
        name,
        page: coverage && names.get(name)!,
        coverage,
      }));
      writeWhole(join(output, `index.${extension}`), reportIndex(format, rows, report));
    },
    drop: () => undefined,
  };
}

/** A page's name is its document's path, flattened; equal ones are told apart by a number. */
function pageNames(files: readonly string[], extension: string): ReadonlyMap<string, string> {
  const taken = new Set<string>([`index.${extension}`]);
  return new Map(
    files.map((path) => {
      const uri = path.replaceAll("\\", "/");
      const stem =
        uri
          .replace(/[^\p{L}\p{N}._-]+/gu, "-")
          .replace(/^[-.]+/, "")
          .slice(-120) || "document";
      let name = `${stem}.${extension}`;
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}.${extension}`;
      taken.add(name.toLowerCase());
      return [uri, name];
    }),
  );
}
