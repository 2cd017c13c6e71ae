/** Audit rule: A short citation fits two or more sources equally. */

import { ames, bell, marked, page } from "../example.ts";
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const ambiguousShortForm: Rule = {
  code: "ambiguous-short-form",
  title: "Short form fits several sources",
  group: "citations",
  severity: "error",
  rule: "A short citation fits two or more sources equally.",
  remedy: "Choose the one that is meant.",
  caution: "A year or a title word in the citation narrows the choice first; what is left is really open.",
  examples: {
    fires: page(marked, [
      ames,
      "Ames C. Zinc in the taps of schools. J Water. 2013;6(3):12-29.",
      "Ames, 14.",
    ]),
    silent: page(marked, [ames, bell, "Ames, 14."]),
  },
  check: (context) =>
    refusedItems(context, "ambiguous", "two or more sources fit equally. Choose the one that is meant."),
};
