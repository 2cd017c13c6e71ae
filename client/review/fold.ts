/** What the recorded and the waiting events come to for one reviewer: verdicts, decisions, and what found no place. */
import type { DocumentId, SourceId, StatementId } from "../../core/model.ts";
import {
  type CorrectionEvent,
  type Decisions,
  type Recorded,
  type ReviewEvent,
  type ReviewState,
  type ReviewSubject,
  reviewDecisions,
  reviewState,
  type SubjectState,
  subjectKey,
  subjectOf,
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

/** A review with what it was made of, to go on from. */
export interface Folded {
  readonly document: DocumentId;
  readonly reviewer: string | null;
  /** Null where a placer decides which events count: it looks at all of them together. */
  readonly events: readonly ReviewEvent[] | null;
  readonly review: Review;
}

/** So many events behind those known are looked at one by one; more are folded together with all. */
const few = 16;

/**
 * Returns the review. With what was folded before, a few more events cost next to nothing, and whatever they leave as
 * it was stays the very same object, so that only what changed is drawn again.
 */
export function fold(input: Input, before: Folded | null = null): Folded {
  const { document, recorded, queued, reviewer, blind, place } = input;
  const known = new Set(recorded.map(({ event }) => event.id));
  const waiting = queued.filter((q) => q.refused === null && !known.has(q.event.id));
  const all = [...recorded, ...waiting].map(({ document, event }) => ({ document, event }));
  const placed = place?.(all) ?? {
    events: all.flatMap((w) => (w.document === document ? [w.event] : [])),
    unplaced: [],
  };
  const { events, unplaced } = placed;
  const last = before?.document === document ? before : null;
  const kept = { document, reviewer, events: place ? null : events };
  if (!place && last?.reviewer === reviewer && last.review.blind === blind) {
    const review = goOn(last, events);
    if (review) return { ...kept, review };
  }
  const state = reviewState(blind ? hideOthers(events, reviewer) : events);
  const made: Review = { state, ...reviewDecisions(events), unplaced, claims: claimsOf(state), blind };
  return { ...kept, review: last ? keepSame(last.review, made) : made };
}

const claimsOf = (state: ReviewState): ReadonlySet<StatementId> =>
  new Set(Array.from(state.values(), ({ subject }) => subject.claim));

/** The server gives an event back as it was sent, but for the reviewer's name where there are accounts. */
const sameEvent = (a: ReviewEvent, b: ReviewEvent): boolean =>
  a === b || (a.id === b.id && a.reviewer === b.reviewer && a.at === b.at);

const sameList = (a: readonly ReviewEvent[], b: readonly ReviewEvent[]): boolean =>
  a.length === b.length && a.every((event, i) => sameEvent(event, b[i]!));

/** Returns the review with the few events that are new behind the others; null where they are not simply more. */
function goOn({ events: known, review, reviewer }: Folded, events: readonly ReviewEvent[]): Review | null {
  const from = known?.length ?? Number.POSITIVE_INFINITY;
  if (events.length < from || events.length > from + few) return null;
  if (!known!.every((event, i) => sameEvent(event, events[i]!))) return null;
  const more = events.slice(from);
  if (more.length === 0) return review;
  const byId = new Map(events.map((event) => [event.id, event]));
  const subjects = new Set<string>();
  let decided = false;
  for (const event of more) {
    const subject = subjectOf(event, byId);
    if (subject) subjects.add(subjectKey(subject));
    else decided = true;
  }
  const state = new Map(review.state);
  for (const key of subjects) {
    // An undo says what it takes back, and only there what that is about.
    const about = events.filter((e) => ("subject" in e ? subjectKey(e.subject) === key : e.kind === "undo"));
    const now = reviewState(review.blind ? hideOthers(about, reviewer) : about).get(key);
    if (now) state.set(key, now);
    else state.delete(key);
  }
  return keepSame(review, {
    ...review,
    ...(decided ? reviewDecisions(events) : {}),
    state,
    claims: claimsOf(state),
  });
}

/** Returns the second review with every part of the first in it that says the same. */
function keepSame(before: Review, after: Review): Review {
  const fields = (a: ReadonlyMap<string, CorrectionEvent>, b: ReadonlyMap<string, CorrectionEvent>) =>
    kept(a, b, sameEvent) === a;
  return {
    ...after,
    state: kept(before.state, after.state, sameState),
    findings: kept(before.findings, after.findings, sameEvent),
    corrections: kept(before.corrections, after.corrections, fields),
  };
}

/** Returns the second map with the first one's values where they are the same; the first one where all are. */
function kept<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
): ReadonlyMap<string, T> {
  let changed = before.size !== after.size;
  const all = new Map<string, T>();
  for (const [key, value] of after) {
    const old = before.get(key);
    const keep = old !== undefined && (old === value || same(old, value));
    changed ||= !keep;
    all.set(key, keep ? old : value);
  }
  return changed ? all : before;
}

const sameState = (a: SubjectState, b: SubjectState): boolean =>
  a.status === b.status &&
  a.agreement?.id === b.agreement?.id &&
  sameList(a.history, b.history) &&
  sameList(a.verdicts, b.verdicts) &&
  sameList(a.comments, b.comments);

/** Returns the subjects of which the second review says something else than the first. Linear in both. */
export const changedSubjects: (before: Review, after: Review) => readonly ReviewSubject[] = memoLast(
  ({ state: before }, { state: after }) => {
    if (before === after) return [];
    const changed: ReviewSubject[] = [];
    for (const [key, { subject }] of before) if (!after.has(key)) changed.push(subject);
    for (const [key, state] of after) if (before.get(key) !== state) changed.push(state.subject);
    return changed;
  },
);

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
