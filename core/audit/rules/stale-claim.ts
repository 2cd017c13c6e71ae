/** Audit rule: a claim about the present whose newest source is old. */
import { cuesOf } from "../cues.ts";
import { ames, bell, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { staleAt } from "../stale.ts";
import { onClaim, onSource, spanOf, yearOf } from "../subjects.ts";

export const staleClaim: Rule = {
  code: "stale-claim",
  title: "Claim about now on old sources",
  group: "sources",
  severity: "warning",
  rule: "The claim speaks of now, and its newest source is stale.",
  remedy: "Update the claim or its source.",
  caution: "A carried citation may not be meant for this claim.",
  examples: {
    fires: page("Lead pipes are currently banned in towns.1 Many old houses still have them.2", [ames, bell]),
    silent: page("Lead pipes are currently banned in towns.1 Many old houses still have them.2", [
      ames.replace("2011", "2021"),
      bell,
    ]),
    options: { asOf: "2026-01-01" },
    given: "With 2026-01-01 as the as-of date.",
  },
  *check(context) {
    for (const claim of context.claims) {
      const edges = context.edgesOf.get(claim.id) ?? [];
      if (edges.length === 0) continue;
      const [cue] = cuesOf(context.wordsOf(claim), "relative-time");
      if (cue === undefined) continue;
      const cited = [...new Set(edges.map((e) => e.source))].flatMap((id) => context.sources.get(id) ?? []);
      const newest = cited.reduce((a, b) => ((yearOf(b) ?? 9999) > (yearOf(a) ?? 9999) ? b : a));
      const age = staleAt(context, newest);
      if (age === null) continue;
      yield {
        subjects: [onClaim(claim), onSource(newest)],
        spans: [spanOf(claim)],
        quote: claim.text,
        message: `“${cue.text}” rests on ${newest.label}, ${age} years old at ${context.options.asOf}. Update the claim or its source.`,
        data: {
          cue: cue.text,
          age,
          stale: cited.filter((s) => staleAt(context, s) !== null).map((s) => s.key),
        },
      };
    }
  },
};
