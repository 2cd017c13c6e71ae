/** Which rows the audit table shows, and in which order: both ask the review of the moment. */
import type { SortingState } from "@tanstack/react-table";
import type { Severity } from "../../core/model.ts";
import { verdicts } from "../../core/review/index.ts";
import { worst } from "../desk/findings.ts";
import type { Review } from "../review/fold.ts";
import type { ColumnName } from "./columns.tsx";
import type { AuditRow } from "./rows.ts";
import { openOn, type Said, saidOf } from "./said.ts";

export type AuditView = "all" | "not-reviewed" | "conflicts" | "uncited" | "findings" | "orphans";

export const viewNames: Readonly<Record<AuditView, string>> = {
  all: "All",
  "not-reviewed": "Not reviewed",
  conflicts: "Conflicts",
  uncited: "Uncited",
  findings: "Findings",
  orphans: "Orphans",
};

/** Returns whether the row belongs to the view. */
export function isIn(view: AuditView, row: AuditRow, review: Review): boolean {
  switch (view) {
    case "all":
      return true;
    case "not-reviewed":
      return row.kind === "pair" && saidOf(row, review).status === "open";
    case "conflicts":
      return saidOf(row, review).status === "conflict";
    case "uncited":
      return row.kind === "uncited";
    case "findings":
      return openOn(row, review.findings).length > 0;
    case "orphans":
      return row.kind === "unplaced";
    default:
      return view satisfies never;
  }
}

/** Where a row stands when sorted by verdict: open ones first, then conflicts, then as the keys go. */
function verdictRank({ status, verdict }: Said): number {
  if (status === null) return verdicts.length + 2;
  return verdict === null ? (status === "conflict" ? 1 : 0) : 2 + verdicts.indexOf(verdict);
}

const severityRank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

function findingRank(row: AuditRow, review: Review): number {
  const open = openOn(row, review.findings);
  const severity = worst(open);
  return severity === null ? 0 : severityRank[severity] * 1000 + open.length;
}

/** What each column is sorted by; the row's own place where two are equal. */
const keys: Readonly<Record<ColumnName, (row: AuditRow, review: Review) => number | string>> = {
  number: ({ place }) => place,
  claim: ({ text }) => text,
  source: ({ source }) => source,
  pinpoint: ({ pinpoint }) => pinpoint,
  scope: ({ scope }) => scope,
  findings: findingRank,
  verdict: (row, review) => verdictRank(saidOf(row, review)),
  reason: (row, review) => saidOf(row, review).reason,
  comment: (row, review) => saidOf(row, review).comment,
  reviewer: (row, review) => saidOf(row, review).reviewer,
  when: (row, review) => saidOf(row, review).at,
};

/** Columns that a verdict or a decision may change. */
const living: ReadonlySet<string> = new Set<ColumnName>([
  "findings",
  "verdict",
  "reason",
  "comment",
  "reviewer",
  "when",
]);

/** Returns whether what is shown, or its order, may change with the review. */
export const followsReview = (view: AuditView, sorting: SortingState): boolean =>
  (view !== "all" && view !== "uncited" && view !== "orphans") || sorting.some(({ id }) => living.has(id));

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * Returns the rows of a view in the order asked for. Done here and not by the library's own models, which make every
 * row anew at every verdict.
 */
export function arranged<R extends { readonly original: AuditRow }>(
  rows: readonly R[],
  view: AuditView,
  sorting: SortingState,
  review: Review,
): readonly R[] {
  const shown = view === "all" ? rows : rows.filter(({ original }) => isIn(view, original, review));
  if (sorting.length === 0) return shown;
  const sides = sorting.map(({ id, desc }) => ({ key: keys[id as ColumnName], sign: desc ? -1 : 1 }));
  return shown
    .map((row) => ({ row, by: sides.map(({ key }) => key(row.original, review)) }))
    .sort((a, b) => {
      for (const [i, { sign }] of sides.entries()) {
        const order = compare(a.by[i]!, b.by[i]!);
        if (order !== 0) return sign * order;
      }
      return a.row.original.place - b.row.original.place;
    })
    .map(({ row }) => row);
}

function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
