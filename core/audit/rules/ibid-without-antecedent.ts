/** Audit rule: Ibid. or id. has no source before it to point back to. */
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const ibidWithoutAntecedent: Rule = {
  code: "ibid-without-antecedent",
  severity: "error",
  rule: "Ibid. or id. has no source before it to point back to.",
  remedy: "Name the source.",
  examples: {
    fires: "Lead is bad for children.1\n\n1 Ibid., 12.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ibid., 12.\n",
  },
  check: (context) => refusedItems(context, "no-antecedent", "no source stands before it. Name the source."),
};
