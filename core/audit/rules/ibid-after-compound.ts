/** Audit rule: Ibid. or id. follows a note with two or more sources. */

import { ames, bell, cole, marked, page } from "../example.ts";
import { refusedItems } from "../refused.ts";
import type { Rule } from "../rule.ts";

export const ibidAfterCompound: Rule = {
  code: "ibid-after-compound",
  title: "Ibid. after several sources",
  group: "citations",
  severity: "warning",
  rule: "Ibid. or id. follows a note with two or more sources.",
  remedy: "Name the source.",
  caution: "The rule of the manuals: ibid. wants a note with one source before it.",
  examples: {
    fires: page(marked, [ames, `${bell.slice(0, -1)}; ${cole}`, "Ibid., 12."]),
    silent: page(marked, [ames, bell, "Ibid., 5."]),
  },
  check: (context) =>
    refusedItems(
      context,
      "compound-antecedent",
      "the note before it cites several sources. Name the source.",
    ),
};
