/** Audit rule: a source dated after the document or before printing. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource, yearOf } from "../subjects.ts";

/** Movable type; older works are cited in editions. */
const earliest = 1450;

export const implausibleDate: Rule = {
  code: "implausible-date",
  title: "Impossible date",
  group: "sources",
  severity: "error",
  rule: "The source is dated after the document, or before 1450.",
  remedy: "Correct the year.",
  caution: "Forthcoming works may carry next year’s date, which is allowed.",
  examples: {
    fires: page(marked, [ames.replace("2011", "2019"), bell, cole]),
    silent: page(marked, [ames, bell, cole]),
    options: { asOf: "2014-01-01" },
    given: "With 2014-01-01 as the as-of date.",
  },
  *check({ analysis, fullOf, options }) {
    const date = analysis.document.date ?? options.asOf;
    const latest = date === null ? Number.POSITIVE_INFINITY : Number(date.slice(0, 4)) + 1;
    for (const source of analysis.sources) {
      const year = yearOf(source);
      if (year === null || (year >= earliest && year <= latest)) continue;
      yield {
        subjects: [onSource(source)],
        spans: fullOf(source),
        quote: nameOf(source),
        message: `${source.label} is dated ${year}. Correct the year.`,
        data: date === null ? { year } : { year, date },
      };
    }
  },
};
