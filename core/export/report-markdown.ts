/** The audit of one document as Markdown for people: coverage, findings by section with what to do, dismissed ones. */

import { coverage } from "../audit/coverage.ts";
import { pageOf } from "../audit/describe.ts";
import { rules } from "../audit/index.ts";
import { sectionFinder } from "../audit/sections.ts";
import type { Finding } from "../model.ts";
import { fileRegions } from "../text-position.ts";
import { markdown } from "./markdown-text.ts";
import type { AuditedFile, ReportOptions } from "./report-types.ts";

const severities = ["error", "warning", "info"] as const;
const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Returns the report; ends with a line end. The same bytes for the same findings. */
export function markdownAudit(file: AuditedFile, options: ReportOptions): string {
  const { analysis, suppressed = [] } = file;
  const { document, findings } = analysis;
  const counts = coverage(analysis);
  const parts = [
    `# Audit: ${markdown(document.title ?? document.name ?? file.uri)}`,
    `${counted(counts.findings.error, "error")}, ${counted(counts.findings.warning, "warning")}, ${counts.findings.info} worth knowing. ` +
      `${counted(counts.claims, "claim")}: ${counts.direct} cited directly, ${counts.carried} by a carried citation only, ` +
      `${counts.open} with a citation that came to no source, ${counts.uncited} not cited. ` +
      `${counted(counts.pairs.direct, "direct pair")} and ${counts.pairs.carried} carried, ${counted(counts.sources, "source")}.`,
    `File \`${file.uri.replaceAll("`", "'")}\`, SHA-256 \`${document.hash}\`. ${conditions(options)}`,
    "## Coverage",
    table(
      ["Section", "Claims", "Direct", "Carried", "Unresolved", "Uncited"],
      counts.sections.map((s) => [
        s.section === null ? "*before the first heading*" : markdown(s.section),
        s.claims,
        s.direct,
        s.carried,
        s.open,
        s.uncited,
      ]),
    ),
    "## Findings",
    findings.length === 0 ? "None." : findingList(file),
    ...(suppressed.length === 0
      ? []
      : [
          "## Dismissed",
          table(
            ["Finding", "Where", "Reason"],
            suppressed.map(({ finding, reason }) => [
              link(finding.code),
              markdown(finding.quote),
              markdown(reason),
            ]),
          ),
        ]),
    ...(findings.length === 0 ? [] : ["## What they mean", glossary(findings)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const link = (code: string): string => `[${code}](${pageOf(code)})`;

/** Under which conditions the audit was made: program, day, retraction list. */
export const conditions = ({ version, asOf, retractions }: ReportOptions): string =>
  `Footing ${version}; the age of sources ${asOf ? `judged at ${asOf}` : "not judged"}; retractions ${
    retractions
      ? `looked up in a list of ${retractions.rows} rows up to ${retractions.upTo ?? "an unknown day"} (SHA-256 ${retractions.hash.slice(0, 12)}…)`
      : "not checked"
  }.`;

function findingList({ analysis, source = null }: AuditedFile): string {
  const sectionOf = sectionFinder(analysis.sections);
  const regionOf = fileRegions(analysis.document, source);
  const lines: string[] = [];
  let section: string | null | undefined;
  for (const finding of analysis.findings) {
    const [span] = finding.spans;
    const here = span ? sectionOf(span) : null;
    if (here !== section || lines.length === 0)
      lines.push(`### ${here === null ? "The document" : markdown(here)}`, "");
    section = here;
    const at = span ? regionOf(span)?.start : null;
    const place = at ? ` (line ${at.line})` : "";
    const quote = finding.quote === "" ? "" : `\n  > ${markdown(finding.quote)}`;
    lines.push(
      `- **${finding.severity}** ${link(finding.code)}${place}: ${markdown(finding.message)}${quote}`,
    );
  }
  return lines
    .join("\n")
    .replace(/\n(### )/g, "\n\n$1")
    .replace(/(### [^\n]*)\n+/g, "$1\n\n");
}

function glossary(findings: readonly Finding[]): string {
  const used = new Set(findings.map((f) => f.code));
  return severities
    .flatMap((severity) => rules.filter((rule) => rule.severity === severity && used.has(rule.code)))
    .map(
      (rule) =>
        `- ${link(rule.code)}: ${markdown(rule.rule)} *${markdown(rule.remedy)}* ${markdown(rule.caution)}`,
    )
    .join("\n");
}
