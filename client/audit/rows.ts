/** The rows of the audit table: each pair, each claim without a source, each finding on the document, each orphan. */
import type { Finding } from "../../core/model.ts";
import {
  type ReviewStatus,
  reasonWords,
  type SubjectState,
  type Unplaced,
  type Verdict,
  verdicts,
  verdictWords,
} from "../../core/review/index.ts";
import { type Claim, type Desk, type Work, worksOf } from "../desk/desk.ts";
import type { Shown } from "../desk/filter.ts";
import { findingIndex, openFindings } from "../desk/findings.ts";
import { count, pinpointText } from "../desk/words.ts";
import { pairState, type Review } from "../review/fold.ts";
import { unplacedWords } from "../review/unplaced-words.ts";
import type { Selection } from "../state/address.ts";

export type RowKind = "pair" | "uncited" | "finding" | "unplaced";

export interface AuditRow {
  readonly kind: RowKind;
  readonly id: string;
  /** Place in the order of the text, from 0. */
  readonly place: number;
  /** The claim's number, or empty. */
  readonly number: string;
  readonly text: string;
  readonly source: string;
  readonly pinpoint: string;
  readonly scope: string;
  /** Those that nobody dismissed. */
  readonly findings: readonly Finding[];
  readonly status: ReviewStatus | null;
  readonly verdict: Verdict | null;
  /** What stands in the verdict's place where there is none. */
  readonly verdictText: string;
  readonly reason: string;
  readonly comment: string;
  readonly reviewer: string;
  /** ISO 8601, or empty. */
  readonly at: string;
  readonly claim: Claim | null;
  readonly work: Work | null;
  /** What the row selects in the other panes; null for the document. */
  readonly selection: Selection | null;
}

/** Returns the rows in the order of the text. Linear in claims, edges and findings. */
export function auditRows(desk: Desk, review: Review, shown: Shown | null): readonly AuditRow[] {
  const index = findingIndex(desk);
  const rows: AuditRow[] = [];
  const add = (row: Omit<AuditRow, "place">): void => void rows.push({ ...row, place: rows.length });
  for (const entry of shown ? [] : review.unplaced) add(unplacedRow(desk, entry));
  for (const claim of desk.claims) {
    if (shown && !shown.claims.has(claim.id)) continue;
    const own = index.byClaim.get(claim.id) ?? [];
    const about = { claim, number: claim.ref, text: claim.statement.text };
    if (claim.edges.length === 0) {
      add({
        ...blank,
        ...about,
        kind: "uncited",
        id: claim.id,
        source: claim.open.length > 0 ? `${count(claim.open.length, "citation")} not resolved` : "none",
        findings: openFindings(own, review.findings),
        selection: { kind: "claim", claim: claim.ref },
      });
      continue;
    }
    for (const work of worksOf(desk, claim.edges)) {
      const edges = claim.edges.filter((e) => e.source === work.id);
      if (shown && !edges.some((e) => shown.edges.has(e.id))) continue;
      const both = new Set([...own, ...(index.bySource.get(work.id) ?? [])]);
      add({
        ...blank,
        ...about,
        ...stateParts(pairState(review, claim.id, work.id)),
        kind: "pair",
        id: `${claim.id} ${work.id}`,
        work,
        source: work.source.label,
        pinpoint: [...new Set(edges.flatMap((e) => (e.pinpoint ? [pinpointText(e.pinpoint)] : [])))].join(
          ", ",
        ),
        scope: edges.some((e) => e.scope === "direct") ? "direct" : "carried",
        findings: openFindings([...both], review.findings),
        selection: { kind: "pair", claim: claim.ref, source: work.ref },
      });
    }
  }
  for (const finding of index.ofDocument)
    if (!shown || shown.findings.has(finding.id)) add(findingRow(finding, review));
  return rows;
}

const blank = {
  number: "",
  source: "",
  pinpoint: "",
  scope: "",
  findings: [],
  status: null,
  verdict: null,
  verdictText: "",
  reason: "",
  comment: "",
  reviewer: "",
  at: "",
  claim: null,
  work: null,
  selection: null,
} as const satisfies Partial<AuditRow>;

