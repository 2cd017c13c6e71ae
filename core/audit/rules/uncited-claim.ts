/** Audit rule: a claim that no citation reaches. */
import { ames, bell, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim, spanOf } from "../subjects.ts";

export const uncitedClaim: Rule = {
  code: "uncited-claim",
  title: "Claim without a citation",
  group: "claims",
  severity: "warning",
  rule: "The claim has no marker, and no later marker in its paragraph.",
  remedy: "Cite a source, weaken the claim, or mark it as common knowledge.",
  caution:
    "Common knowledge, a document’s own results and summaries need no source. Summaries and abstracts are not asked, nor conclusions that cite nothing, nor what the authors say they counted, measured or asked themselves, with the rest of such a paragraph where it has no marker.",
  examples: {
    fires: page(
      "Lead harms the brains of children.1 Many old houses still have lead pipes.2 Flushing the tap lowers the level.",
      [ames, bell],
    ),
    silent: page("Many old houses still have lead pipes.2 Lead harms the brains of children.1", [ames, bell]),
  },
  *check({ claims, lacksSource }) {
    for (const claim of claims) {
      if (!lacksSource(claim)) continue;
      yield {
        subjects: [onClaim(claim)],
        spans: [spanOf(claim)],
        quote: claim.text,
        message: "No source reaches this claim. Cite one, weaken the claim, or mark it as common knowledge.",
      };
    }
  },
};
