/** Audit rule: A short citation fits two or more sources equally. */
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const ambiguousShortForm: Rule = {
  code: "ambiguous-short-form",
  severity: "error",
  rule: "A short citation fits two or more sources equally.",
  remedy: "Choose the one that is meant.",
  examples: {
    fires:
      "Lead is bad for children.1 Zinc is not toxic.2 Pipes leak for years.3\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ames C. Zinc in pipes. J Water. 2013;6:10-19.\n\n3 Ames, 14.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ames, 12.\n",
  },
  check: (context) =>
    refusedItems(context, "ambiguous", "two or more sources fit equally. Choose the one that is meant."),
};
