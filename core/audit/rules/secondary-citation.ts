/** Audit rule: a source cited through another one. */
import type { Rule } from "../rule.ts";
import { onItem, spanOf } from "../subjects.ts";

/** "citing" is left out: in legal parentheticals it describes the source, not a second hand. */
const secondHand =
  /\b(?:as )?(?:cited|quoted|reported|discussed|qtd\.?) (?:in|by)\s*[:(]?\s*$|\b(?:zit(?:iert)?\.?|zitiert) (?:nach|bei|in)\s*:?\s*$|\bcité(?:e|s)? (?:par|dans)\s*:?\s*$/i;

export const secondaryCitation: Rule = {
  code: "secondary-citation",
  severity: "warning",
  rule: "The source is cited as it is cited or quoted in another one.",
  remedy: "Get the original.",
  examples: {
    fires:
      "Lead is bad for children (Colby, 1999, as cited in Ames, 2011).\n\nReferences\n\nAmes, C. (2011). Lead in pipes. Journal of Water, 4(1), 10–19.\n",
    silent:
      "Lead is bad for children (Ames, 2011).\n\nReferences\n\nAmes, C. (2011). Lead in pipes. Journal of Water, 4(1), 10–19.\n",
  },
  *check({ analysis, text }) {
    for (const item of analysis.items) {
      const before = text.slice(Math.max(0, item.start - 40), item.start);
      const inside = /^\s*(?:as )?(?:cited|quoted|qtd\.?) (?:in|by)\b/i.test(item.raw);
      if (!inside && !secondHand.test(before) && !secondHand.test(`${item.prefix ?? ""} `)) continue;
      yield {
        subjects: [onItem(item)],
        spans: [spanOf(item)],
        quote: item.raw,
        message: `“${item.raw}” is cited at second hand. Get the original.`,
      };
    }
  },
};
