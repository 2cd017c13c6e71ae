/** Findings as a page for a person: by section, each with its line, its words underlined, and what to do. */
import { coverage } from "../../core/audit/coverage.ts";
import { notAsked } from "../../core/audit/own-work.ts";
import { sectionFinder } from "../../core/audit/sections.ts";
import type { Analysis, Finding, Severity } from "../../core/model.ts";
import { fileRegions } from "../../core/text-position.ts";
import { plural } from "./page.ts";
import { clip, columns, printable, type Style, type Terminal, wrap } from "./terminal.ts";

const colours: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", info: "blue" };
const order: readonly Severity[] = ["error", "warning", "info"];

export interface PageOptions {
  /** Less grave findings are counted and not shown. */
  readonly least?: Severity;
  /** The page is one of several: it is left out when it would show nothing. */
  readonly several?: boolean;
  /** How many findings were dismissed. */
  readonly dismissed?: number;
  /** The decoded text of a Markdown or HTML file, for its lines. */
  readonly source?: string | null;
}

const margin = "    ";
/** Words before the span that are shown, in UTF-16 units. */
const lead = 24;

/** The words around the span on one line, cut to the width, the span's own underlined. */
function excerpt({ document: { text } }: Analysis, finding: Finding, { width, style }: Terminal): string[] {
  const [span] = finding.spans;
  if (!span) return [];
  const lineStart = Math.max(text.lastIndexOf("\n", span.start - 1) + 1, span.start - lead);
  const shown = text.slice(lineStart, span.start);
  // A word that was cut in two is left out.
  const before = printable(
    lineStart > 0 && /\S/.test(text[lineStart - 1]!) ? shown.replace(/^\S*\s?/, "") : shown,
  );
  const first = before === "" || !/\s$/.test(shown) ? before : `${before} `;
  const words = clip(printable(text.slice(span.start, span.end)), width - margin.length - columns(first));
  const gap = /^[^\S\n]/.test(text.slice(span.end, span.end + 1)) ? " " : "";
  const room = width - margin.length - columns(first + words + gap);
  const after =
    words.endsWith("…") || room < 8 ? "" : gap + clip(printable(text.slice(span.end, span.end + 60)), room);
  const underline = "~".repeat(Math.max(1, columns(words)));
  return [
    `${margin}${style("dim", first)}${words}${style("dim", after)}`.trimEnd(),
    `${margin}${" ".repeat(columns(first))}${style(colours[finding.severity], underline)}`,
  ];
}

/** Returns the report of one document; ends with a line end, or is empty. */
export function findingsPage(
  analysis: Analysis,
  name: string,
  terminal: Terminal,
  { least = "info", several = false, dismissed = 0, source = null }: PageOptions = {},
): string {
  const { style, width } = terminal;
  const sectionOf = sectionFinder(analysis.sections);
  const regionOf = fileRegions(analysis.document, source);
  const shown = analysis.findings.filter((f) => order.indexOf(f.severity) <= order.indexOf(least));
  if (several && shown.length === 0) return "";
  const lines: string[] = several ? [style("bold", printable(name))] : [];
  let section: string | null | undefined;
  for (const finding of shown) {
    const [span] = finding.spans;
    const here = span ? sectionOf(span) : null;
    if (here !== section) lines.push("", style("bold", printable(here ?? "The document")));
    section = here;
    const at = span ? regionOf(span)?.start : null;
    const place = at ? `${printable(name)}:${at.line}:${at.column}` : printable(name);
    lines.push(
      `  ${style(colours[finding.severity], finding.severity)} ${finding.code} ${style("dim", place)}`,
    );
    lines.push(...wrap(finding.message, width, margin), ...excerpt(analysis, finding, terminal));
  }
  const hidden = analysis.findings.length - shown.length;
  const [first] = shown;
  const hint = first ? `footing audit --explain ${first.code} says more of a finding.` : "";
  const rest = [
    dismissed > 0 ? `${plural(dismissed, "finding")} dismissed.` : "",
    several && hidden > 0 ? `${hidden} less grave (--show info).` : "",
    several ? "" : hint,
  ].filter((words) => words !== "");
  const foot = several ? [] : [...coverageLines(analysis, terminal), "", summary(analysis, name)];
  const end = rest.length > 0 ? [style("dim", rest.join(" "))] : [];
  return `${[...lines, "", ...foot, ...end].join("\n").trim()}\n${several ? "\n" : ""}`;
}

/** Coverage by section, where there are several. */
function coverageLines(analysis: Analysis, { style, width }: Terminal): string[] {
  const { sections } = coverage(analysis);
  if (sections.length < 2) return [];
  const heads = ["claims", "direct", "carried", "open", "uncited"];
  const room = Math.min(44, Math.max(16, width - heads.length * 9));
  return [
    "",
    style("dim", `${"coverage".padEnd(room)}${heads.map((head) => head.padStart(9)).join("")}`),
    ...sections.map(({ section, claims, direct, carried, open, uncited }) => {
      const title = clip(printable(section ?? "before the first heading"), room - 1);
      return `${title}${" ".repeat(Math.max(1, room - columns(title)))}${[claims, direct, carried, open, uncited].map((n) => String(n).padStart(9)).join("")}`;
    }),
  ];
}

/** Returns the one line that counts a document's findings and coverage. */
export function summary(analysis: Analysis, name: string): string {
  const { findings, claims, direct, carried, open, uncited } = coverage(analysis);
  const own = notAsked(analysis).size;
  const ofThem = own > 0 ? ` (${own} of them about its own work)` : "";
  const unresolved = open > 0 ? `, ${open} with an unresolved citation` : "";
  return `${printable(name)}: ${plural(findings.error, "error")}, ${plural(findings.warning, "warning")}, ${findings.info} info; ${plural(claims, "claim")}, ${direct} cited directly, ${carried} carried${unresolved}, ${uncited} not cited${ofThem}`;
}
