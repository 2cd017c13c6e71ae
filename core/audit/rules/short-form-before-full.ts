/** Audit rule: a short citation whose full reference comes only later. */
import { ames, bell, marked, page } from "../example.ts";
import { laterFull } from "../refused.ts";
import type { Rule } from "../rule.ts";
import { onItem, onSource, spanOf } from "../subjects.ts";

export const shortFormBeforeFull: Rule = {
  code: "short-form-before-full",
  title: "Short form before the full reference",
  group: "citations",
  severity: "warning",
  rule: "A short citation in a note resolves only to a full reference in a later note.",
  remedy: "Give the full reference first.",
  caution: "Off where a separate bibliography gives the full references.",
  examples: {
    fires: page(marked, ["Ames, 12.", bell, ames]),
    silent: page(marked, [ames, bell, "Ames, 12."]),
  },
  *check(context) {
    const { analysis, notes } = context;
    // A separate bibliography holds the full references: then short notes come first by design.
    if (analysis.notes.some((n) => n.type === "reference") || analysis.document.bibliography.length > 0)
      return;
    for (const item of analysis.items) {
      const later = laterFull(item, context);
      if (later === null) continue;
      const { source, full } = later;
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
