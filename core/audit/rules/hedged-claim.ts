/** Audit rule: The claim is worded with doubt (may, suggest, it is believed). */
import { page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Check that the source is as unsure as the sentence.";

export const hedgedClaim: Rule = {
  code: "hedged-claim",
  title: "Claim worded with doubt",
  group: "claims",
  severity: "info",
  rule: "The claim is worded with doubt (may, suggest, it is believed).",
  remedy,
  caution:
    "Doubt is often right. Permission (“visitors may”), the month of May, “often” and “can” are no hedges.",
  examples: {
    fires: page("Steroids may help some patients. The dose is small."),
    silent: page("Steroids help some patients. The dose is small."),
  },
  check: (context) => wordedClaims(context, "hedge", { cited: "info", uncited: "info" }, remedy),
};
