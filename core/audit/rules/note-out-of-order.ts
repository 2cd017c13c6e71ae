/** Audit rule: first uses of note numbers do not ascend. */
import type { Marker } from "../../model.ts";
import type { Rule } from "../rule.ts";
import { onMarker, spanOf } from "../subjects.ts";

/** Above this share of descents the list is not in the order of citation (alphabetical lists): say nothing. */
const tolerated = 0.2;

export const noteOutOfOrder: Rule = {
  code: "note-out-of-order",
  severity: "info",
  rule: "The first uses of the note numbers do not ascend.",
  remedy: "Check whether text was moved.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2 Zinc is not toxic.4 Iron rusts in water.3 Tin lasts for decades.5 Brass holds its shape.6\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. Bell D. Copper in pipes. J Water. 2012;5:1-9.\n3. Cole E. Iron in pipes. J Water. 2013;6:1-9.\n4. Dunn F. Zinc in pipes. J Water. 2014;7:1-9.\n5. Egan G. Tin in pipes. J Water. 2015;8:1-9.\n6. Finn H. Brass in pipes. J Water. 2016;9:1-9.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2 Zinc is not toxic.1\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n2. Bell D. Copper in pipes. J Water. 2012;5:1-9.\n",
  },
  *check({ analysis, notes }) {
    if (analysis.document.format === "markdown") return;
    const highest = new Map<string, number>();
    const seen = new Set<string>();
    const late: { marker: Marker; label: string; after: number }[] = [];
    let uses = 0;
    for (const marker of analysis.markers)
      for (const id of marker.notes) {
        const note = notes.get(id);
        if (!note || note.label === null || !/^\d{1,6}$/.test(note.label) || seen.has(id)) continue;
        seen.add(id);
        uses++;
        const key = `${note.type} ${note.scope}`;
        const number = Number(note.label);
        const top = highest.get(key) ?? 0;
        if (number < top) late.push({ marker, label: note.label, after: top });
        else highest.set(key, number);
      }
    if (late.length > Math.max(1, uses * tolerated)) return;
    for (const { marker, label, after } of late)
      yield {
        subjects: [onMarker(marker)],
        spans: [spanOf(marker)],
        quote: label,
        message: `Note ${label} is first used behind note ${after}. Check whether text was moved.`,
        data: { label, after },
      };
  },
};
