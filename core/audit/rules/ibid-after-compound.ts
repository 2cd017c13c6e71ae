/** Audit rule: Ibid. or id. follows a note with two or more sources. */
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const ibidAfterCompound: Rule = {
  code: "ibid-after-compound",
  severity: "warning",
  rule: "Ibid. or id. follows a note with two or more sources.",
  remedy: "Name the source.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19; Bell D. Copper in pipes. J Water. 2012;5:1-9.\n\n2 Ibid., 12.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ibid., 12.\n",
  },
  check: (context) =>
    refusedItems(
      context,
      "compound-antecedent",
      "the note before it cites several sources. Name the source.",
    ),
};
