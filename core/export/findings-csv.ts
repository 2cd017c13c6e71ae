/** Findings as a table for spreadsheets, a row each. UTF-8 with a byte order mark; RFC 4180 otherwise. */
import { pageOf } from "../audit/describe.ts";
import { sectionFinder } from "../audit/sections.ts";
import type { Finding } from "../model.ts";
import { fileRegions } from "../text-position.ts";
import { type Cell, cell } from "./csv.ts";
import type { AuditedFile, Report, ReportOptions } from "./report-types.ts";

const columns = [
  "file",
  "line",
  "column",
  "severity",
  "code",
  "message",
  "quote",
  "section",
  "dismissed",
  "id",
  "hash",
  "page",
  "footing",
] as const;

const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(",")}\r\n`;

/** Returns the report. A broken document has one row with its message. */
export function findingsCsv({ version }: ReportOptions): Report {
  return {
    head: `\ufeff${line(columns)}`,
    file: (file) => rowsOf(file, version).map(line).join(""),
    broken: (uri, message) =>
      line([uri, null, null, "error", "unreadable", message, ...Array(6).fill(null), version]),
    foot: () => "",
  };
}

function rowsOf({ uri, analysis, suppressed = [], source = null }: AuditedFile, version: string): Cell[][] {
  const regionOf = fileRegions(analysis.document, source);
  const sectionOf = sectionFinder(analysis.sections);
  const row = (finding: Finding, dismissed: string | null): Cell[] => {
    const [span] = finding.spans;
    const region = span ? regionOf(span) : null;
    return [
      uri,
      region?.start.line,
      region?.start.column,
      finding.severity,
      finding.code,
      finding.message,
      finding.quote,
      span ? sectionOf(span) : null,
      dismissed,
      finding.id,
      analysis.document.hash,
      pageOf(finding.code),
      version,
    ];
  };
  return [
    ...analysis.findings.map((finding) => row(finding, null)),
    ...suppressed.map(({ finding, reason }) => row(finding, reason)),
  ];
}
