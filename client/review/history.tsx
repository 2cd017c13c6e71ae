/** Every event about a subject, the newest first, undone ones struck through. */
import type { JSX } from "react";
import { type ReviewEvent, reasonWords, type SubjectState, verdictWords } from "../../core/review/index.ts";
import { timeText } from "./when.ts";

function wordsOf(event: ReviewEvent, byId: ReadonlyMap<string, ReviewEvent>): string {
  switch (event.kind) {
    case "verdict":
    case "agreement": {
      const words = `${event.kind === "agreement" ? "agreed: " : ""}${verdictWords[event.verdict].label}`;
      const why = event.reasons.map((r) => reasonWords[r]).join("; ");
      return [words, why, event.comment && `“${event.comment}”`].filter(Boolean).join(", ");
    }
    case "clear":
      return "took the verdict back";
    case "comment":
      return event.comment === "" ? "removed the comment" : `“${event.comment}”`;
    case "undo":
      return byId.get(event.event)?.kind === "undo" ? "redid" : "undid";
    case "finding":
    case "correction":
      return event.kind;
    default:
      return event satisfies never;
  }
}

/** Ids that are undone: read from the end, each is settled when it is met. */
function undoneOf(history: readonly ReviewEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const event of history.toReversed())
    if (event.kind === "undo" && !undone.has(event.id)) undone.add(event.event);
  return undone;
}

export function History({ state }: { readonly state: SubjectState }): JSX.Element {
  const { history } = state;
  const undone = undoneOf(history);
  const byId = new Map(history.map((e) => [e.id, e]));
  return (
    <details className="history">
      <summary>{`History (${history.length})`}</summary>
      <ol>
        {history.toReversed().map((event) => (
          <li key={event.id} data-undone={undone.has(event.id)}>
            <b>{event.reviewer}</b> {wordsOf(event, byId)} <small>{timeText(event.at)}</small>
          </li>
        ))}
      </ol>
    </details>
  );
}
