/** The review of a document with older versions: what holds on the newest one, and what found no place there. */
import type { DocumentId, SourceId } from "../model.ts";
import type { Version } from "./align.ts";
import type { ReviewEvent } from "./events.ts";
import { type Anchoring, reanchor, sameSources } from "./reanchor.ts";
import { reviewState, type SubjectState, subjectKey } from "./state.ts";

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
  /** What counts on the version at hand, by its own ids, in the order of recording. */
  readonly events: readonly ReviewEvent[];
  readonly unplaced: readonly Unplaced[];
}

/**
 * Returns the review of `current`: events written on it, and those of older versions whose sentence is still there.
 * `recorded` is in the order of recording; `versions` holds every version named in it that is still kept. Events of
 * a version that is not kept any more go by their quotes alone. Linear in the events and the versions, apart from sorts.
 */
export function lineageReview(
  recorded: readonly WrittenOn[],
  versions: ReadonlyMap<DocumentId, Version>,
  current: DocumentId,
): LineageReview {
  const target = versions.get(current);
  if (!target) throw new RangeError(`lineageReview: the version ${current} is not among the versions given`);
  const sources = new Map<DocumentId, ReadonlyMap<SourceId, SourceId>>();
  const placed = new Map<DocumentId, ReadonlyMap<string, Anchoring>>();
  const older = new Set(recorded.map(({ document }) => document));
  older.delete(current);
  for (const document of older) {
    const version = versions.get(document) ?? target;
    const own = recorded.filter((r) => r.document === document).map(({ event }) => event);
    placed.set(document, reanchor(own, version, target));
    sources.set(document, sameSources(version, target));
  }
  const holding: ReviewEvent[] = [];
  const lost = new Map<DocumentId, ReviewEvent[]>();
  for (const { document, event } of recorded) {
    const anchoring = "subject" in event ? placed.get(document)?.get(subjectKey(event.subject)) : undefined;
    if (event.kind === "undo") {
      // Whom it undoes decides where it counts; where that event is not, it does nothing.
      holding.push(event);
      for (const events of lost.values()) events.push(event);
    } else if (document === current || event.kind === "finding") holding.push(event);
    else if (event.kind === "correction") {
      const source = sources.get(document)?.get(event.source);
      if (source !== undefined) holding.push({ ...event, source });
    } else if (anchoring?.kind === "same" || anchoring?.kind === "moved")
      holding.push({ ...event, subject: anchoring.to });
    else if (anchoring) {
      const events = lost.get(document);
      if (events) events.push(event);
      else lost.set(document, [event]);
    }
  }
  const unplaced = Array.from(lost).flatMap(([document, events]) =>
    [...reviewState(events).values()].flatMap((state) => {
      const anchoring = placed.get(document)!.get(subjectKey(state.subject));
      const out = anchoring?.kind === "outdated" || anchoring?.kind === "orphan";
      const said = state.status !== "open" || state.comments.length > 0;
      return out && said ? [{ document, anchoring, state }] : [];
    }),
  );
  return { events: holding, unplaced };
}
