/** Findings as a page for a person: by section, each with its line, its words underlined, and what to do. */
import type { Analysis, Finding, Severity } from "../../core/model.ts";
import { positionsIn } from "../../core/text-position.ts";
import { plural } from "./page.ts";
import { clip, columns, printable, type Style, type Terminal, wrap } from "./terminal.ts";

const colours: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", info: "blue" };

/** Returns the section in which an offset lies, or null. Sections are in text order. */
function sectionAt(analysis: Analysis, offset: number): string | null {
  const inside = analysis.sections.filter((s) => s.start <= offset && offset < s.end);
  return inside.at(-1)?.title ?? null;
}

/** The line of the text with the span underlined, cut to the width around the span. */
function excerpt(analysis: Analysis, finding: Finding, { width, style }: Terminal): string[] {
  const span = finding.spans[0];
  if (!span) return [];
  const { text } = analysis.document;
  const lineStart = Math.max(text.lastIndexOf("\n", span.start - 1) + 1, span.start - 24);
  const before = printable(text.slice(lineStart, span.start).replace(/^\S*\s/, ""));
  const gap = before === "" || !/\s$/.test(text.slice(lineStart, span.start)) ? "" : " ";
  const lead = `${before}${gap}`;
  const words = clip(printable(text.slice(span.start, span.end)), width - 4 - columns(lead));
  const tail = clip(
    printable(text.slice(span.end, span.end + 60)),
    Math.max(0, width - 5 - columns(lead + words)),
  );
  const margin = "    ";
  return [
    `${margin}${style("dim", lead)}${words}${words.endsWith("…") ? "" : style("dim", `${/^\s/.test(text[span.end] ?? "") ? " " : ""}${tail}`)}`.trimEnd(),
    `${margin}${" ".repeat(columns(lead))}${style(colours[finding.severity], "~".repeat(Math.max(1, columns(words))))}`,
  ];
}

/** Returns the report of one document; ends with a line break. */
export function findingsPage(analysis: Analysis, name: string, terminal: Terminal): string {
  const { style, width } = terminal;
  const at = positionsIn(analysis.document.text);
  const lines: string[] = [];
  let section: string | null | undefined;
  for (const finding of analysis.findings) {
    const span = finding.spans[0];
    const here = span ? sectionAt(analysis, span.start) : null;
    if (here !== section) lines.push("", style("bold", printable(here ?? name)));
    section = here;
    const place = span ? `${at(span.start).line}:${at(span.start).column}` : "document";
    lines.push(
      `  ${style(colours[finding.severity], finding.severity)} ${finding.code} ${style("dim", place)}`,
    );
    lines.push(...wrap(finding.message, width, "    "), ...excerpt(analysis, finding, terminal));
  }
  return `${[...lines, "", summary(analysis, name)].join("\n").trimStart()}\n`;
}

/** Returns the one line that counts a document's findings and coverage. */
export function summary(analysis: Analysis, name: string): string {
  const count = (severity: Severity): number =>
    analysis.findings.filter((f) => f.severity === severity).length;
  const claims = analysis.statements.filter((s) => s.kind === "claim");
  const scopes = new Map<string, Set<string>>();
  for (const edge of analysis.edges)
    scopes.set(edge.claim, (scopes.get(edge.claim) ?? new Set()).add(edge.scope));
  const direct = claims.filter((c) => scopes.get(c.id)?.has("direct")).length;
  const carried = claims.filter((c) => scopes.has(c.id) && !scopes.get(c.id)?.has("direct")).length;
  return `${printable(name)}: ${plural(count("error"), "error")}, ${plural(count("warning"), "warning")}, ${count("info")} info; ${plural(claims.length, "claim")}, ${direct} cited directly, ${carried} carried, ${claims.length - direct - carried} not cited`;
}
