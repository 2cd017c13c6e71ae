/** Findings as SARIF 2.1.0, so that code-scanning sites show them in place. Columns count UTF-16 units. */
import { pageOf } from "../audit/describe.ts";
import { type Rule, rules } from "../audit/index.ts";
import type { Document, Finding } from "../model.ts";
import { fileRegions, type Region } from "../text-position.ts";
import { type AuditedFile, joined, type Report, type ReportOptions, wholeReport } from "./report-types.ts";

export type { AuditedFile } from "./report-types.ts";

const levels: Readonly<Record<Finding["severity"], string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** The standard's media types of what we read; the site needs none of them to show a result. */
const languages: Readonly<Partial<Record<Document["format"], string>>> = {
  markdown: "markdown",
  html: "html",
};

const descriptor = (rule: Rule): unknown => ({
  id: rule.code,
  shortDescription: { text: rule.rule },
  fullDescription: { text: `${rule.rule} ${rule.caution}` },
  help: {
    text: `${rule.remedy} ${rule.caution} See ${pageOf(rule.code)}.`,
    markdown: `**${rule.rule}**\n\n${rule.remedy}\n\n${rule.caution}\n\nSee \`${pageOf(rule.code)}\` or \`footing audit --explain ${rule.code}\`.`,
  },
  defaultConfiguration: { level: levels[rule.severity] },
  properties: { tags: [rule.group], page: pageOf(rule.code) },
});

const index = new Map(rules.map((rule, i) => [rule.code, i]));
const addressOf = (uri: string): string =>
  encodeURI(uri.replace(/\p{Cs}/gu, "\ufffd")).replace(/[?#]/g, encodeURIComponent);

function resultOf(
  { uri, analysis }: AuditedFile,
  finding: Finding,
  region: Region | null,
  suppressions: readonly unknown[] | null,
): unknown {
  const artifactLocation = { uri: addressOf(uri) };
  const [span] = finding.spans;
  const place =
    region === null || span === undefined
      ? { artifactLocation }
      : {
          artifactLocation,
          region: {
            startLine: region.start.line,
            startColumn: region.start.column,
            endLine: region.end.line,
            endColumn: region.end.column,
            snippet: { text: analysis.document.text.slice(span.start, span.end) },
          },
        };
  return {
    ruleId: finding.code,
    ruleIndex: index.get(finding.code) ?? -1,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: place }],
    partialFingerprints: { "footing/1": finding.id },
    ...(suppressions === null ? {} : { suppressions }),
    properties: { quote: finding.quote, data: finding.data },
  };
}

/** Returns the report of one run. The same bytes for the same findings. */
export function sarifReport(options: ReportOptions): Report {
  const next = joined(",\n");
  const driver = { name: "Footing", version: options.version, rules: rules.map(descriptor) };
  const broken: unknown[] = [];
  const artifacts = new Map<string, unknown>();
  return {
    head: `{
"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
"version": "2.1.0",
"runs": [{
"tool": ${JSON.stringify({ driver }, null, 2)},
"columnKind": "utf16CodeUnits",
"results": [
`,
    file(file) {
      const { document, findings } = file.analysis;
      const language = languages[document.format];
      artifacts.set(file.uri, {
        location: { uri: addressOf(file.uri) },
        hashes: { "sha-256": document.hash },
        ...(language === undefined ? {} : { sourceLanguage: language }),
      });
      const regionOf = fileRegions(document, file.source ?? null);
      const region = ({ spans: [span] }: Finding): Region | null => (span ? regionOf(span) : null);
      // Where one result of a run says whether it is suppressed, all of them must (SARIF 3.27.23).
      return [
        ...findings.map((f) => resultOf(file, f, region(f), [])),
        ...(file.suppressed ?? []).map(({ finding, reason, by }) =>
          resultOf(file, finding, region(finding), [
            { kind: by === "comment" ? "inSource" : "external", justification: reason },
          ]),
        ),
      ]
        .map((result) => next(JSON.stringify(result)))
        .join("");
    },
    broken(uri, message) {
      broken.push({
        level: "error",
        message: { text: message },
        locations: [{ physicalLocation: { artifactLocation: { uri: addressOf(uri) } } }],
      });
      return "";
    },
    foot: () => `
],
"artifacts": ${JSON.stringify([...artifacts.values()], null, 1)},
"invocations": ${JSON.stringify([
      {
        executionSuccessful: broken.length === 0,
        ...(broken.length === 0 ? {} : { toolExecutionNotifications: broken }),
      },
    ])}
}]
}
`,
  };
}

/** Returns the log of one run over files that are all at hand. */
export const toSarif = (files: readonly AuditedFile[], version: string): string =>
  wholeReport(sarifReport({ version }), files);
