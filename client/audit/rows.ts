/** The rows of the audit table: each pair, each claim without a source, each finding on the document, each orphan. */
import type { Finding } from "../../core/model.ts";
import { subjectKey, type Unplaced } from "../../core/review/index.ts";
import { type Claim, type Desk, type Work, worksOf } from "../desk/desk.ts";
import type { Shown } from "../desk/filter.ts";
import { findingIndex } from "../desk/findings.ts";
import { count, pinpointText } from "../desk/words.ts";
import { unplacedWords } from "../review/unplaced-words.ts";
import type { Selection } from "../state/address.ts";

export type RowKind = "pair" | "uncited" | "finding" | "unplaced";

/** What of a row no verdict changes; what the review says of it is asked for with `saidOf`. */
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
  readonly findings: readonly Finding[];
  readonly claim: Claim | null;
  readonly work: Work | null;
  /** What the row selects in the other panes; null for the document. */
  readonly selection: Selection | null;
  /** Of a pair: the key under which the review keeps what was written about it. */
  readonly key: string;
  readonly unplaced: Unplaced | null;
}

/** The same for all rows without findings: what is compared by identity stays equal. */
const none: readonly Finding[] = [];

/** Returns the rows in the order of the text. Linear in claims, edges and findings. */
export function auditRows(
  desk: Desk,
  unplaced: readonly Unplaced[],
  shown: Shown | null,
): readonly AuditRow[] {
  const index = findingIndex(desk);
  const rows: AuditRow[] = [];
  const add = (row: Omit<AuditRow, "place">): void => void rows.push({ ...row, place: rows.length });
  for (const entry of shown ? [] : unplaced) add(unplacedRow(desk, entry));
  for (const claim of desk.claims) {
    if (shown && !shown.claims.has(claim.id)) continue;
    const own = index.byClaim.get(claim.id) ?? none;
    const about = { claim, number: claim.ref, text: claim.statement.text };
    if (claim.edges.length === 0) {
      add({
        ...blank,
        ...about,
        kind: "uncited",
        id: claim.id,
        source: claim.open.length > 0 ? `${count(claim.open.length, "citation")} not resolved` : "none",
        findings: own,
        selection: { kind: "claim", claim: claim.ref },
      });
      continue;
    }
    for (const work of worksOf(desk, claim.edges)) {
      const edges = claim.edges.filter((e) => e.source === work.id);
      if (shown && !edges.some((e) => shown.edges.has(e.id))) continue;
      const both = new Set([...own, ...(index.bySource.get(work.id) ?? none)]);
      add({
        ...blank,
        ...about,
        kind: "pair",
        id: pairRow(claim, work),
        work,
        source: work.source.label,
        pinpoint: [...new Set(edges.flatMap((e) => (e.pinpoint ? [pinpointText(e.pinpoint)] : [])))].join(
          ", ",
        ),
        scope: edges.some((e) => e.scope === "direct") ? "direct" : "carried",
        findings: [...both],
        selection: { kind: "pair", claim: claim.ref, source: work.ref },
        key: subjectKey({ kind: "pair", claim: claim.id, source: work.id }),
      });
    }
  }
  for (const finding of index.ofDocument)
    if (!shown || shown.findings.has(finding.id)) add(findingRow(finding));
  return rows;
}

/** Returns the id of a pair's row. */
export const pairRow = (claim: Claim, work: Work): string => `${claim.id} ${work.id}`;

const blank = {
  number: "",
  source: "",
  pinpoint: "",
  scope: "",
  findings: none,
  claim: null,
  work: null,
  selection: null,
  key: "",
  unplaced: null,
} as const satisfies Partial<AuditRow>;

const findingRow = (finding: Finding): Omit<AuditRow, "place"> => ({
  ...blank,
  kind: "finding",
  id: finding.id,
  text: finding.message,
  source: "the document",
  findings: [finding],
});

function unplacedRow(desk: Desk, unplaced: Unplaced): Omit<AuditRow, "place"> {
  const { document, anchoring } = unplaced;
  const to = anchoring.kind === "outdated" ? anchoring.to : null;
  const claim = (to && desk.claimById.get(to.claim)) ?? null;
  const work = (to?.kind === "pair" && desk.workById.get(to.source)) || null;
  return {
    ...blank,
    kind: "unplaced",
    id: `${document} ${JSON.stringify(anchoring.subject)}`,
    text: anchoring.quote.exact,
    source: unplacedWords[anchoring.reason],
    claim,
    work,
    selection:
      claim && work
        ? { kind: "pair", claim: claim.ref, source: work.ref }
        : claim && { kind: "claim", claim: claim.ref },
    unplaced,
  };
}
