/** Audit rule: a full reference that gives one page while another citation names a lower one. */

import { ames, bell, marked, page } from "../example.ts";
import { firstPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onItem, onSource, spanOf } from "../subjects.ts";

/** An article is seldom longer; a page further off belongs to another numbering. */
const longest = 60;
const isWithinArticle = (page: number | null, given: number): boolean =>
  page !== null && page < given && given - page <= longest;

export const pageRangeUnknown: Rule = {
  code: "page-range-unknown",
  title: "Page range unknown",
  group: "sources",
  severity: "warning",
  rule: "The full reference of an article gives a single page, and another citation names a lower one.",
  remedy: "Complete the record with the article's own pages.",
  caution: "A one-page item is complete as it is.",
  examples: {
    fires: page(marked, [ames.replace("10-19", " 14"), bell, "Ames, 12."]),
    silent: page(marked, [ames, bell, "Ames, 12."]),
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
        .find((i) => i.pinpoint?.label === "page" && isWithinArticle(firstPage(i.pinpoint.value), given));
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
