/** Audit rule: The claim counts from an unnamed now (currently, recent, to date). */
import type { Rule } from "../rule.ts";
import { wordedClaims } from "../wording.ts";

const remedy = "Put a date to it.";

export const relativeTime: Rule = {
  code: "relative-time",
  severity: "info",
  rule: "The claim counts from an unnamed now (currently, recent, to date).",
  remedy,
  examples: {
    fires: "Lead pipes are currently banned in towns.\n",
    silent: "Lead pipes were banned in 1986.\n",
  },
  check: (context) => wordedClaims(context, "relative-time", { cited: "info", uncited: "info" }, remedy),
};
