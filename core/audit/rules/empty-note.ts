/** Audit rule: a note with neither source nor commentary. */
import { ames, bell, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onNote, spanOf } from "../subjects.ts";

export const emptyNote: Rule = {
  code: "empty-note",
  title: "Empty note",
  group: "markers",
  severity: "error",
  rule: "The note holds neither a source nor a remark.",
  remedy: "Fill the note or delete it with its marker.",
  caution: "A note whose words were lost in copying looks the same.",
  examples: {
    fires: page(marked, [ames, bell, "3. ."]),
    silent: page(marked, [ames, bell, "Ames, 12."]),
  },
  *check({ analysis, text, slice }) {
    for (const note of analysis.notes) {
      if (/[\p{L}\p{N}]/u.test(text.slice(note.bodyStart, note.bodyEnd))) continue;
      yield {
        subjects: [onNote(note)],
        spans: [spanOf(note)],
        quote: slice(note),
        message: `Note ${note.label ?? ""} is empty. Fill it or delete it with its marker.`,
        data: { label: note.label ?? "" },
      };
    }
  },
};
