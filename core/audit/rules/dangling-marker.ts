/** Audit rule: a marker that leads to no note. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onMarker, spanOf } from "../subjects.ts";

export const danglingMarker: Rule = {
  code: "dangling-marker",
  title: "Marker without a note",
  group: "markers",
  severity: "error",
  rule: "The marker's label belongs to no note.",
  remedy: "Restore the lost note or drop the marker.",
  caution:
    "Exponents, decimals and chemical formulas can look like markers; doubtful ones are reported as uncertain-marker.",
  examples: {
    fires: page(marked.replace("level.3", "level.4"), [ames, bell, cole.replace(/^/, "3. ")]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis }) {
    const highest = analysis.notes.reduce((top, { label }) => Math.max(top, numberOf(label ?? "")), 0);
    for (const marker of analysis.markers)
      for (const label of marker.dangling) {
        if (numberOf(label) > farthest(highest)) continue;
        yield {
          subjects: [onMarker(marker)],
          spans: [spanOf(marker)],
          quote: label,
          message: `Marker “${label}” leads to no note. Restore the note or drop the marker.`,
          data: { label, highest },
        };
      }
  },
};

const numberOf = (label: string): number => (/^\d{1,6}$/.test(label) ? Number(label) : 0);
/** A number far behind the last note belongs to the text: "Au(111)". */
const farthest = (highest: number): number => 2 * highest + 10;
