/** Audit rule: mentions of one source disagree. */
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

export const inconsistentMetadata: Rule = {
  code: "inconsistent-metadata",
  severity: "warning",
  rule: "Two full references of one source disagree on year, volume, first page or title.",
  remedy: "Pick the right one.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19. doi:10.5555/jw.2011.10\n\n2 Ames C. Lead in pipes of old houses. J Water. 2012;4(2):10-19. doi:10.5555/jw.2011.10\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n\n2 Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n",
  },
  *check({ analysis, items }) {
    for (const source of analysis.sources)
      for (const conflict of source.conflicts) {
        const at = conflict.values.flatMap((v) => items.get(v.item) ?? []);
        const values = conflict.values.map((v) => v.value);
        yield {
          subjects: [onSource(source)],
          spans: at.map(spanOf),
          quote: nameOf(source),
          message: `The references to ${source.label} disagree on ${conflict.field}: ${values.join(" or ")}. Pick the right one.`,
          data: { field: conflict.field, values },
        };
      }
  },
};
