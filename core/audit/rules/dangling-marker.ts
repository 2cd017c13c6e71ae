/** Audit rule: a marker that leads to no note. */
import type { Rule } from "../rule.ts";
import { onMarker, spanOf } from "../subjects.ts";

export const danglingMarker: Rule = {
  code: "dangling-marker",
  severity: "error",
  rule: "The marker's label belongs to no note.",
  remedy: "Restore the lost note or drop the marker.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.3\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ analysis }) {
    for (const marker of analysis.markers)
      for (const label of marker.dangling)
        yield {
          subjects: [onMarker(marker)],
          spans: [spanOf(marker)],
          quote: label,
          message: `Marker “${label}” leads to no note. Restore the note or drop the marker.`,
          data: { label },
        };
  },
};
