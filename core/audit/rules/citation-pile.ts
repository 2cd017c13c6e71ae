/** Audit rule: many sources at one point. */
import type { Rule } from "../rule.ts";
import { onClaim, onMarker, spanOf } from "../subjects.ts";

export const citationPile: Rule = {
  code: "citation-pile",
  severity: "info",
  rule: "One marker carries five or more sources.",
  remedy: "Say which source backs what.",
  examples: {
    fires:
      "Lead is bad for children [1-5].\n\nReferences\n\n[1] Ames C. Lead in pipes. J Water. 2011;4:10-19.\n[2] Bell D. Copper in pipes. J Water. 2012;5:1-9.\n[3] Cole E. Iron in pipes. J Water. 2013;6:1-9.\n[4] Dunn F. Zinc in pipes. J Water. 2014;7:1-9.\n[5] Egan G. Tin in pipes. J Water. 2015;8:1-9.\n",
    silent:
      "Lead is bad for children [1].\n\nReferences\n\n[1] Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ claims, edgesOf, markers, options }) {
    for (const claim of claims) {
      const at = new Map<string, Set<string>>();
      for (const edge of edgesOf.get(claim.id) ?? []) {
        if (edge.scope !== "direct") continue;
        const held = at.get(edge.marker) ?? new Set();
        at.set(edge.marker, held.add(edge.source));
      }
      for (const [id, cited] of at) {
        const marker = markers.get(id);
        if (!marker || cited.size < options.pileSources) continue;
        yield {
          subjects: [onClaim(claim), onMarker(marker)],
          spans: [spanOf(marker)],
          quote: claim.text,
          message: `${cited.size} sources at one point. Say which backs what.`,
          data: { sources: cited.size },
        };
      }
    }
  },
};
