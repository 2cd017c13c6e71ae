/** An analysis as a page of text for a person: claims with what they rest on, notes, sources, findings. */
import { buildGraph, withdraw } from "../../core/graph/index.ts";
import { groupBy } from "../../core/group-by.ts";
import type { Analysis, CitationItem, Edge, Note, Source, Statement, StatementId } from "../../core/model.ts";
import { citationLine } from "./citation.ts";
import { createPage, heading, type Page, place, plural, quoted, sides } from "./page.ts";
import { printable, type Terminal, wrap } from "./terminal.ts";

/** Columns before the words of a claim: room for "12.34" and two blanks. */
const indent = 7;

function edgeLines(page: Page, edge: Edge): string[] {
  const note = edge.note === null ? undefined : page.notes.get(edge.note);
  const way =
    note?.label != null
      ? `note ${printable(note.label)}`
      : quoted(page.markers.get(edge.marker)?.text ?? "", 24);
  const scope = edge.scope === "direct" ? "direct" : `carried, ${edge.plausibility}`;
  const how = [scope, way, ...(edge.form === "full" ? [] : [edge.form])].join(" · ");
  const rule = edge.scope === "direct" ? "━" : "┅";
  const label = page.sources.get(edge.source)?.label ?? edge.source;
  return sides(`${rule} ${printable(label)}${place(edge.pinpoint)}`, how, indent, page.terminal);
}

/** What came of a citation that leads to no source. */
function refusal({ resolution }: CitationItem): string {
  switch (resolution.kind) {
    case "refused":
      return `${resolution.reason.replaceAll("-", " ")}: ${resolution.basis.rule}`;
    case "none":
      return resolution.basis.rule;
    case "resolved":
      return resolution.basis.rule;
    default:
      return resolution satisfies never;
  }
}

function claimLines(page: Page, claim: Statement): string[] {
  const { style, width } = page.terminal;
  const label = claim.label.padStart(indent - 2);
  const [first = "", ...others] = wrap(claim.text, width, `${label}  `);
  const edges = page.edgesByClaim.get(claim.id) ?? [];
  const open = (page.openByClaim.get(claim.id) ?? []).flatMap((o) => page.items.get(o.item) ?? []);
  return [
    first.replace(label, style("bold", label)),
    ...others,
    ...edges.flatMap((edge) => edgeLines(page, edge)),
    ...open.flatMap((item) =>
      sides(`? ${quoted(item.raw, 34)}`, `${item.form} · ${refusal(item)}`, indent, page.terminal),
    ),
    ...(edges.length + open.length === 0 ? [style("red", `${" ".repeat(indent)}✕ no citation`)] : []),
  ];
}

function claimsPart(page: Page): string[] {
  const { style, width } = page.terminal;
  let section: string | null = null;
  return page.analysis.statements
    .filter((s) => s.kind === "claim")
    .flatMap((claim) => {
      const opens = claim.section !== section;
      section = claim.section;
      const title =
        opens && section !== null ? ["", ...wrap(section, width).map((l) => style("blue", l))] : [];
      return [...title, ...claimLines(page, claim)];
    });
}

function headPart({ analysis, terminal, edgesByClaim }: Page): string[] {
  const { document, statements, markers, notes, sources, edges } = analysis;
  const claims = statements.filter((s) => s.kind === "claim");
  const cited = claims.map((c) => edgesByClaim.get(c.id) ?? []).filter((list) => list.length > 0);
  const directly = cited.filter((list) => list.some((e) => e.scope === "direct")).length;
  const direct = edges.filter((e) => e.scope === "direct").length;
  const aside = [...groupBy(statements, (s) => s.kind)]
    .filter(([kind]) => kind !== "claim")
    .map(([kind, list]) => `${list.length} ${kind}`);
  const name = printable(document.name ?? "standard input");
  const lines = [
    `${plural(claims.length, "claim")}: ${directly} cited directly, ${cited.length - directly} by a later marker of ` +
      `the paragraph only (carried), ${claims.length - cited.length} uncited.`,
    `${plural(markers.length, "marker")}, ${plural(notes.length, "note")}, ${plural(sources.length, "source")}; ` +
      `${plural(direct, "direct edge")}, ${edges.length - direct} carried.`,
    ...(aside.length > 0 ? [`Beside the claims: ${aside.join(", ")}.`] : []),
    ...document.notices.map((notice) => `Reader: ${notice.message}`),
  ];
  return [
    ...wrap(document.title ?? name, terminal.width).map((l) => terminal.style("bold", l)),
    terminal.style("dim", [name, document.format, document.language].filter((f) => f !== null).join(" · ")),
    "",
    ...lines.flatMap((line) => wrap(line, terminal.width)),
  ];
}

