/** Audit rule: a labelled note that no marker points to. */
import { ames, bell, cole, dunn, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { isFurtherReading } from "../sections.ts";
import { onNote, spanOf } from "../subjects.ts";

export const orphanNote: Rule = {
  code: "orphan-note",
  title: "Note without a marker",
  group: "markers",
  severity: "warning",
  rule: "No marker points to the note.",
  remedy: "Place its marker in the text or delete the note.",
  caution:
    "An unnumbered bibliography is judged by unused-source instead. A marker that was lost in copying looks the same.",
  examples: {
    fires: page(marked, [ames, bell, cole, dunn]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis, callsOf, itemsOf, items, sectionOf, slice }) {
    const called = new Set(callsOf.keys());
    // In-text citations lead to an entry through its source, not through its label.
    const cited = new Set(
      analysis.items.flatMap((i) =>
        i.marker !== null && i.resolution.kind === "resolved" ? [i.resolution.source] : [],
      ),
    );
    const describes = new Set(
      analysis.sources
        .filter((s) => cited.has(s.id))
        .flatMap((s) => s.descriptions.flatMap((d) => items.get(d)?.note ?? [])),
    );
    for (const note of analysis.notes) {
      if (note.label === null || called.has(note.id) || describes.has(note.id)) continue;
      if (note.type === "reference" && isFurtherReading(sectionOf(note))) continue;
      yield {
        subjects: [onNote(note)],
        spans: [spanOf(note)],
        quote: slice(note),
        message: `No marker points to note ${note.label}. Place its marker or delete the note.`,
        data: { label: note.label, citations: (itemsOf.get(note.id) ?? []).length },
      };
    }
  },
};
