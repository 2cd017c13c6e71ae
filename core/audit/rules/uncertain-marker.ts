/** Audit rule: a candidate marker that lost to, or won narrowly over, another reading. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onDocument, spanOf } from "../subjects.ts";

export const uncertainMarker: Rule = {
  code: "uncertain-marker",
  title: "Marker or number?",
  group: "markers",
  severity: "info",
  rule: "A number could be a marker or part of the text, and the decision was narrow.",
  remedy: "Confirm the reading.",
  caution: "Reported when in doubt, so about half of them are fine as they were read.",
  examples: {
    fires: page(
      "Lead harms the brains of children.1 Many old houses still have lead pipes.2 Tests use the PCR3 method.",
      [ames, bell, cole],
    ),
    silent: page(marked, [ames, bell, cole]),
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
