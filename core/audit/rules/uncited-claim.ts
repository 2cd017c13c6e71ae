/** Audit rule: a claim that no citation reaches. */
import type { Rule } from "../rule.ts";
import { onClaim, spanOf } from "../subjects.ts";

export const uncitedClaim: Rule = {
  code: "uncited-claim",
  severity: "warning",
  rule: "The claim has no marker, and no later marker in its paragraph.",
  remedy: "Cite a source, weaken the claim, or mark it as common knowledge.",
  examples: {
    fires:
      "Lead is bad for children.1 Most old houses still have lead pipes.\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent:
      "Most old houses still have lead pipes.1 Lead is bad for children.1\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ claims, carriedTo }) {
    for (const claim of claims) {
      if (claim.markers.length > 0 || carriedTo.has(claim.id)) continue;
      yield {
        subjects: [onClaim(claim)],
        spans: [spanOf(claim)],
        quote: claim.text,
        message: "No source reaches this claim. Cite one, weaken the claim, or mark it as common knowledge.",
      };
    }
  },
};
