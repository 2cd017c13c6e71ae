/** Audit rule: an unnumbered bibliography entry that is never cited. */
import type { Rule } from "../rule.ts";
import { onNote, onSource, spanOf } from "../subjects.ts";

export const unusedSource: Rule = {
  code: "unused-source",
  severity: "warning",
  rule: "The bibliography entry is never cited.",
  remedy: "Cite it, or drop it.",
  examples: {
    fires:
      "Lead is bad for children (Ames, 2011).\n\nReferences\n\nAmes, C. (2011). Lead in pipes. Journal of Water, 4(1), 10–19.\n\nBell, D. (2012). Copper in pipes. Journal of Water, 5(1), 1–9.\n",
    silent:
      "Lead is bad for children (Ames, 2011).\n\nReferences\n\nAmes, C. (2011). Lead in pipes. Journal of Water, 4(1), 10–19.\n",
  },
  *check({ analysis, items, notes, slice }) {
    const cited = new Set<string>();
    for (const item of analysis.items) {
      const note = item.note === null ? undefined : notes.get(item.note);
      const entry = note?.type === "reference" && note.label === null;
      if (entry || item.resolution.kind === "none") continue;
      if (item.resolution.kind === "resolved") cited.add(item.resolution.source);
      // A refused citation may mean any of its candidates.
      else for (const candidate of item.resolution.candidates) cited.add(candidate);
    }
    for (const source of analysis.sources) {
      if (cited.has(source.id)) continue;
      const entry = source.descriptions
        .flatMap((d) => items.get(d)?.note ?? [])
        .flatMap((id) => notes.get(id) ?? [])
        .find((n) => n.type === "reference" && n.label === null);
      if (!entry) continue;
      yield {
        subjects: [onSource(source), onNote(entry)],
        spans: [spanOf(entry)],
        quote: slice(entry),
        message: `${source.label} is in the bibliography and never cited. Cite it, or drop it.`,
        data: { key: source.key },
      };
    }
  },
};
