/** Audit rule: a conclusion drawn from uncited premises. Off until measured on documents of real reviewers. */
import { cuesOf } from "../cues.ts";
import { ames, bell, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim, spanOf } from "../subjects.ts";

export const inferenceOnUncited: Rule = {
  code: "inference-on-uncited",
  title: "Conclusion from uncited claims",
  group: "graph",
  severity: "info",
  rule: "A claim with therefore, thus or hence follows only uncited claims in its paragraph.",
  remedy: "Cite the premises.",
  caution: "“Thus” can be rhetorical. Off unless switched on.",
  examples: {
    fires: page("Most old houses have lead pipes. Testing the water is therefore critical."),
    silent: page(
      "Most old houses have lead pipes.1 Testing the water is therefore critical. Filters help.2",
      [ames, bell],
    ),
  },
  *check({ paragraphs, edgesOf, wordsOf }) {
    for (const paragraph of paragraphs) {
      const claims = paragraph.filter((s) => s.kind === "claim");
      for (let i = 1; i < claims.length; i++) {
        const claim = claims[i]!;
        const [cue] = cuesOf(wordsOf(claim), "inference");
        if (!cue || claims.slice(0, i + 1).some((c) => (edgesOf.get(c.id) ?? []).length > 0)) continue;
        yield {
          subjects: [onClaim(claim)],
          spans: [spanOf(claim)],
          quote: claim.text,
          message: `“${cue.text}”, but nothing before it in the paragraph is cited. Cite the premises.`,
          data: { cue: cue.text },
        };
      }
    }
  },
};
