/** Audit rule: A short citation fits no source of the document. */

import { ames, bell, marked, page } from "../example.ts";
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const unresolvedShortForm: Rule = {
  code: "unresolved-short-form",
  title: "Short form without a source",
  group: "citations",
  severity: "error",
  rule: "A short citation fits no source of the document.",
  remedy: "Find the full reference.",
  caution: "A misspelt name is offered its nearest neighbour and never linked to it.",
  examples: {
    fires: page(marked, [ames, bell, "Smith, 12."]),
    silent: page(marked, [ames, bell, "Ames, 12."]),
  },
  check: (context) =>
    refusedItems(context, "unresolved", "no source of this document fits. Find the full reference."),
};
