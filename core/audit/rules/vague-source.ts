/** Audit rule: a citation that names a class of things and no work. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onItem, spanOf } from "../subjects.ts";

export const vagueSource: Rule = {
  code: "vague-source",
  title: "No identifiable work",
  group: "citations",
  severity: "warning",
  rule: "The citation names a class of things (websites, personal communication, on file) and no identifiable work.",
  remedy: "Name the documents.",
  caution: "Where an identifiable work stands beside it, the work is the citation.",
  examples: {
    fires: page(marked, [`${ames} For current limits, please refer to the suppliers' websites.`, bell, cole]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis }) {
    for (const item of analysis.items)
      if (item.form === "vague")
        yield {
          subjects: [onItem(item)],
          spans: [spanOf(item)],
          quote: item.raw,
          message: `“${item.raw}” names no work that could be looked up. Name the documents.`,
        };
  },
};
