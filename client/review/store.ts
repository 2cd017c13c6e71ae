/** The review of the open document: what the server has recorded, what waits for it, and what both come to. */
import { create } from "zustand";
import type { DocumentId } from "../../core/model.ts";
import type { Recorded } from "../../core/review/index.ts";
import { type Folded, fold, noReview, type Placer, type Review } from "./fold.ts";
import { type Queued, readQueue } from "./queue.ts";
import { useReviewer } from "./reviewer.ts";

export interface ReviewStore {
  readonly document: DocumentId | null;
  /** By `seq`. */
  readonly recorded: readonly Recorded[];
  /** All that waits in this browser, of other documents too. */
  readonly queued: readonly Queued[];
  readonly place: Placer | null;
  /** Whether the server's events were read, or could not be: nothing more comes by itself. */
  readonly settled: boolean;
  readonly review: Review;
}

const empty = { recorded: [], place: null, settled: false, review: noReview };

export const useReview = create<ReviewStore>()(() => ({ document: null, queued: readQueue(), ...empty }));

type Change = Partial<Pick<ReviewStore, "recorded" | "queued" | "place" | "settled">>;

/** Changes what is known, and folds it anew. */
export function update(change: Change): void {
  useReview.setState((before) => {
    const now = { ...before, ...change };
    return { ...now, review: folded(now) };
  });
}

/** What was folded last, for the next fold to go on from. */
let last: Folded | null = null;

function folded({ document, recorded, queued, place }: Omit<ReviewStore, "review">): Review {
  if (document === null) return noReview;
  const { name, blind } = useReviewer.getState();
  last = fold({ document, recorded, queued, reviewer: name, blind, place }, last);
  return last.review;
}

/** Begins with a document; what belongs to the one before is put away. */
export function openReview(document: DocumentId): void {
  if (useReview.getState().document === document) return;
  useReview.setState({ document, ...empty, queued: readQueue() });
  update({});
}

/** Adds events as the server recorded them, each `seq` once, and reads again what waits. */
export function addRecorded(items: readonly Recorded[]): void {
  const { recorded, queued } = useReview.getState();
  const bySeq = new Map(recorded.map((r) => [r.seq, r]));
  for (const item of items) bySeq.set(item.seq, item);
  const waiting = readQueue();
  if (bySeq.size === recorded.length && waiting.length === queued.length) return;
  update({ recorded: [...bySeq.values()].sort((a, b) => a.seq - b.seq), queued: waiting });
}

/** Reads again what waits, where that has changed. */
export function refreshQueue(): void {
  const waiting = readQueue();
  if (JSON.stringify(waiting) !== JSON.stringify(useReview.getState().queued)) update({ queued: waiting });
}

useReviewer.subscribe((now, before) => {
  if (now.name !== before.name || now.blind !== before.blind) update({});
});
// Another window has written or sent something.
addEventListener("storage", (event) => {
  if (event.key === null || event.key.startsWith("footing.queue.")) refreshQueue();
});
