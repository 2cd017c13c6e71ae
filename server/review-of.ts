/** What reviewers said of one version of a document, older versions' verdicts included where their sentence is kept. */
import { gunzipSync } from "node:zlib";
import type { Analysis, DocumentId } from "../core/model.ts";
import {
  type Corrections,
  lineageReview,
  type Recorded,
  type ReviewState,
  reviewDecisions,
  reviewState,
} from "../core/review/index.ts";
import type { RetractionList } from "./store/retractions/types.ts";
import type { Store } from "./store/store.ts";

const many = 5000;

/** What exports are given beside the analysis. */
export interface Reviewed {
  readonly reviews: ReviewState;
  readonly corrections: Corrections;
  /** The retraction list that its findings are of; null when there is none, or it has yet to be checked. */
  readonly retractions: RetractionList | null;
}

/**
 * Returns the state of every subject with an event, what was put right in the sources, and the retraction list that
 * they were looked up in. `blind` names a reviewer who may see what others wrote about a subject only once the own
 * verdict on it stands; null shows all. Reads every version with an event whole.
 */
export async function reviewOf(
  store: Store,
  current: Analysis,
  blind: string | null = null,
): Promise<Reviewed> {
  const recorded: Recorded[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const log = await store.review(current.document.id, { after, limit: many, blind });
    if (log === null) break;
    recorded.push(...log.items);
    after = log.next;
  }
  const versions = new Map<DocumentId, Analysis>([[current.document.id, current]]);
  for (const { document } of recorded) {
    if (versions.has(document)) continue;
    const stored = await store.analysis(document);
    if (stored) versions.set(document, JSON.parse(gunzipSync(stored.gzip).toString("utf8")) as Analysis);
  }
  const { events } = lineageReview(recorded, versions, current.document.id);
  return {
    reviews: reviewState(events),
    corrections: reviewDecisions(events).corrections,
    retractions: await store.retractions.of(current.document.id),
  };
}
