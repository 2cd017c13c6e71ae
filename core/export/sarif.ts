/** Findings as SARIF 2.1.0, so that code-scanning sites show them in place. */
import { rules } from "../audit/index.ts";
import type { Analysis, Finding } from "../model.ts";
import { positionsIn } from "../text-position.ts";

const levels: Readonly<Record<Finding["severity"], string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** Formats whose canonical text is the file itself, so that lines and columns are the file's own. */
const inPlace = new Set(["text"]);

export interface AuditedFile {
  /** The address of the file as given, with forward slashes. */
  readonly uri: string;
  readonly analysis: Analysis;
}

function locations(file: AuditedFile, finding: Finding, at: ReturnType<typeof positionsIn>): unknown[] {
  const artifactLocation = { uri: encodeURI(file.uri) };
  const span = finding.spans[0];
  if (!span || !inPlace.has(file.analysis.document.format))
    return [{ physicalLocation: { artifactLocation } }];
  const [start, end] = [at(span.start), at(span.end)];
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    snippet: { text: file.analysis.document.text.slice(span.start, span.end) },
  };
  return [{ physicalLocation: { artifactLocation, region } }];
}

/** Returns the log of one run over the files. Columns count UTF-16 units. The same bytes for the same findings. */
export function toSarif(files: readonly AuditedFile[], version: string): string {
  const index = new Map(rules.map((r, i) => [r.code, i]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Footing",
            version,
            rules: rules.map((r) => ({
              id: r.code,
              shortDescription: { text: r.rule },
              help: { text: r.remedy },
              defaultConfiguration: { level: levels[r.severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: files.flatMap((file) => {
          const at = positionsIn(file.analysis.document.text);
          return file.analysis.findings.map((finding) => ({
            ruleId: finding.code,
            ruleIndex: index.get(finding.code) ?? -1,
            level: levels[finding.severity],
            message: { text: finding.message },
            locations: locations(file, finding, at),
            partialFingerprints: { "footing/1": finding.id },
          }));
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
