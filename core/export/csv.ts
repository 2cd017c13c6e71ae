/**
 * Two tables for spreadsheets: claims with their citations, and sources. UTF-8 with a byte order mark, without which
 * Excel takes it for something else; RFC 4180 otherwise.
 */
import { buildGraph, load, type SoleSupport, soleSupport } from "../graph/index.ts";
import type { CslName } from "../model.ts";
import { type EvidenceInput, narrowed, type Selection } from "./input.ts";
import { citationKeys } from "./keys.ts";
import { oneLine } from "./one-line.ts";
import { pinpointText } from "./pinpoints.ts";
import { evidenceRows } from "./rows.ts";
import { pairReview } from "./verdicts.ts";

export type Cell = string | number | null | undefined;

const CLAIM_COLUMNS = [
  "claim",
  "text",
  "section",
  "paragraph",
  "start",
  "end",
  "support",
  "source",
  "source_label",
  "pinpoint",
  "plausibility",
  "form",
  "marker",
  "note",
  "citation",
  "confidence",
  "rule",
  "review",
  "verdict",
  "reviewers",
  "claim_id",
  "source_id",
] as const;
const SOURCE_COLUMNS = [
  "key",
  "label",
  "type",
  "authors",
  "authors_truncated",
  "year",
  "title",
  "container",
  "volume",
  "issue",
  "page",
  "publisher",
  "doi",
  "pmid",
  "url",
  "claims_direct",
  "claims_carried",
  "claims_on_it_alone",
  "mentions",
] as const;

/** Columns of a citation that an uncited claim leaves empty. */
const blanks = CLAIM_COLUMNS.slice(CLAIM_COLUMNS.indexOf("source"), CLAIM_COLUMNS.indexOf("claim_id")).map(
  () => null,
);

/** Returns one row per claim and citation, and one per uncited claim, in document order. */
export function claimsCsv(input: EvidenceInput, selection?: Selection): string {
  const keys = citationKeys(input.sources);
  const part = narrowed(input, selection);
  const rows = evidenceRows(part).map((row): readonly Cell[] => {
    const { label, text, section, paragraph, start, end } = row.claim;
    const claim = [label, text, section, paragraph, start, end];
    if (row.kind === "uncited") return [...claim, row.open > 0 ? "open" : "uncited", ...blanks, row.claim.id];
    const { edge, source, marker, note, item } = row;
    const review = pairReview(part, edge);
    return [
      ...claim,
      edge.scope,
      keys.get(source.id),
      source.label,
      edge.pinpoint && pinpointText(edge.pinpoint),
      edge.plausibility,
      edge.form,
      marker?.text,
      note?.label,
      item?.raw,
      edge.basis.confidence,
      edge.basis.rule,
      review?.status ?? "open",
      review?.verdict,
      review?.given.map(({ reviewer, verdict }) => `${reviewer}: ${verdict}`).join("; "),
      row.claim.id,
      source.id,
    ];
  });
  return table(CLAIM_COLUMNS, rows);
}

/** Returns one row per source in the order of the analysis. */
export function sourcesCsv(input: EvidenceInput, selection?: Selection): string {
  const keys = citationKeys(input.sources);
  const graph = buildGraph(input);
  const alone = soleSupport(graph);
  const none: SoleSupport = { direct: [], carried: [] };
  const rows = narrowed(input, selection).sources.map((source): readonly Cell[] => {
    const { id, csl, label, authorsTruncated, mentions } = source;
    const { direct, carried } = load(graph, id);
    return [
      keys.get(id),
      label,
      csl.type,
      (csl.author ?? []).map(nameText).join("; "),
      authorsTruncated ? "yes" : "no",
      csl.issued?.["date-parts"]?.[0]?.[0] ?? csl.issued?.raw ?? csl.issued?.literal,
      csl.title,
      csl["container-title"],
      csl.volume,
      csl.issue,
      csl.page,
      csl.publisher,
      csl.DOI,
      csl.PMID,
      csl.URL,
      direct.length,
      carried.length,
      (alone.get(id) ?? none).direct.length,
      mentions.length,
    ];
  });
  return table(SOURCE_COLUMNS, rows);
}

const nameText = ({ family, given, literal }: CslName): string =>
  family === undefined ? (literal ?? given ?? "") : [family, given].filter(Boolean).join(", ");

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `${columns.map((_, i) => cell(cells[i])).join(",")}\r\n`;
  return `\ufeff${line(columns)}${rows.map(line).join("")}`;
}

/**
 * Returns the cell quoted where needed. A text that a spreadsheet would run as a formula gets an apostrophe in front,
 * which spreadsheets show as "this is text" (OWASP, CSV injection).
 */
export function cell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = oneLine(value);
  const safe = /^[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
