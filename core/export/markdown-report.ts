/** What a document's claims rest on, as Markdown for people: counts, claims with their sources, load of each source. */
import { buildGraph, load, withdraw } from "../graph/index.ts";
import type { Finding } from "../model.ts";
import { correctionWords, verdictWords } from "../review/index.ts";
import { type EvidenceInput, narrowed, type Selection } from "./input.ts";
import { citationKeys } from "./keys.ts";
import { markdown } from "./markdown-text.ts";
import { pinpointText } from "./pinpoints.ts";
import { type EvidenceRow, evidenceRows } from "./rows.ts";
import { type PairReview, pairReview, reviewed } from "./verdicts.ts";

export type ReportInput = EvidenceInput & { readonly findings: readonly Finding[] };

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Returns the report. Same bytes for the same input; the document is named with the hash of its bytes. */
export function toMarkdownReport(input: ReportInput, selection?: Selection): string {
  const part = narrowed(input, selection);
  const rows = evidenceRows(part);
  const { document } = input;
  const name = document.title ?? document.name ?? "Document";
  return `${[
    `# What the claims rest on: ${markdown(name)}`,
    summary(part, rows),
    `File ${markdown(document.name ?? "pasted text")}, SHA-256 \`${document.hash}\`.`,
    "## Claims",
    claimTable(part, rows),
    "## Sources",
    sourceTable(input, part),
    ...correctionList(part),
    ...(input.findings.length === 0 ? [] : ["## Findings", findingTable(input.findings)]),
    "“Rests on” says what is cited, not what is proved. A *carried* citation stands later in the paragraph.",
  ].join("\n\n")}\n`;
}

function summary(part: EvidenceInput, rows: readonly EvidenceRow[]): string {
  const direct = new Set(
    rows.flatMap((r) => (r.kind === "cited" && r.edge.scope === "direct" ? [r.claim.id] : [])),
  );
  const cited = new Set(rows.flatMap((r) => (r.kind === "cited" ? [r.claim.id] : [])));
  const all = new Set(rows.map((r) => r.claim.id));
  return (
    `${counted(all.size, "claim")}: ${direct.size} cited directly, ${cited.size - direct.size} by a carried ` +
    `citation only, ${all.size - cited.size} not cited. ${counted(part.sources.length, "source")}.`
  );
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function claimTable(part: EvidenceInput, rows: readonly EvidenceRow[]): string {
  const keys = citationKeys(part.sources);
  const withVerdicts = reviewed(part);
  return table(
    ["#", "Claim", "Source", "Pinpoint", "Scope", ...(withVerdicts ? ["Verdict"] : [])],
    rows.map((row) => {
      const claim = [markdown(row.claim.label), markdown(row.claim.text)];
      if (row.kind === "uncited")
        return [...claim, row.open > 0 ? "*unresolved*" : "*none*", "", "", ...(withVerdicts ? [""] : [])];
      const { source, edge } = row;
      const name = `${markdown(source.label)} \\[${markdown(keys.get(source.id)!)}\\]`;
      return [
        ...claim,
        name,
        edge.pinpoint === null ? "" : markdown(pinpointText(edge.pinpoint)),
        edge.scope,
        ...(withVerdicts ? [verdictText(pairReview(part, edge))] : []),
      ];
    }),
  );
}

function verdictText(review: PairReview | null): string {
  if (review === null) return "";
  return review.verdict === null ? "*reviewers differ*" : verdictWords[review.verdict].label;
}

function sourceTable(input: EvidenceInput, part: EvidenceInput): string {
  const graph = buildGraph(input);
  const labels = new Map(input.statements.map(({ id, label }) => [id as string, label]));
  const list = (ids: readonly string[]): string => markdown(ids.map((id) => labels.get(id) ?? id).join(", "));
  return table(
    ["Source", "Title", "Cited directly by", "Carried to", "Falls without it"],
    part.sources.map((source) => {
      const { direct, carried } = load(graph, source.id);
      const { falls, fallsIfCarried } = withdraw(graph, [source.id]);
      const only = fallsIfCarried.length > 0 ? ` (carried: ${list(fallsIfCarried)})` : "";
      return [
        markdown(source.label),
        markdown(source.csl.title ?? ""),
        list(direct),
        list(carried),
        `${list(falls)}${only}`,
      ];
    }),
  );
}

function correctionList({ sources, corrections }: EvidenceInput): readonly string[] {
  const lines = sources.flatMap(({ id, label }) =>
    correctionWords(corrections?.get(id)).map((words) => `- ${markdown(label)}. ${markdown(words)}`),
  );
  return lines.length === 0 ? [] : ["Put right by reviewers:", lines.join("\n")];
}

function findingTable(findings: readonly Finding[]): string {
  return table(
    ["Severity", "Finding", "Where"],
    findings.map((f) => [f.severity, `${markdown(f.message)} \\(${markdown(f.code)}\\)`, markdown(f.quote)]),
  );
}
