/** The review of a document with older versions: what holds on the newest one, and what found no place there. */
import type { DocumentId } from "../model.ts";
import type { Version } from "./align.ts";
import type { ReviewEvent } from "./events.ts";
import { type Anchoring, reanchor } from "./reanchor.ts";
import { type ReviewState, reviewState, type SubjectState, subjectKey } from "./state.ts";

/** An event with the version of the document it was written on. */
export interface WrittenOn {
  readonly document: DocumentId;
  readonly event: ReviewEvent;
}

/** A judgement that does not count on the version at hand, and why. */
export interface Unplaced {
  readonly document: DocumentId;
  readonly anchoring: Extract<Anchoring, { readonly kind: "outdated" | "orphan" }>;
  /** What held for it where it was written. */
  readonly state: SubjectState;
}

export interface LineageReview {
  readonly state: ReviewState;
  readonly unplaced: readonly Unplaced[];
}

/**
 * Returns the review of `current`: events written on it, and those of older versions whose sentence is still there.
 * `recorded` is in the order of recording; `versions` holds every version named in it that is still kept. Events of
 * a version that is not are passed over. Linear in the events and the versions, apart from sorts.
 */
export function lineageReview(
  recorded: readonly WrittenOn[],
  versions: ReadonlyMap<DocumentId, Version>,
  current: DocumentId,
): LineageReview {
  const target = versions.get(current);
  const placed = new Map<DocumentId, ReadonlyMap<string, Anchoring>>();
  const older = new Set(recorded.map(({ document }) => document));
  older.delete(current);
  for (const document of older) {
    const version = versions.get(document);
    const own = recorded.filter((r) => r.document === document).map(({ event }) => event);
    if (version && target) placed.set(document, reanchor(own, version, target));
  }
  const holding: ReviewEvent[] = [];
  const lost = new Map<DocumentId, ReviewEvent[]>();
  for (const { document, event } of recorded) {
    const anchoring = "subject" in event ? placed.get(document)?.get(subjectKey(event.subject)) : undefined;
    if (event.kind === "undo") {
      // Whom it undoes decides where it counts; where that event is not, it does nothing.
      holding.push(event);
      for (const events of lost.values()) events.push(event);
    } else if (document === current || !("subject" in event)) holding.push(event);
    else if (anchoring?.kind === "same" || anchoring?.kind === "moved")
      holding.push({ ...event, subject: anchoring.to });
    else if (anchoring) lost.set(document, [...(lost.get(document) ?? []), event]);
  }
  const unplaced = Array.from(lost).flatMap(([document, events]) =>
    [...reviewState(events).values()].flatMap((state) => {
      const anchoring = placed.get(document)!.get(subjectKey(state.subject));
      const out = anchoring?.kind === "outdated" || anchoring?.kind === "orphan";
      return out && state.status !== "open" ? [{ document, anchoring, state }] : [];
    }),
  );
  return { state: reviewState(holding), unplaced };
}
