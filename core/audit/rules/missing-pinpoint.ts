/** Audit rule: a long work cited as a whole. */

import { ames, bell, marked, page } from "../example.ts";
import { pageCount } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

const books = new Set(["book", "chapter", "thesis", "report"]);

export const missingPinpoint: Rule = {
  code: "missing-pinpoint",
  title: "Long work cited without a page",
  group: "citations",
  severity: "info",
  rule: "A book, or an article of more than ten pages, is cited without a page or section.",
  remedy: "Add the page.",
  caution:
    "A work may be cited as a whole. Reference lists of a document that never gives pages are left alone.",
  examples: {
    fires: page(marked, [ames.replace("10-19", "10-49"), bell, "Bell, 5."]),
    silent: page(marked, [ames, bell, "Bell, 5."]),
  },
  *check({ analysis, edgesTo, items, notes, options }) {
    const givesPages = analysis.edges.some((e) => e.pinpoint !== null);
    for (const source of analysis.sources) {
      const edges = (edgesTo.get(source.id) ?? []).filter((e) => e.scope === "direct");
      if (edges.length === 0 || edges.some((e) => e.pinpoint !== null)) continue;
      const listed = edges.every((e) => e.note === null || notes.get(e.note)?.type === "reference");
      if (listed && !givesPages) continue;
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
