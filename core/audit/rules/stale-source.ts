/** Audit rule: an old source, at the as-of date. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { staleAt } from "../stale.ts";
import { nameOf, onSource } from "../subjects.ts";

export const staleSource: Rule = {
  code: "stale-source",
  title: "Old source",
  group: "sources",
  severity: "info",
  rule: "The source is older than ten years at the as-of date.",
  remedy: "Look for newer evidence.",
  caution: "Classics and works of history do not age.",
  examples: {
    fires: page(marked, [ames, bell, cole]),
    silent: page(
      marked,
      [ames, bell, cole].map((entry) => entry.replace(/201\d/, "2021")),
    ),
    options: { asOf: "2026-01-01" },
    given: "With 2026-01-01 as the as-of date.",
  },
  *check(context) {
    for (const source of context.analysis.sources) {
      const age = staleAt(context, source);
      if (age === null) continue;
      yield {
        subjects: [onSource(source)],
        spans: context.fullOf(source),
        quote: nameOf(source),
        message: `${source.label} is ${age} years old at ${context.options.asOf}. Look for newer evidence.`,
        data: { age, limit: context.options.maxAgeYears },
      };
    }
  },
};
