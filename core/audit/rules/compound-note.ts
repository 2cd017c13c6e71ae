/** Audit rule: one note that cites two or more sources. */
import type { Rule } from "../rule.ts";
import { onNote, onSource, spanOf } from "../subjects.ts";

export const compoundNote: Rule = {
  code: "compound-note",
  severity: "info",
  rule: "The note cites two or more sources.",
  remedy: "Say which source backs which part of the sentence.",
  examples: {
    fires:
      "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19; Bell D. Copper in pipes. J Water. 2012;5:1-9.\n",
    silent: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ analysis, itemsOf, sources, slice }) {
    for (const note of analysis.notes) {
      if (note.label === null) continue;
      const cited = new Set(
        (itemsOf.get(note.id) ?? []).flatMap((i) =>
          i.resolution.kind === "resolved" ? [i.resolution.source] : [],
        ),
      );
      if (cited.size < 2) continue;
      const held = [...cited].flatMap((id) => sources.get(id) ?? []);
      yield {
        subjects: [onNote(note), ...held.map(onSource)],
        spans: [spanOf(note)],
        quote: slice(note),
        message: `Note ${note.label ?? ""} cites ${held.map((s) => s.label).join(" and ")}. Say which source backs which part.`,
        data: { sources: held.map((s) => s.key) },
      };
    }
  },
};
