/** Audit rule: The claim is worded with doubt (may, suggest, it is believed). */
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Check that the source is as unsure as the sentence.";

export const hedgedClaim: Rule = {
  code: "hedged-claim",
  severity: "info",
  rule: "The claim is worded with doubt (may, suggest, it is believed).",
  remedy,
  examples: {
    fires: "Steroids may help some patients.\n",
    silent: "Steroids help patients.\n",
  },
  check: (context) => wordedClaims(context, "hedge", { cited: "info", uncited: "info" }, remedy),
};
