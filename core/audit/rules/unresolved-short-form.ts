/** Audit rule: A short citation fits no source of the document. */
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const unresolvedShortForm: Rule = {
  code: "unresolved-short-form",
  severity: "error",
  rule: "A short citation fits no source of the document.",
  remedy: "Find the full reference.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Smith, 12.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ames, 12.\n",
  },
  check: (context) =>
    refusedItems(context, "unresolved", "no source of this document fits. Find the full reference."),
};
