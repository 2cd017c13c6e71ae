/** Audit rule: a note with neither source nor commentary. */
import type { Rule } from "../rule.ts";
import { onNote, spanOf } from "../subjects.ts";

export const emptyNote: Rule = {
  code: "empty-note",
  severity: "error",
  rule: "The note holds neither a source nor a remark.",
  remedy: "Fill the note or delete it with its marker.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. .\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. Ames, 12.\n",
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
