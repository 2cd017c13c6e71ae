/** Audit rule: a candidate marker that lost to, or won narrowly over, another reading. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onDocument, onNote, spanOf } from "../subjects.ts";

export const uncertainMarker: Rule = {
  code: "uncertain-marker",
  title: "Marker or number?",
  group: "markers",
  severity: "info",
  rule: "A number could be a marker or part of the text: the decision was narrow, or a note that nothing else calls may be meant.",
  remedy: "Confirm the reading.",
  caution: "Reported when in doubt, so about half of them are fine as they were read.",
  examples: {
    fires: page(
      "Lead harms the brains of children.1 Many old houses still have lead pipes.2 Tests use the PCR3 method.",
      [ames, bell, cole],
    ),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis, uncalled, slice }) {
    for (const candidate of analysis.uncertain)
      yield {
        subjects: [onDocument],
        spans: [spanOf(candidate)],
        quote: candidate.text,
        message: `“${candidate.text}” was read as ${candidate.taken === "marker" ? "a marker" : "part of the text"}: ${candidate.reason}. Confirm the reading.`,
        data: { taken: candidate.taken },
      };
    const told = new Set(analysis.uncertain.map(({ start }) => start));
    for (const { one: note, place } of uncalled()) {
      if (place === null || told.has(place.start)) continue;
      yield {
        subjects: [onNote(note)],
        spans: [place],
        quote: slice(place),
        message: `“${slice(place)}” may hold the marker of note ${note.label}, to which no other leads. Confirm the reading.`,
        data: { taken: "text", label: note.label ?? "" },
      };
    }
  },
};
