/** Audit rule: note labels skip a number. */
import type { Note } from "../../model.ts";
import type { Rule } from "../rule.ts";
import { onNote, spanOf } from "../subjects.ts";

export const numberingGap: Rule = {
  code: "numbering-gap",
  severity: "warning",
  rule: "The labels of one numbering skip a number.",
  remedy: "Look for a lost note.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.3\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n3. Bell D. Copper in pipes. J Water. 2012;5:1-9.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. Bell D. Copper in pipes. J Water. 2012;5:1-9.\n",
  },
  *check({ analysis, slice }) {
    // In Markdown a footnote's label is an identifier.
    if (analysis.document.format === "markdown") return;
    const last = new Map<string, { note: Note; number: number }>();
    for (const note of analysis.notes) {
      if (note.label === null || !/^\d{1,6}$/.test(note.label)) continue;
      const key = `${note.type} ${note.scope}`;
      const number = Number(note.label);
      const before = last.get(key);
      last.set(key, { note, number });
      if (before === undefined || number <= before.number + 1) continue;
      const missing = Array.from({ length: Math.min(number - before.number - 1, 20) }, (_, i) =>
        String(before.number + 1 + i),
      );
      yield {
        subjects: [onNote(before.note), onNote(note)],
        spans: [spanOf(note)],
        quote: slice(note),
        message: `The notes go from ${before.number} to ${number}: look for the lost note ${missing.join(", ")}.`,
        data: { missing },
      };
    }
  },
};
