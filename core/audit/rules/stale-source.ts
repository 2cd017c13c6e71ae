/** Audit rule: an old source, at the as-of date. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { staleAt } from "../stale.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

export const staleSource: Rule = {
  code: "stale-source",
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
    asOf: "2026-01-01",
  },
  *check(context) {
    for (const source of context.analysis.sources) {
      const age = staleAt(context, source);
      if (age === null) continue;
      const full = source.descriptions.flatMap((d) => context.items.get(d) ?? [])[0];
      yield {
        subjects: [onSource(source)],
        spans: full ? [spanOf(full)] : [],
        quote: nameOf(source),
        message: `${source.label} is ${age} years old at ${context.options.asOf}. Look for newer evidence.`,
        data: { age, limit: context.options.maxAgeYears },
      };
    }
  },
};
