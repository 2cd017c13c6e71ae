/** Audit rule: two entries of the reference list describe one work. */
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

export const duplicateSource: Rule = {
  code: "duplicate-source",
  severity: "warning",
  rule: "Two entries of the reference list describe one work: same identifier, or same title, year and first author.",
  remedy: "Merge them, or mark them as distinct.",
  examples: {
    fires:
      "Lead is bad for children [1]. Pipes leak for years [2].\n\nReferences\n\n[1] Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n[2] Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n",
    silent:
      "Lead is bad for children [1]. Pipes leak for years [2].\n\nReferences\n\n[1] Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n[2] Bell D. Copper in pipes of new houses. J Water. 2012;5(1):1-9.\n",
  },
  *check({ analysis, items, notes, slice }) {
    for (const source of analysis.sources) {
      const entries = [...new Set(source.descriptions.flatMap((d) => items.get(d)?.note ?? []))].flatMap(
        (id) => {
          const note = notes.get(id);
          return note?.type === "reference" ? [note] : [];
        },
      );
      const [first, ...others] = entries;
      if (!first) continue;
      for (const other of others)
        yield {
          subjects: [onSource(source)],
          spans: [spanOf(other), spanOf(first)],
          quote: slice(other),
          message: `${nameOf(source)} stands twice in the list. Merge the entries, or mark them as distinct.`,
          data: { entries: entries.map((n) => n.label ?? "") },
        };
    }
  },
};
