/** The common body of the rules about citations that were refused. */
import type { CitationItem, Note, RefusalReason, Source } from "../model.ts";
import type { AuditContext } from "./context.ts";
import { nearest } from "./nearest.ts";
import type { Draft } from "./rule.ts";
import { onItem, onNote, spanOf } from "./subjects.ts";
import { authorities } from "./taxa.ts";

/**
 * Why a citation counts as refused, or null. Only *ibid.* and its kin can lack an antecedent: a surname that nothing
 * before it carries is unresolved, unless the full reference comes later, which is a finding of its own.
 */
function reasonOf(item: CitationItem, context: AuditContext): RefusalReason | null {
  if (item.resolution.kind !== "refused") return null;
  const { reason } = item.resolution;
  if (reason !== "no-antecedent" || item.form === "ibid") return reason;
  return laterFull(item, context) === null ? "unresolved" : null;
}

/**
 * Returns the full reference, in a later note, of the one work that a short citation can mean; null where none or
 * several could be meant, or where it is no short citation.
 */
export function laterFull(
  item: CitationItem,
  { items, sources, notes }: AuditContext,
): { readonly source: Source; readonly full: CitationItem } | null {
  if (item.note === null || (item.form !== "short" && item.form !== "supra")) return null;
  const { resolution } = item;
  const meant =
    resolution.kind === "resolved"
      ? [resolution.source]
      : resolution.kind === "refused" && resolution.reason === "no-antecedent"
        ? resolution.candidates
        : [];
  const source = meant.length === 1 ? sources.get(meant[0]!) : undefined;
  const full = source?.descriptions.flatMap((d) => items.get(d) ?? [])[0];
  if (!source || !full || full.start <= item.start || full.note === item.note) return null;
  return namesSomething(item, notes.get(item.note)) ? { source, full } : null;
}

/** A short citation is a few words; more than this is a reference that was not understood. */
const mostWords = 24;
/** An entry of a reference list that refers to another one is shorter still. */
const mostWordsInList = 8;

/**
 * Whether the citation says whom or what it cites. Words in quotation marks alone may be a remark, and a long
 * entry of a reference list is a reference, whatever its reader made of it.
 */
function namesSomething(item: CitationItem, note: Note | undefined): boolean {
  if (/^(?:ISSN|ISBN|PMID|PMCID|doi)\b/i.test(item.raw)) return false;
  if (item.form === "ibid" || item.key !== null || item.noteRef !== null) return true;
  const inList = note?.type === "reference";
  if (item.raw.split(/\s+/).length > (inList ? mostWordsInList : mostWords)) return false;
  if (inList && item.pinpoint === null && item.year === null) return false;
  return item.names.length > 0 || (item.title !== null && item.pinpoint !== null);
}

/** Yields one draft for each citation refused for the reason, with the candidates it was refused between. */
export function* refusedItems(context: AuditContext, reason: RefusalReason, why: string): Iterable<Draft> {
  const { analysis, notes, sources } = context;
  const species = reason === "unresolved" ? authorities(analysis) : null;
  for (const item of analysis.items) {
    if (item.resolution.kind !== "refused" || reasonOf(item, context) !== reason) continue;
    const note = item.note === null ? undefined : notes.get(item.note);
    if (!namesSomething(item, note) || species?.has(item)) continue;
    const candidates = item.resolution.candidates.flatMap((id) => sources.get(id)?.label ?? []);
    const near = reason === "unresolved" && candidates.length === 0 ? neighbours(item, analysis.sources) : [];
    const between = candidates.length > 0 ? ` Candidates: ${candidates.join("; ")}.` : "";
    const meant = near.length > 0 ? ` Was ${near.join(" or ")} meant?` : "";
    yield {
      subjects: note ? [onItem(item), onNote(note)] : [onItem(item)],
      spans: [spanOf(item)],
      quote: item.raw,
      message: `“${item.raw}”: ${why}${between}${meant}`,
      data: { candidates, nearest: near, basis: item.resolution.basis.rule },
    };
  }
}

const neighbours = (item: CitationItem, sources: readonly Source[]): readonly string[] =>
  item.names.slice(0, 1).flatMap((name) =>
    nearest(name, sources, ({ csl }) => csl.author?.[0]?.family ?? csl.author?.[0]?.literal ?? "")
      .slice(0, 3)
      .map((source) => source.label),
  );
