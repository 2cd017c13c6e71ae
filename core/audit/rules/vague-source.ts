/** Audit rule: a citation that names a class of things and no work. */
import type { Rule } from "../rule.ts";
import { onItem, spanOf } from "../subjects.ts";

export const vagueSource: Rule = {
  code: "vague-source",
  severity: "warning",
  rule: "The citation names a class of things (websites, personal communication, on file) and no identifiable work.",
  remedy: "Name the documents.",
  examples: {
    fires:
      "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19. For current limits, please refer to the suppliers' websites.\n",
    silent: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
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
