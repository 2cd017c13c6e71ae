/** Audit rule: a source lacks what its type requires. */
import type { Csl } from "../../model.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

/** Each entry is satisfied by any one of its fields. Types that are not listed are not judged. */
const required: Readonly<Record<string, readonly (readonly (keyof Csl)[])[]>> = {
  "article-journal": [
    ["author", "editor"],
    ["title"],
    ["container-title"],
    ["issued"],
    ["volume", "DOI", "number", "URL"],
  ],
  book: [["author", "editor"], ["title"], ["issued"], ["publisher", "publisher-place", "ISBN", "DOI", "URL"]],
  chapter: [["author", "editor"], ["title"], ["container-title"], ["issued"]],
  thesis: [["author"], ["title"], ["issued"], ["publisher", "genre", "URL", "DOI"]],
};

export const incompleteMetadata: Rule = {
  code: "incomplete-metadata",
  severity: "warning",
  rule: "The full reference lacks a field that its type requires.",
  remedy: "Complete the record.",
  examples: {
    fires: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes of old houses. J Water. 4(2):10-19.\n",
    silent:
      "Lead is bad for children.1\n\n1 Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n",
  },
  *check({ analysis, items }) {
    for (const source of analysis.sources) {
      const needs = required[source.csl.type];
      const full = source.descriptions.flatMap((d) => items.get(d) ?? [])[0];
      // A weakly read reference says nothing about the record: the reader may have missed the field.
      if (!needs || !full?.reference || full.reference.confidence === "proposed") continue;
      const missing = needs
        .filter((any) => !any.some((f) => source.csl[f] !== undefined))
        .map((any) => String(any[0]));
      if (missing.length === 0) continue;
      yield {
        subjects: [onSource(source)],
        spans: [spanOf(full)],
        quote: nameOf(source),
        message: `${source.label} lacks ${missing.join(", ")}. Complete the record.`,
        data: { type: source.csl.type, missing },
      };
    }
  },
};
