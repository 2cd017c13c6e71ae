/** Turns an analysis into the interchange form in which markers, links and reference lists are scored. */
import type { Analysis, CitationItem, Csl, Note, NoteId } from "../../core/model.ts";
import { asShown } from "./shown.ts";

export interface DocumentPrediction {
  readonly doc: string;
  readonly text: string;
  readonly markers: readonly {
    readonly start: number;
    readonly end: number;
    readonly refs: readonly string[];
  }[];
  readonly references: readonly {
    readonly id: string;
    readonly index: number;
    readonly label: string;
    /** Absent for a work that is known only by its citation key. */
    readonly start?: number;
    readonly end?: number;
    readonly raw: string;
    readonly fields: Csl;
    readonly resolves: readonly string[];
  }[];
}

/**
 * Returns the prediction of one document. A reference is a note or reference-list entry; where the document has
 * both footnotes and a reference list, in-text citations lead to the list. Markers carry note ids; citations
 * by key lead to the bibliography record of that key. Text and offsets are those of the page as it is shown.
 */
export function toDocumentPrediction(doc: string, analysis: Analysis): DocumentPrediction {
  const { text, at } = asShown(analysis);
  const itemsOf = new Map<string, CitationItem[]>();
  for (const item of analysis.items) {
    const owner = item.note ?? item.marker;
    if (owner === null) continue;
    const held = itemsOf.get(owner);
    if (held) held.push(item);
    else itemsOf.set(owner, [item]);
  }
  const items = new Map(analysis.items.map((i) => [i.id, i]));
  const sources = new Map(analysis.sources.map((s) => [s.id, s]));
  const notes = new Map(analysis.notes.map((n) => [n.id, n]));

  /** The note that describes the item's source in full; for a work cited by key, the key. */
  const full = (item: CitationItem): string[] => {
    if (item.form === "key" && item.key !== null) return [item.key];
    if (item.resolution.kind !== "resolved") return [];
    const source = sources.get(item.resolution.source);
    return source ? source.descriptions.flatMap((d) => items.get(d)?.note ?? []).slice(0, 1) : [];
  };
  const entry = (item: CitationItem): string[] =>
    full(item).filter((target) => (notes.get(target)?.type ?? "reference") === "reference");

  // The labelled documents list what the running text calls for, not what explains the signs of a table.
  const beside = explainsSigns(analysis);
  const called = analysis.markers.filter((m) => m.notes.length === 0 || !m.notes.every((n) => beside.has(n)));
  const markers = called.map((m) => ({
    start: at(m.start),
    end: at(m.end),
    refs: [...new Set([...m.notes, ...(itemsOf.get(m.id) ?? []).flatMap(entry)])],
  }));
  const listed = analysis.notes.filter((note) => !beside.has(note.id));
  const printed = listed.map((note: Note, i) => {
    const own = itemsOf.get(note.id) ?? [];
    const first = own.find((item) => item.form === "full");
    return {
      id: note.id,
      index: i + 1,
      label: note.label ?? "",
      start: at(note.bodyStart),
      end: at(note.bodyEnd),
      raw: text.slice(at(note.bodyStart), at(note.bodyEnd)),
      fields: first?.reference?.csl ?? { type: "document" },
      resolves: [...new Set(own.flatMap(full))],
    };
  });
  const keys = new Set(analysis.items.flatMap((i) => (i.form === "key" && i.key !== null ? [i.key] : [])));
  const keyed = [...keys].map((key, i) => ({
    id: key,
    index: printed.length + i + 1,
    label: key,
    raw: key,
    fields: analysis.sources.find((s) => s.key === key)?.csl ?? { type: "document" },
    resolves: [],
  }));
  return { doc, text, markers, references: [...printed, ...keyed] };
}

/** The notes under signs that stand in tables, captions and titles only. */
function explainsSigns({ notes, markers, statements }: Analysis): ReadonlySet<NoteId> {
  const signs = new Set(notes.filter((n) => /^[*†‡§‖¶#]/.test(n.label ?? "")).map((n) => n.id));
  if (signs.size === 0) return signs;
  const inText = new Set(statements.flatMap((s) => (s.kind === "claim" ? s.markers : [])));
  for (const marker of markers)
    if (inText.has(marker.id)) for (const note of marker.notes) signs.delete(note);
  return signs;
}
