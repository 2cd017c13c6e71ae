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
    "An unnumbered bibliography is judged by unused-source instead. A note that a number in a table or glued to a code may call is reported as uncertain-marker. A marker that was lost in copying looks the same.",
  examples: {
    fires: page(marked, [ames, bell, cole, dunn]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ uncalled, itemsOf, sectionOf, slice }) {
    for (const { one: note, place } of uncalled()) {
      if (place !== null || (note.type === "reference" && isFurtherReading(sectionOf(note)))) continue;
      yield {
        subjects: [onNote(note)],
        spans: [spanOf(note)],
        quote: slice(note),
        message: `No marker points to note ${note.label}. Place its marker or delete the note.`,
        data: { label: note.label ?? "", citations: (itemsOf.get(note.id) ?? []).length },
      };
    }
  },
};
