/** Audit rule: two notes of one numbering with the same label. */
import type { Note } from "../../model.ts";
import type { Rule } from "../rule.ts";
import { onNote, spanOf } from "../subjects.ts";

export const duplicateNoteNumber: Rule = {
  code: "duplicate-note-number",
  severity: "error",
  rule: "Two notes of one numbering carry the same label.",
  remedy: "Renumber one of them.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. Bell D. Copper in pipes. J Water. 2012;5:1-9.\n2. Cole E. Zinc in pipes. J Water. 2013;6:1-9.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. Bell D. Copper in pipes. J Water. 2012;5:1-9.\n",
  },
  *check({ analysis, slice }) {
    const first = new Map<string, Note>();
    for (const note of analysis.notes) {
      if (note.label === null) continue;
      const key = `${note.type} ${note.scope} ${note.label}`;
      const held = first.get(key);
      if (held === undefined) first.set(key, note);
      else
        yield {
          subjects: [onNote(held), onNote(note)],
          spans: [spanOf(note), spanOf(held)],
          quote: slice(note),
          message: `Two notes carry the label ${note.label}. Renumber one of them.`,
          data: { label: note.label },
        };
    }
  },
};
