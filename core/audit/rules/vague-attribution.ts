/** Audit rule: The claim rests on an unnamed authority (it is believed, studies show). */
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Name the source.";

export const vagueAttribution: Rule = {
  code: "vague-attribution",
  severity: "warning",
  rule: "The claim rests on an unnamed authority (it is believed, studies show).",
  remedy,
  examples: {
    fires: "Studies show that lead is bad for children.\n",
    silent: "Lead is bad for children.\n",
  },
  check: (context) =>
    wordedClaims(context, "vague-attribution", { cited: "info", uncited: "warning" }, remedy),
};