function itemLines(page: Page, item: CitationItem): string[] {
  const { resolution } = item;
  const source = resolution.kind === "resolved" ? page.sources.get(resolution.source) : undefined;
  if (source === undefined)
    return sides(`${item.form} ${quoted(item.raw, 40)}`, refusal(item), indent, page.terminal);
  const words = item.form === "full" ? item.form : `${item.form} ${quoted(item.raw, 30)}`;
  const sure = resolution.basis.confidence === "certain" ? "" : ` (${resolution.basis.confidence})`;
  return sides(
    `${words} → ${source.key}${place(item.pinpoint)}`,
    `${resolution.basis.rule}${sure}`,
    indent,
    page.terminal,
  );
}

function noteLines(page: Page, note: Note, items: readonly CitationItem[], calls: number): string[] {
  const { terminal, analysis } = page;
  const label = (note.label ?? "–").padStart(indent - 2);
  const words = analysis.commentary.filter((c) => c.note === note.id).length;
  const facts = [
    note.type,
    calls === 0 ? "no marker calls it" : plural(calls, "marker"),
    ...(words > 0 ? ["with commentary"] : []),
    ...(items.length === 0 ? ["cites nothing"] : []),
  ].join(", ");
  return [
    `${terminal.style("bold", label)}  ${terminal.style("dim", facts)}`,
    ...items.flatMap((item) => itemLines(page, item)),
  ];
}

function notesPart(page: Page): string[] {
  const { analysis, terminal } = page;
  if (analysis.notes.length === 0) return [];
  const items = groupBy(analysis.items, (item) => item.note);
  const calls = groupBy(
    analysis.markers.flatMap((m) => m.notes),
    (note) => note,
  );
  return [
    ...heading("Notes", terminal),
    ...analysis.notes.flatMap((note) =>
      noteLines(page, note, items.get(note.id) ?? [], calls.get(note.id)?.length ?? 0),
    ),
  ];
}

function sourcesPart(page: Page): string[] {
  const { analysis, terminal } = page;
  if (analysis.sources.length === 0) return [];
  const graph = buildGraph(analysis);
  const labels = (ids: readonly StatementId[]) =>
    ids.map((id) => page.statements.get(id)?.label || id).join(" ");
  const verb = (ids: readonly StatementId[]) => (ids.length === 1 ? "falls" : "fall");
  const lines = (source: Source): string[] => {
    const { falls, fallsIfCarried, weakened } = withdraw(graph, [source.id]);
    const fates = [
      ...(falls.length > 0 ? [`${labels(falls)} ${verb(falls)}`] : []),
      ...(fallsIfCarried.length > 0
        ? [`${labels(fallsIfCarried)} (carried only) ${verb(fallsIfCarried)}`]
        : []),
      ...(weakened.length > 0 ? [`${labels(weakened)} weakened`] : []),
    ];
    return [
      terminal.style("bold", printable(source.key)),
      ...wrap(citationLine(source), terminal.width, "  "),
      ...wrap(
        fates.length === 0 ? "no claim rests on it" : `without it: ${fates.join("; ")}`,
        terminal.width,
        "  ",
      ).map((l) => terminal.style("dim", l)),
    ];
  };
  return [...heading("Sources", terminal), ...analysis.sources.flatMap(lines)];
}

function findingsPart({ analysis, terminal }: Page): string[] {
  if (analysis.findings.length === 0) return [];
  const bySeverity = groupBy(analysis.findings, (f) => f.severity);
  const lines = (["error", "warning", "info"] as const).flatMap((severity) => {
    const codes = groupBy(bySeverity.get(severity) ?? [], (f) => f.code);
    if (codes.size === 0) return [];
    const list = [...codes].map(([code, all]) => (all.length > 1 ? `${code} (${all.length})` : code));
    return wrap(list.join(", "), terminal.width, `  ${severity.padEnd(9)}`);
  });
  return [...heading("Findings", terminal), ...lines];
}

/** Returns the outline; ends with a line end. */
export function outlinePage(analysis: Analysis, terminal: Terminal): string {
  const page = createPage(analysis, terminal);
  const parts = [headPart, claimsPart, notesPart, sourcesPart, findingsPart];
  return `${parts.flatMap((part) => part(page)).join("\n")}\n`;
}
