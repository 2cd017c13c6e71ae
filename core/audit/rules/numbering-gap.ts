/** Audit rule: note labels skip a number. */
import type { Note } from "../../model.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onNote, spanOf } from "../subjects.ts";

export const numberingGap: Rule = {
  code: "numbering-gap",
  title: "Gap in the numbering",
  group: "markers",
  severity: "warning",
  rule: "The labels of one numbering skip a number.",
  remedy: "Look for a lost note.",
  caution: "Letters and symbols have no order to keep; labels in Markdown are identifiers.",
  examples: {
    fires: page(marked.replace("level.3", "level.4"), [ames, bell, `4. ${cole}`]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis, slice }) {
    // In Markdown a footnote's label is an identifier.
    if (analysis.document.format === "markdown") return;
    const last = new Map<string, { note: Note; number: number }>();
    const key = (note: Note, label: string | number): string => `${note.type} ${note.scope} ${label}`;
    const present = new Set(analysis.notes.map((note) => key(note, note.label ?? "")));
    for (const note of analysis.notes) {
      if (note.label === null || !/^\d{1,6}$/.test(note.label)) continue;
      const numbering = key(note, "");
      const number = Number(note.label);
      const before = last.get(numbering);
      last.set(numbering, { note, number });
      if (before === undefined || number <= before.number + 1) continue;
      const missing = Array.from({ length: Math.min(number - before.number - 1, 20) }, (_, i) =>
        String(before.number + 1 + i),
      ).filter((label) => !present.has(key(note, label)));
      if (missing.length === 0) continue;
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
