/** Audit rule: a full reference that gives one page while another citation names a lower one. */
import { firstPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onItem, onSource, spanOf } from "../subjects.ts";

export const pageRangeUnknown: Rule = {
  code: "page-range-unknown",
  severity: "warning",
  rule: "The full reference of an article gives a single page, and another citation names a lower one.",
  remedy: "Complete the record with the article's own pages.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4: 74.\n\n2 Ames, 68.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:60-79.\n\n2 Ames, 68.\n",
  },
  *check({ analysis, items }) {
    for (const source of analysis.sources) {
      if (source.csl.type !== "article-journal" || source.csl.page !== undefined) continue;
      const described = source.descriptions.flatMap((d) => items.get(d) ?? []);
      const full = described.find((i) => i.pinpoint?.label === "page");
      const given = full?.pinpoint ? firstPage(full.pinpoint.value) : null;
      if (!full || given === null) continue;
      const lower = source.mentions
        .flatMap((m) => items.get(m) ?? [])
        .find((i) => i.pinpoint?.label === "page" && (firstPage(i.pinpoint.value) ?? given) < given);
      if (!lower) continue;
      yield {
        subjects: [onSource(source), onItem(full)],
        spans: [spanOf(full), spanOf(lower)],
        quote: nameOf(source),
        message: `The full reference gives only page ${given}, but page ${lower.pinpoint!.value} is cited too. Complete the record with the article's pages.`,
        data: { given: full.pinpoint!.value, lower: lower.pinpoint!.value },
      };
    }
  },
};
