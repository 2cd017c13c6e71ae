/** The common body of the rules about citations that were refused. */
import type { CitationItem, RefusalReason } from "../model.ts";
import type { AuditContext } from "./context.ts";
import type { Draft } from "./rule.ts";
import { onItem, onNote, spanOf } from "./subjects.ts";

/**
 * Why a citation counts as refused. Only *ibid.* and its kin can lack an antecedent: a surname that nothing before
 * it carries is unresolved.
 */
function reasonOf(item: CitationItem): RefusalReason | null {
  if (item.resolution.kind !== "refused") return null;
  const { reason } = item.resolution;
  return reason === "no-antecedent" && item.form !== "ibid" ? "unresolved" : reason;
}

/** Yields one draft for each citation refused for the reason, with the candidates it was refused between. */
export function* refusedItems(
  { analysis, notes, sources }: AuditContext,
  reason: RefusalReason,
  why: string,
): Iterable<Draft> {
  for (const item of analysis.items) {
    if (item.resolution.kind !== "refused" || reasonOf(item) !== reason) continue;
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
