/** What the recorded and the waiting events come to for one reviewer: verdicts, decisions, and what found no place. */
import type { DocumentId, SourceId, StatementId } from "../../core/model.ts";
import {
  type Decisions,
  type Recorded,
  type ReviewEvent,
  type ReviewState,
  reviewDecisions,
  reviewState,
  type SubjectState,
  subjectKey,
  type Unplaced,
  type Verdict,
} from "../../core/review/index.ts";
import type { Desk } from "../desk/desk.ts";
import { memoLast } from "../state/memo.ts";
import type { Queued } from "./queue.ts";

export interface Review extends Decisions {
  readonly state: ReviewState;
  readonly unplaced: readonly Unplaced[];
  /** The claims that anything was written about: all others need not be looked up pair by pair. */
  readonly claims: ReadonlySet<StatementId>;
  /** Whether others' verdicts are hidden until the reviewer has judged. */
  readonly blind: boolean;
}

export const noReview: Review = {
  state: new Map(),
  findings: new Map(),
  corrections: new Map(),
  unplaced: [],
  claims: new Set(),
  blind: false,
};

/** Puts events of other versions in their place on this one; loaded only where there are other versions. */
export type Placer = (written: readonly { readonly document: DocumentId; readonly event: ReviewEvent }[]) => {
  readonly events: readonly ReviewEvent[];
  readonly unplaced: readonly Unplaced[];
};

interface Input {
  readonly document: DocumentId;
  readonly recorded: readonly Recorded[];
  readonly queued: readonly Queued[];
  readonly reviewer: string | null;
  readonly blind: boolean;
  readonly place: Placer | null;
}

/** Returns the review. Linear in the events. */
export function fold({ document, recorded, queued, reviewer, blind, place }: Input): Review {
  const known = new Set(recorded.map(({ event }) => event.id));
  const waiting = queued.filter((q) => q.refused === null && !known.has(q.event.id));
  const all = [...recorded, ...waiting].map(({ document, event }) => ({ document, event }));
  const placed = place?.(all) ?? {
    events: all.flatMap((w) => (w.document === document ? [w.event] : [])),
    unplaced: [],
  };
  const events = blind ? hideOthers(placed.events, reviewer) : placed.events;
  const state = reviewState(events);
  return {
    state,
    ...reviewDecisions(placed.events),
    unplaced: placed.unplaced,
    claims: new Set(Array.from(state.values(), ({ subject }) => subject.claim)),
    blind,
  };
}

/** Leaves out what others wrote about subjects that the reviewer has no standing verdict on. */
function hideOthers(events: readonly ReviewEvent[], reviewer: string | null): readonly ReviewEvent[] {
  const own = reviewState(events.filter((e) => e.reviewer === reviewer));
  const judged = (key: string): boolean => (own.get(key)?.verdicts.length ?? 0) > 0;
  return events.filter((e) => e.reviewer === reviewer || !("subject" in e) || judged(subjectKey(e.subject)));
}

/** Returns what holds for a pair, or undefined where nobody wrote about it. */
export const pairState = (review: Review, claim: StatementId, source: SourceId): SubjectState | undefined =>
  review.state.get(subjectKey({ kind: "pair", claim, source }));

/** Returns the verdict that holds for a pair, or null. */
export const verdictIn =
  (review: Review) =>
  (claim: StatementId, source: SourceId): Verdict | null =>
    pairState(review, claim, source)?.verdict ?? null;

export interface Progress {
  readonly pairs: number;
  /** Pairs with a verdict, in conflict or not. */
  readonly reviewed: number;
  readonly conflicts: number;
}

const pairKeys = new WeakMap<Desk, ReadonlySet<string>>();

function pairsOf(desk: Desk): ReadonlySet<string> {
  const made =
    pairKeys.get(desk) ??
    new Set(desk.analysis.edges.map(({ claim, source }) => subjectKey({ kind: "pair", claim, source })));
  pairKeys.set(desk, made);
  return made;
}

/** Returns how far the review has come. Linear in what was written; asked by several parts, computed once. */
export const progressOf: (desk: Desk, review: Review) => Progress = memoLast((desk, review) => {
  const pairs = pairsOf(desk);
  let [reviewed, conflicts] = [0, 0];
  for (const [key, { status }] of review.state) {
    if (status === "open" || !pairs.has(key)) continue;
    reviewed += 1;
    if (status === "conflict") conflicts += 1;
  }
  return { pairs: pairs.size, reviewed, conflicts };
});
