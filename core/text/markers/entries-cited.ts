/** Links citations by name to list entries by surname, year and title alone, before any reference is parsed. */
import type { MarkerId, NoteId, Outline } from "../../model.ts";
import { worksOf } from "./author-page.ts";
import { matchEntry } from "./author-year-match.ts";
import { initialOf, LEADING_INITIALS } from "./names.ts";

/**
 * Returns, for each marker that cites by name, one entry for each of its cites, in their order; null where none or
 * several fit. Other markers carry their notes themselves. Linear but for works that share one surname.
 */
export function entriesCited(
  text: string,
  outline: Outline,
): ReadonlyMap<MarkerId, readonly (NoteId | null)[]> {
  const listed = outline.notes.filter((note) => note.type === "reference");
  const { index, byTitle } = worksOf(listed.map((note) => text.slice(note.bodyStart, note.bodyEnd)));
  const cited = new Map<MarkerId, (NoteId | null)[]>();
  for (const marker of outline.markers) {
    if (marker.cites.length === 0) continue;
    const found = marker.cites.map((cite): NoteId | null => {
      if (cite.form !== "author-year") return null;
      const { namesTruncated: truncated, year, title } = cite;
      const [first = "", ...others] = cite.names;
      const names = first === "" ? [] : [first.replace(LEADING_INITIALS, ""), ...others];
      const initial = initialOf(cite.raw) ?? initialOf(first);
      let fit = matchEntry(index, { names, truncated, year, initial });
      if (title !== null) {
        const titled = names.length > 0 ? byTitle(title, fit) : byTitle(title);
        if (titled.length > 0) fit = titled;
      }
      return fit.length === 1 ? listed[fit[0]!]!.id : null;
    });
    if (found.some((note) => note !== null)) cited.set(marker.id, found);
  }
  return cited;
}
