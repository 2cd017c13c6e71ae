/** Findings as JSON: one object for each document, with coverage, and its dismissed findings apart. */

import { coverage } from "../audit/coverage.ts";
import { pageOf } from "../audit/describe.ts";
import { fileRegions } from "../text-position.ts";
import { type AuditedFile, joined, type Report, type ReportOptions } from "./report-types.ts";

/** Returns the report: an array with an entry for each document, `error` instead of findings for a broken one. */
export function jsonReport(options: ReportOptions): Report {
  const next = joined(",\n");
  const entry = (value: unknown): string => next(JSON.stringify(value, null, 2));
  return {
    head: "[\n",
    file: (file) => entry(entryOf(file, options)),
    broken: (uri, message) => entry({ file: uri, error: message }),
    foot: () => "\n]\n",
  };
}

function entryOf(
  { uri, analysis, suppressed = [], source = null }: AuditedFile,
  options: ReportOptions,
): unknown {
  const regionOf = fileRegions(analysis.document, source);
  return {
    file: uri,
    hash: analysis.document.hash,
    footing: options.version,
    asOf: options.asOf ?? null,
    retractions: options.retractions ?? null,
    coverage: coverage(analysis),
    findings: analysis.findings.map((finding) => {
      const [span] = finding.spans;
      return { ...finding, region: span ? regionOf(span) : null, page: pageOf(finding.code) };
    }),
    suppressed: suppressed.map(({ finding, reason, by }) => ({
      id: finding.id,
      code: finding.code,
      quote: finding.quote,
      reason,
      by,
    })),
  };
}
