/** Links citations by name to list entries by surname, year and title alone, before any reference is parsed. */
import type { MarkerId, NoteId, Outline } from "../../model.ts";
import { byTitle } from "./author-page.ts";
import { indexEntries, matchEntry } from "./author-year-match.ts";
import { initialOf } from "./names.ts";

/**
 * Returns, for each marker that cites by name, the entries its cites fit where exactly one does. Other markers carry
 * their notes themselves. Linear but for works that share one surname.
 */
export function entriesCited(text: string, outline: Outline): ReadonlyMap<MarkerId, readonly NoteId[]> {
  const listed = outline.notes.filter((note) => note.type === "reference");
  const entries = listed.map((note) => text.slice(note.bodyStart, note.bodyEnd));
  const index = indexEntries(entries);
  const cited = new Map<MarkerId, NoteId[]>();
  for (const marker of outline.markers) {
    const found: NoteId[] = [];
    for (const cite of marker.cites) {
      if (cite.form !== "author-year") continue;
      const initial = initialOf(cite.raw);
      let fit = matchEntry(index, {
        names: cite.names,
        truncated: cite.namesTruncated,
        year: cite.year,
        initial,
      });
      if (cite.title !== null) {
        const titled = byTitle(entries, cite.title, cite.names.length > 0 ? fit : entries.map((_, i) => i));
        if (titled.length > 0) fit = titled;
      }
      if (fit.length === 1) found.push(listed[fit[0]!]!.id);
    }
    if (found.length > 0) cited.set(marker.id, [...new Set(found)]);
  }
  return cited;
}
