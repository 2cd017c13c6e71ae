/** Audit rule: The claim rests on an unnamed authority (it is believed, studies show). */
import { page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Name the source.";

export const vagueAttribution: Rule = {
  code: "vague-attribution",
  title: "Unnamed authority",
  group: "claims",
  severity: "warning",
  rule: "The claim rests on an unnamed authority (it is believed, studies show).",
  remedy,
  caution:
    "The authors’ own results (“our data suggest”) and authorities named in the sentence are left alone.",
  examples: {
    fires: page("Studies show that lead is bad for children. Few owners know."),
    silent: page("Lead is bad for children. Few owners know."),
  },
  check: (context) =>
    wordedClaims(context, "vague-attribution", { cited: "info", uncited: "warning" }, remedy),
};
