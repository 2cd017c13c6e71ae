/** Audit rule: Ibid. or id. has no source before it to point back to. */

import { ames, bell, cole, marked, page } from "../example.ts";
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const ibidWithoutAntecedent: Rule = {
  code: "ibid-without-antecedent",
  title: "Ibid. without a source before it",
  group: "citations",
  severity: "error",
  rule: "Ibid. or id. has no source before it to point back to.",
  remedy: "Name the source.",
  caution: "The antecedent may stand in a passage that was left out of the copy.",
  examples: {
    fires: page(marked, ["Ibid., 12.", bell, cole]),
    silent: page(marked, [ames, "Ibid., 12.", cole]),
  },
  check: (context) => refusedItems(context, "no-antecedent", "no source stands before it. Name the source."),
};
