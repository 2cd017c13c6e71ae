/** Audit rule: two notes of one numbering with the same label. */
import type { Note } from "../../model.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onNote, spanOf } from "../subjects.ts";

export const duplicateNoteNumber: Rule = {
  code: "duplicate-note-number",
  title: "Two notes with one number",
  group: "markers",
  severity: "error",
  rule: "Two notes of one numbering carry the same label.",
  remedy: "Renumber one of them.",
  caution: "Numbering that starts afresh in each chapter or on each page is counted apart.",
  examples: {
    fires: page(marked, [ames, bell, `2. ${cole}`]),
    silent: page(marked, [ames, bell, cole]),
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
