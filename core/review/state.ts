/** Review events → what holds now. A fold: the same events in the same order give the same state. */
import type { CommentEvent, JudgementEvent, ReviewEvent, ReviewSubject } from "./events.ts";
import type { Verdict } from "./words.ts";

/** `conflict`: reviewers differ and have not agreed. */
export type ReviewStatus = "open" | "judged" | "conflict" | "agreed";

export interface SubjectState {
  readonly subject: ReviewSubject;
  readonly status: ReviewStatus;
  /** The verdict that holds: agreed, or the same for all reviewers. Null when open or in conflict. */
  readonly verdict: Verdict | null;
  /** Each reviewer's latest verdict that is neither cleared nor undone, by reviewer. */
  readonly verdicts: readonly JudgementEvent[];
  readonly agreement: JudgementEvent | null;
  /** Each reviewer's latest words beside a verdict, by reviewer; empty words are none. */
  readonly comments: readonly CommentEvent[];
  /** Every event about the subject, undone ones too, in the order given. */
  readonly history: readonly ReviewEvent[];
}

export type ReviewState = ReadonlyMap<string, SubjectState>;

/** Returns the key under which a subject's state is kept. Ids hold no blanks. */
export function subjectKey(subject: ReviewSubject): string {
  switch (subject.kind) {
    case "pair":
      return `pair ${subject.claim} ${subject.source}`;
    case "collective":
      return `collective ${subject.claim} ${subject.marker}`;
    default:
      return subject satisfies never;
  }
}

/**
 * Returns the state of every subject with an event. Events are folded in the order given, which is the order of
 * recording, not of their clocks. A verdict given after an agreement opens the question again. Linear.
 */
export function reviewState(events: readonly ReviewEvent[]): ReviewState {
  const undone = undoneIds(events);
  const byId = new Map(events.map((event) => [event.id, event] as const));
  const folds = new Map<string, Fold>();
  for (const event of events) {
    const subject = subjectOf(event, byId);
    if (subject === null) continue;
    const key = subjectKey(subject);
    const fold: Fold = folds.get(key) ?? {
      subject,
      latest: new Map(),
      comments: new Map(),
      agreement: null,
      history: [],
    };
    folds.set(key, fold);
    fold.history.push(event);
    if (!undone.has(event.id)) apply(fold, event);
  }
  return new Map(Array.from(folds, ([key, fold]) => [key, settle(fold)]));
}

interface Fold {
  readonly subject: ReviewSubject;
  readonly latest: Map<string, JudgementEvent>;
  readonly comments: Map<string, CommentEvent>;
  agreement: JudgementEvent | null;
  readonly history: ReviewEvent[];
}

function apply(fold: Fold, event: ReviewEvent): void {
  switch (event.kind) {
    case "verdict":
      fold.latest.delete(event.reviewer);
      fold.latest.set(event.reviewer, event);
      fold.agreement = null;
      return;
    case "agreement":
      fold.agreement = event;
      return;
    case "clear":
      fold.latest.delete(event.reviewer);
      return;
    case "comment":
      fold.comments.delete(event.reviewer);
      if (event.comment.trim() !== "") fold.comments.set(event.reviewer, event);
      return;
    case "finding":
    case "correction":
    case "undo":
      return;
    default:
      event satisfies never;
  }
}

function settle({ subject, latest, comments, agreement, history }: Fold): SubjectState {
  const given = [...latest.values()];
  const words = new Set(given.map(({ verdict }) => verdict));
  const status: ReviewStatus =
    agreement !== null ? "agreed" : words.size === 0 ? "open" : words.size === 1 ? "judged" : "conflict";
  const verdict = agreement?.verdict ?? (words.size === 1 ? given[0]!.verdict : null);
  return { subject, status, verdict, verdicts: given, agreement, comments: [...comments.values()], history };
}

/** Returns the events that are undone. An undo counts unless a later undo that counts undoes it: read from the end, each is settled when it is met. */
export function undoneIds(events: readonly ReviewEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const event of events.toReversed())
    if (event.kind === "undo" && !undone.has(event.id)) undone.add(event.event);
  return undone;
}

/**
 * The subject of an undo is that of the event at the end of its chain; null when the chain leads nowhere, or to an
 * event on a finding or a source.
 */
export function subjectOf(event: ReviewEvent, byId: ReadonlyMap<string, ReviewEvent>): ReviewSubject | null {
  const seen = new Set<string>();
  let at: ReviewEvent | undefined = event;
  while (at?.kind === "undo" && !seen.has(at.id)) {
    seen.add(at.id);
    at = byId.get(at.event);
  }
  return at !== undefined && "subject" in at ? at.subject : null;
}
