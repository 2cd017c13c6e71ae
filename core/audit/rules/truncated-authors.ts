/** Audit rule: the full reference cuts its author list with "et al.". */
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

export const truncatedAuthors: Rule = {
  code: "truncated-authors",
  severity: "info",
  rule: "The full reference cuts the author list with et al.",
  remedy: "None where the style allows it; else complete the list.",
  examples: {
    fires: "Lead is bad for children.1\n\n1 Ames C, Bell D, et al. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent: "Lead is bad for children.1\n\n1 Ames C, Bell D. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ analysis, items }) {
    for (const source of analysis.sources) {
      const full = source.descriptions.flatMap((d) => items.get(d) ?? [])[0];
      if (!source.authorsTruncated || !full) continue;
      yield {
        subjects: [onSource(source)],
        spans: [spanOf(full)],
        quote: nameOf(source),
        message: `The author list of ${source.label} is cut with “et al.”. Complete it, unless the style asks for it.`,
        data: { named: source.csl.author?.length ?? 0 },
      };
    }
  },
};
