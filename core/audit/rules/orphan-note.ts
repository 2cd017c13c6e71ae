/** Audit rule: a labelled note that no marker points to. */
import type { Rule } from "../rule.ts";
import { onNote, spanOf } from "../subjects.ts";

export const orphanNote: Rule = {
  code: "orphan-note",
  severity: "warning",
  rule: "No marker points to the note.",
  remedy: "Place its marker in the text or delete the note.",
  examples: {
    fires:
      "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2 Bell D. Copper in pipes. J Water. 2012;5:1-9.\n",
    silent: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ analysis, callsOf, itemsOf, items, slice }) {
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