type StateParts = Pick<
  AuditRow,
  "status" | "verdict" | "verdictText" | "reason" | "comment" | "reviewer" | "at"
>;

function stateParts(state: SubjectState | undefined): StateParts {
  const given = state?.agreement ? [state.agreement] : (state?.verdicts ?? []);
  const latest = given.at(-1);
  const words = [...given.map((e) => e.comment), ...(state?.comments.map((c) => c.comment) ?? [])];
  return {
    status: state?.status ?? "open",
    verdict: state?.verdict ?? null,
    verdictText:
      state?.status === "conflict"
        ? `differ: ${given.map((e) => verdictWords[e.verdict].label).join(" / ")}`
        : "not reviewed",
    reason: [...new Set(given.flatMap((e) => e.reasons))].map((r) => reasonWords[r]).join("; "),
    comment: [...new Set(words.filter(Boolean))].join(" · "),
    reviewer: [...new Set(given.map((e) => e.reviewer))].join(", "),
    at: latest?.at ?? "",
  };
}

function findingRow(finding: Finding, review: Review): Omit<AuditRow, "place"> {
  const decided = review.findings.get(finding.id);
  const standing = decided && decided.decision !== "open" ? decided : null;
  return {
    ...blank,
    kind: "finding",
    id: finding.id,
    text: finding.message,
    source: "the document",
    findings: openFindings([finding], review.findings),
    verdictText: standing ? `finding ${standing.decision}` : "",
    reason: standing?.reason ?? "",
    reviewer: standing?.reviewer ?? "",
    at: standing?.at ?? "",
  };
}

function unplacedRow(desk: Desk, { document, anchoring, state }: Unplaced): Omit<AuditRow, "place"> {
  const to = anchoring.kind === "outdated" ? anchoring.to : null;
  const claim = (to && desk.claimById.get(to.claim)) ?? null;
  const work = (to?.kind === "pair" && desk.workById.get(to.source)) || null;
  const parts = stateParts(state);
  return {
    ...blank,
    ...parts,
    kind: "unplaced",
    id: `${document} ${JSON.stringify(anchoring.subject)}`,
    text: anchoring.quote.exact,
    source: unplacedWords[anchoring.reason],
    status: null,
    verdict: null,
    verdictText: `${anchoring.kind === "orphan" ? "orphan" : "outdated"}: ${state.verdicts.map((e) => verdictWords[e.verdict].label).join(" / ")}`,
    claim,
    work,
    selection:
      claim && work
        ? { kind: "pair", claim: claim.ref, source: work.ref }
        : claim && { kind: "claim", claim: claim.ref },
  };
}

export type AuditView = "all" | "not-reviewed" | "conflicts" | "uncited" | "findings" | "orphans";

export const viewNames: Readonly<Record<AuditView, string>> = {
  all: "All",
  "not-reviewed": "Not reviewed",
  conflicts: "Conflicts",
  uncited: "Uncited",
  findings: "With findings",
  orphans: "Orphans",
};

/** Returns whether the row belongs to the view. */
export function isIn(view: AuditView, row: AuditRow): boolean {
  switch (view) {
    case "all":
      return true;
    case "not-reviewed":
      return row.kind === "pair" && row.status === "open";
    case "conflicts":
      return row.status === "conflict";
    case "uncited":
      return row.kind === "uncited";
    case "findings":
      return row.findings.length > 0;
    case "orphans":
      return row.kind === "unplaced";
    default:
      return view satisfies never;
  }
}

/** Returns where a row stands when sorted by verdict: open ones first, then conflicts, then as the keys go. */
export function verdictRank({ status, verdict }: Pick<AuditRow, "status" | "verdict">): number {
  if (status === null) return verdicts.length + 2;
  return verdict === null ? (status === "conflict" ? 1 : 0) : 2 + verdicts.indexOf(verdict);
}
