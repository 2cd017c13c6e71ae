/**
 * Findings as JUnit XML, so that a document fails in a build as code does: a suite for each document, a test for each
 * rule. Errors and warnings fail their test; what is only worth knowing is its output.
 */
import { pageOf } from "../audit/describe.ts";
import { rules } from "../audit/index.ts";
import { groupBy } from "../group-by.ts";
import type { Finding } from "../model.ts";
import { fileRegions } from "../text-position.ts";
import { oneLine } from "./one-line.ts";
import type { AuditedFile, Report, ReportOptions } from "./report-types.ts";
import { attributes, xml } from "./xml.ts";

/** Returns the report. A broken document is a suite with one test in error. */
export function junitReport(options: ReportOptions): Report {
  return {
    head: `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: `Footing ${options.version}` })}>\n`,
    file: suiteOf,
    broken: (uri, message) =>
      `<testsuite${attributes({ name: uri, tests: 1, failures: 0, errors: 1 })}>\n<testcase${attributes({ classname: uri, name: "readable" })}><error${attributes({ message: oneLine(message) })}/></testcase>\n</testsuite>\n`,
    foot: () => "</testsuites>\n",
  };
}

function suiteOf({ uri, analysis, suppressed = [], source = null }: AuditedFile): string {
  const regionOf = fileRegions(analysis.document, source);
  const byCode = groupBy(analysis.findings, (f) => f.code);
  const lineOf = (finding: Finding): string => {
    const [span] = finding.spans;
    const at = span ? regionOf(span)?.start : null;
    const quote = finding.quote === "" ? "" : ` “${oneLine(finding.quote)}”`;
    return `${uri}${at ? `:${at.line}:${at.column}` : ""}: ${finding.severity}: ${oneLine(finding.message)}${quote}`;
  };
  let failures = 0;
  const cases = rules.map(({ code }) => {
    const found = byCode.get(code) ?? [];
    const worst = found.filter((f) => f.severity !== "info");
    if (worst.length > 0) failures++;
    const text =
      found.length === 0
        ? ""
        : xml(`${found.map(lineOf).join("\n")}\nSee ${pageOf(code)}`).replaceAll("&#10;", "\n");
    const body =
      found.length === 0
        ? ""
        : worst.length > 0
          ? `<failure${attributes({ type: code, message: `${found.length} of ${code}` })}>${text}</failure>`
          : `<system-out>${text}</system-out>`;
    const set = attributes({ classname: uri, name: code });
    return body === "" ? `<testcase${set}/>` : `<testcase${set}>${body}</testcase>`;
  });
  const dismissed = suppressed.map(
    ({ finding, reason }) => `${finding.code} “${oneLine(finding.quote)}”: ${oneLine(reason)}`,
  );
  const properties = `<properties><property${attributes({ name: "sha256", value: analysis.document.hash })}/>${dismissed
    .map((value) => `<property${attributes({ name: "dismissed", value })}/>`)
    .join("")}</properties>\n`;
  return `<testsuite${attributes({ name: uri, tests: rules.length, failures, errors: 0 })}>\n${properties}${cases.join("\n")}\n</testsuite>\n`;
}
