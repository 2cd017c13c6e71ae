/** Audit rule: a candidate marker that lost to, or won narrowly over, another reading. */
import type { Rule } from "../rule.ts";
import { onDocument, spanOf } from "../subjects.ts";

export const uncertainMarker: Rule = {
  code: "uncertain-marker",
  severity: "info",
  rule: "A number could be a marker or part of the text, and the decision was narrow.",
  remedy: "Confirm the reading.",
  examples: {
    fires:
      "Lead is bad for children.1 The pipes were laid in 2004.2 Zinc is not toxic.2\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. Bell D. Copper in pipes. J Water. 2012;5:1-9.\n",
    silent: "Lead is bad for children.1\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ analysis }) {
    for (const candidate of analysis.uncertain)
      yield {
        subjects: [onDocument],
        spans: [spanOf(candidate)],
        quote: candidate.text,
        message: `“${candidate.text}” was read as ${candidate.taken === "marker" ? "a marker" : "part of the text"}: ${candidate.reason}. Confirm the reading.`,
        data: { taken: candidate.taken },
      };
  },
};
