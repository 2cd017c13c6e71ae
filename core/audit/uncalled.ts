/** Notes that no marker calls, and sources of a bibliography that no citation names: the sure ones and the doubtful. */

import type { Analysis, Note, NoteId, Source, Span } from "../model.ts";
import { acronym, fold } from "../names.ts";
import { overlookedPlaces } from "./overlooked.ts";
import { yearOf } from "./subjects.ts";

export interface Uncalled<T> {
  readonly one: T;
  /** A place that may call it, though it was not read so; null where nothing in the text can mean it. */
  readonly place: Span | null;
}

/** Returns the labelled notes that neither a marker nor an in-text citation leads to, in order. */
export function uncalledNotes(
  analysis: Analysis,
  called: ReadonlySet<string>,
  described: ReadonlySet<string>,
): readonly Uncalled<Note>[] {
  const open = analysis.notes.filter(
    (note) => note.label !== null && !called.has(note.id) && !described.has(note.id),
  );
  const places: ReadonlyMap<NoteId, Span> = overlookedPlaces(analysis, open);
  return open.map((one) => ({ one, place: places.get(one.id) ?? null }));
}

/** How far behind a name its year may stand, in UTF-16 units. */
const reach = 90;

/**
 * Returns a function from an uncited source to the place outside the reference list where its first author, or the
 * letters of a body, stand shortly before its year in no citation that was resolved; null for none. Linear in the
 * text once, then in the occurrences of the year.
 */
export function namedPlaces(analysis: Analysis): (source: Source) => Span | null {
  const { text } = analysis.document;
  const years = new Map<string, number[]>();
  const entries = analysis.notes.filter((note) => note.type === "reference");
  const resolved = analysis.items.filter(
    (item) => item.marker !== null && item.resolution.kind === "resolved",
  );
  const holes = [...entries, ...resolved].sort((a, b) => a.start - b.start);
  let hole = 0;
  for (const m of text.matchAll(/(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g)) {
    while (hole < holes.length && holes[hole]!.end <= m.index) hole++;
    if (hole < holes.length && holes[hole]!.start <= m.index) continue;
    years.set(m[0], [...(years.get(m[0]) ?? []), m.index]);
  }
  return (source) => {
    const author = source.csl.author?.[0] ?? source.csl.editor?.[0];
    const name = author?.family ?? author?.literal;
    if (name === undefined) return null;
    // "United Nations Development Programme (UNDP)" says its own letters.
    const said = /\((\p{Lu}{2,10})\)/u.exec(name)?.[1];
    const letters = said ?? (author?.literal === undefined ? "" : acronym(author.literal));
    for (const at of years.get(String(yearOf(source))) ?? []) {
      const start = Math.max(0, at - reach);
      const before = text.slice(start, at);
      const named = fold(before).lastIndexOf(fold(name));
      const short = letters.length > 1 ? before.lastIndexOf(letters.toUpperCase()) : -1;
      if (named >= 0 || short >= 0) return { start: start + Math.max(named, short), end: at + 4 };
    }
    return null;
  };
}
