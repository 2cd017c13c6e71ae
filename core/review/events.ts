/** Review events as types. Each is kept as it was written; nothing overwrites another. */
import type { DocumentId, FindingId, MarkerId, SourceId, StatementId } from "../model.ts";
import type { FindingDecision, Reason, Tag, Verdict } from "./words.ts";

/** What is judged: one claim with one source, or all the sources of one marker taken together. */
export type ReviewSubject =
  | { readonly kind: "pair"; readonly claim: StatementId; readonly source: SourceId }
  | { readonly kind: "collective"; readonly claim: StatementId; readonly marker: MarkerId };

/**
 * The claim's words and what stood around them when the event was written, so that the verdict finds its sentence in
 * a changed text, or is shown as an orphan. TextQuoteSelector of the W3C Web Annotation model.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

interface Written {
  readonly id: string;
  readonly reviewer: string;
  /** ISO 8601, given by whoever records the event. */
  readonly at: string;
}

interface Judgement extends Written {
  readonly subject: ReviewSubject;
  readonly quote: Quote;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly tags: readonly Tag[];
  readonly comment: string;
}

export type ReviewEvent =
  /** One reviewer's verdict. */
  | (Judgement & { readonly kind: "verdict" })
  /** What reviewers who differed have agreed on. */
  | (Judgement & { readonly kind: "agreement" })
  /** The reviewer takes the own verdict back without giving another one. */
  | (Written & { readonly kind: "clear"; readonly subject: ReviewSubject })
  /** Words about a subject, beside any verdict. */
  | (Written & { readonly kind: "comment"; readonly subject: ReviewSubject; readonly comment: string })
  /** What a reviewer decided about a finding of the audit; `quote` is the finding's, a dismissal gives a reason. */
  | (Written & {
      readonly kind: "finding";
      readonly finding: FindingId;
      readonly quote: string;
      readonly decision: FindingDecision;
      readonly reason: string;
    })
  /** A field of a source put right; `before` is what stood there. */
  | (Written & {
      readonly kind: "correction";
      readonly source: SourceId;
      /** A CSL field. Names and dates are given as they would be printed. */
      readonly field: string;
      readonly value: string;
      readonly before: string;
    })
  /** The named event counts as not written; undoing an undo brings it back. */
  | (Written & { readonly kind: "undo"; readonly event: string });

export type CommentEvent = Extract<ReviewEvent, { readonly kind: "comment" }>;
export type FindingEvent = Extract<ReviewEvent, { readonly kind: "finding" }>;
export type CorrectionEvent = Extract<ReviewEvent, { readonly kind: "correction" }>;
export type JudgementEvent = Extract<ReviewEvent, { readonly verdict: Verdict }>;

/** An event as a client sends it: who wrote it may be left to the server. */
export type NewReviewEvent = ReviewEvent extends infer E
  ? E extends ReviewEvent
    ? Omit<E, "reviewer"> & { readonly reviewer?: string }
    : never
  : never;

/** An event as it was recorded. */
export interface Recorded {
  /** Order of recording over all versions of the document, from 1, without gaps. */
  readonly seq: number;
  /** The version it was written on. */
  readonly document: DocumentId;
  readonly event: ReviewEvent;
}
