/** The common body of the rules about citations that were refused. */
import type { RefusalReason } from "../model.ts";
import type { AuditContext } from "./context.ts";
import type { Draft } from "./rule.ts";
import { onItem, onNote, spanOf } from "./subjects.ts";

/** Yields one draft for each citation refused for the reason, with the candidates it was refused between. */
export function* refusedItems(
  { analysis, notes, sources }: AuditContext,
  reason: RefusalReason,
  why: string,
): Iterable<Draft> {
  for (const item of analysis.items) {
    if (item.resolution.kind !== "refused" || item.resolution.reason !== reason) continue;
    const note = item.note === null ? undefined : notes.get(item.note);
    const candidates = item.resolution.candidates.flatMap((id) => sources.get(id)?.label ?? []);
    const between = candidates.length > 0 ? ` Candidates: ${candidates.join("; ")}.` : "";
    yield {
      subjects: note ? [onItem(item), onNote(note)] : [onItem(item)],
      spans: [spanOf(item)],
      quote: item.raw,
      message: `“${item.raw}”: ${why}${between}`,
      data: { candidates, basis: item.resolution.basis.rule },
    };
  }
}
