/** Audit rule: The claim is worded without exception (no known, never, proves). */
import { page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Seek a counter-example.";

export const absoluteClaim: Rule = {
  code: "absolute-claim",
  title: "Claim without exception",
  group: "claims",
  severity: "warning",
  rule: "The claim is worded without exception (no known, never, proves).",
  remedy,
  caution:
    "Definitions speak without exception by right. “Not all”, “almost always” and words inside quotation marks are left alone.",
  examples: {
    fires: page("There are no known cures for lead poisoning. Doctors can only remove the metal."),
    silent: page("Lead poisoning is hard to treat. Doctors can only remove the metal."),
  },
  check: (context) => wordedClaims(context, "absolute", { cited: "info", uncited: "warning" }, remedy),
};
