/** Audit rule: a short citation whose full reference comes only later. */
import type { Rule } from "../rule.ts";
import { onItem, onSource, spanOf } from "../subjects.ts";

export const shortFormBeforeFull: Rule = {
  code: "short-form-before-full",
  severity: "warning",
  rule: "A short citation in a note resolves only to a full reference in a later note.",
  remedy: "Give the full reference first.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames, 12.\n\n2 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ames, 12.\n",
  },
  *check({ analysis, sources, items, notes }) {
    // A separate bibliography holds the full references: then short notes come first by design.
    if (analysis.notes.some((n) => n.type === "reference") || analysis.document.bibliography.length > 0)
      return;
    for (const item of analysis.items) {
      if (item.note === null || (item.form !== "short" && item.form !== "supra")) continue;
      if (item.resolution.kind !== "resolved") continue;
      const source = sources.get(item.resolution.source);
      const full = source?.descriptions.flatMap((d) => items.get(d) ?? [])[0];
      if (!source || !full || full.start <= item.start || full.note === item.note) continue;
      const label = full.note === null ? "" : (notes.get(full.note)?.label ?? "");
      yield {
        subjects: [onItem(item), onSource(source)],
        spans: [spanOf(item), spanOf(full)],
        quote: item.raw,
        message: `“${item.raw}” stands before the full reference in note ${label}. Give the full reference first.`,
        data: { fullIn: label },
      };
    }
  },
};
