/** What the review says of a row of the audit table. Kept for each state, which stays the same until it changes. */
import type { Finding } from "../../core/model.ts";
import {
  type FindingEvent,
  type ReviewStatus,
  reasonWords,
  type SubjectState,
  type Unplaced,
  type Verdict,
  verdictWords,
} from "../../core/review/index.ts";
import { openFindings } from "../desk/findings.ts";
import type { Review } from "../review/fold.ts";
import type { AuditRow } from "./rows.ts";

export interface Said {
  /** Null where there is nothing to be judged. */
  readonly status: ReviewStatus | null;
  readonly verdict: Verdict | null;
  /** What stands in the verdict's place where there is none. */
  readonly verdictText: string;
  readonly reason: string;
  readonly comment: string;
  readonly reviewer: string;
  /** ISO 8601, or empty. */
  readonly at: string;
}

const nothing: Said = {
  status: null,
  verdict: null,
  verdictText: "",
  reason: "",
  comment: "",
  reviewer: "",
  at: "",
};
const open: Said = { ...nothing, status: "open", verdictText: "not reviewed" };

const ofStates = new WeakMap<SubjectState, Said>();
const ofUnplaced = new WeakMap<Unplaced, Said>();
const ofDecisions = new WeakMap<FindingEvent, Said>();

/** Returns what is said of the row; the same object until something else is. */
export function saidOf(row: AuditRow, review: Review): Said {
  switch (row.kind) {
    case "uncited":
      return nothing;
    case "pair": {
      const state = review.state.get(row.key);
      return state ? kept(ofStates, state, fromState) : open;
    }
    case "finding": {
      const decided = review.findings.get(row.id);
      return decided && decided.decision !== "open" ? kept(ofDecisions, decided, fromDecision) : nothing;
    }
    case "unplaced":
      return row.unplaced ? kept(ofUnplaced, row.unplaced, fromUnplaced) : nothing;
    default:
      return row.kind satisfies never;
  }
}

function kept<K extends object>(made: WeakMap<K, Said>, key: K, make: (key: K) => Said): Said {
  const said = made.get(key) ?? make(key);
  made.set(key, said);
  return said;
}

function fromState({ status, verdict, verdicts, agreement, comments }: SubjectState): Said {
  const given = agreement ? [agreement] : verdicts;
  const words = [...given.map((e) => e.comment), ...comments.map((c) => c.comment)];
  return {
    status,
    verdict,
    verdictText:
      status === "conflict"
        ? `differ: ${given.map((e) => verdictWords[e.verdict].label).join(" / ")}`
        : "not reviewed",
    reason: [...new Set(given.flatMap((e) => e.reasons))].map((r) => reasonWords[r]).join("; "),
    comment: [...new Set(words.filter(Boolean))].join(" · "),
    reviewer: [...new Set(given.map((e) => e.reviewer))].join(", "),
    at: given.at(-1)?.at ?? "",
  };
}

function fromUnplaced({ anchoring, state }: Unplaced): Said {
  const given = state.verdicts.map((e) => verdictWords[e.verdict].label).join(" / ");
  const verdictText = `${anchoring.kind === "orphan" ? "orphan" : "outdated"}: ${given}`;
  return { ...fromState(state), status: null, verdict: null, verdictText };
}

const fromDecision = ({ decision, reason, reviewer, at }: FindingEvent): Said => ({
  ...nothing,
  verdictText: `finding ${decision}`,
  reason,
  reviewer,
  at,
});

/** Returns the row's findings that nobody dismissed. */
export const openOn = ({ findings }: AuditRow, decided: Review["findings"]): readonly Finding[] =>
  decided.size === 0 || findings.length === 0 ? findings : openFindings(findings, decided);
