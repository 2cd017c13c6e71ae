/** Audit rule: many sources at one point. */
import { ames, bell, cole, dunn, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim, onMarker, spanOf } from "../subjects.ts";

export const citationPile: Rule = {
  code: "citation-pile",
  title: "Many sources at one point",
  group: "citations",
  severity: "info",
  rule: "One marker carries five or more sources.",
  remedy: "Say which source backs what.",
  caution: "A survey of the literature may name many works at one point on purpose.",
  examples: {
    fires: page(
      "Lead harms the brains of children [1-5]. Many old houses still have lead pipes [2].",
      [ames, bell, cole, dunn, "Egan G. Tin in the kettles of hotels. J Water. 2015;8(1):1-9."].map(
        (entry, i) => `[${i + 1}] ${entry}`,
      ),
      "References",
    ),
    silent: page(
      "Lead harms the brains of children [1]. Many old houses still have lead pipes [2].",
      [`[1] ${ames}`, `[2] ${bell}`],
      "References",
    ),
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
