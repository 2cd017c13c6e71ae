/** Audit rule: The claim counts from an unnamed now (currently, recent, to date). */
import { page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Put a date to it.";

export const relativeTime: Rule = {
  code: "relative-time",
  title: "Relative time",
  group: "claims",
  severity: "info",
  rule: "The claim counts from an unnamed now (currently, recent, to date).",
  remedy,
  caution: "Left alone where the sentence itself gives a year.",
  examples: {
    fires: page("Lead pipes are currently banned in towns. Copper is allowed."),
    silent: page("Lead pipes were banned in 1986. Copper is allowed."),
  },
  check: (context) => wordedClaims(context, "relative-time", { cited: "info", uncited: "info" }, remedy),
};
