/** What reviewers said of a claim and a source, as exports tell it. */
import type { Edge } from "../model.ts";
import {
  type JudgementEvent,
  type ReviewStatus,
  type SubjectState,
  subjectKey,
  type Verdict,
} from "../review/index.ts";
import type { EvidenceInput } from "./input.ts";

export interface PairReview {
  readonly status: ReviewStatus;
  /** The verdict that holds; null when the pair is open or reviewers differ. */
  readonly verdict: Verdict | null;
  /** What was agreed or, without that, each reviewer's latest verdict. */
  readonly given: readonly JudgementEvent[];
}

const ofState = ({ status, verdict, verdicts, agreement }: SubjectState): PairReview => ({
  status,
  verdict,
  given: agreement === null ? verdicts : [agreement],
});

/** Returns what holds for the pair of an edge, or null where nobody has said anything that still counts. */
export function pairReview(
  { reviews }: Pick<EvidenceInput, "reviews">,
  { claim, source }: Pick<Edge, "claim" | "source">,
): PairReview | null {
  const state = reviews?.get(subjectKey({ kind: "pair", claim, source }));
  return state === undefined || state.status === "open" ? null : ofState(state);
}

/** Returns true when there is a verdict on any pair. */
export const reviewed = ({ reviews }: Pick<EvidenceInput, "reviews">): boolean =>
  [...(reviews?.values() ?? [])].some(({ subject, status }) => subject.kind === "pair" && status !== "open");
