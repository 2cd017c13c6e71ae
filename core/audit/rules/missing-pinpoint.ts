/** Audit rule: a long work cited as a whole. */
import { pageCount } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

const books = new Set(["book", "chapter", "thesis", "report"]);

export const missingPinpoint: Rule = {
  code: "missing-pinpoint",
  severity: "info",
  rule: "A book, or an article of more than ten pages, is cited without a page or section.",
  remedy: "Add the page.",
  examples: {
    fires: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-49.\n",
    silent: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ analysis, edgesTo, items, options }) {
    for (const source of analysis.sources) {
      const edges = (edgesTo.get(source.id) ?? []).filter((e) => e.scope === "direct");
      if (edges.length === 0 || edges.some((e) => e.pinpoint !== null)) continue;
      const pages = pageCount(source.csl.page);
      const long = pages === null ? books.has(source.csl.type) : pages > options.longArticlePages;
      if (!long) continue;
      const item = items.get(edges[0]!.item);
      yield {
        subjects: [onSource(source)],
        spans: item ? [spanOf(item)] : [],
        quote: nameOf(source),
        message: `${source.label}${pages === null ? "" : ` has ${pages} pages and`} is cited as a whole. Add the page.`,
        data: pages === null ? { type: source.csl.type } : { pages, limit: options.longArticlePages },
      };
    }
  },
};
