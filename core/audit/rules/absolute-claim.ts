/** Audit rule: The claim is worded without exception (no known, never, proves). */
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Seek a counter-example.";

export const absoluteClaim: Rule = {
  code: "absolute-claim",
  severity: "warning",
  rule: "The claim is worded without exception (no known, never, proves).",
  remedy,
  examples: {
    fires: "There are no known cures for lead poisoning.\n",
    silent: "Lead is bad for children.\n",
  },
  check: (context) => wordedClaims(context, "absolute", { cited: "info", uncited: "warning" }, remedy),
};
