/** Audit rule: an unmarked claim that the next marker of its paragraph may cover. */
import type { Rule } from "../rule.ts";
import { onClaim, onMarker, spanOf } from "../subjects.ts";

export const citationScopeUnclear: Rule = {
  code: "citation-scope-unclear",
  severity: "info",
  rule: "The claim has no marker, but one follows in the same paragraph with none between.",
  remedy: "Accept or refuse the carried citation.",
  examples: {
    fires:
      "Most old houses still have lead pipes. Lead is bad for children.1\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent: "Lead is bad for children.1\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ claims, carriedTo }) {
    for (const claim of claims) {
      const marker = carriedTo.get(claim.id);
      if (!marker || claim.markers.length > 0) continue;
      yield {
        subjects: [onClaim(claim), onMarker(marker)],
        spans: [spanOf(claim), spanOf(marker)],
        quote: claim.text,
        message: `The next marker, “${marker.text}”, may cover this claim too. Accept or refuse the carried citation.`,
        data: { marker: marker.text },
      };
    }
  },
};
