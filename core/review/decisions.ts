/** What reviewers decided on findings, and what of a source they put right: the latest that is not undone holds. */
import type { FindingId, SourceId } from "../model.ts";
import type { CorrectionEvent, FindingEvent, ReviewEvent } from "./events.ts";
import { undoneIds } from "./state.ts";

export interface Decisions {
  /** By finding; one that was opened again is here with that decision. */
  readonly findings: ReadonlyMap<FindingId, FindingEvent>;
  /** By source and field. */
  readonly corrections: ReadonlyMap<SourceId, ReadonlyMap<string, CorrectionEvent>>;
}

/** Returns what holds after the events, given in the order of recording. Linear. */
export function reviewDecisions(events: readonly ReviewEvent[]): Decisions {
  const undone = undoneIds(events);
  const findings = new Map<FindingId, FindingEvent>();
  const corrections = new Map<SourceId, Map<string, CorrectionEvent>>();
  for (const event of events) {
    if (undone.has(event.id)) continue;
    if (event.kind === "finding") findings.set(event.finding, event);
    if (event.kind !== "correction") continue;
    const fields = corrections.get(event.source) ?? new Map<string, CorrectionEvent>();
    corrections.set(event.source, fields.set(event.field, event));
  }
  return { findings, corrections };
}
