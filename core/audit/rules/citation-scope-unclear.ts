/** Audit rule: an unmarked claim that the next marker of its paragraph may cover. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim, onMarker, spanOf } from "../subjects.ts";

export const citationScopeUnclear: Rule = {
  code: "citation-scope-unclear",
  title: "Unclear what the next marker covers",
  group: "claims",
  severity: "info",
  rule: "The claim has no marker, but one follows in the same paragraph with none between.",
  remedy: "Accept or refuse the carried citation.",
  caution: "An offer and no charge: many authors cite once at the end of a thought.",
  examples: {
    fires: page(
      "Lead harms the brains of children. Many old houses still have lead pipes.1 Flushing the tap lowers the level.2",
      [ames, bell],
    ),
    silent: page(marked, [ames, bell, cole]),
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
