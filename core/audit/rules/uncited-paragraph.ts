/** Audit rule: a paragraph of several claims without any marker. */
import type { Rule } from "../rule.ts";
import { onClaim } from "../subjects.ts";

export const uncitedParagraph: Rule = {
  code: "uncited-paragraph",
  severity: "warning",
  rule: "The paragraph makes two or more claims and has no marker.",
  remedy: "Treat its claims as one task.",
  examples: {
    fires:
      "Lead is bad for children.1\n\nMost old houses still have lead pipes. Few owners know the age of their pipes.\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent:
      "Lead is bad for children.1\n\nMost old houses still have lead pipes.\n\nNotes\n\n1. Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
  },
  *check({ paragraphs, text }) {
    for (const paragraph of paragraphs) {
      const claims = paragraph.filter((s) => s.kind === "claim");
      if (claims.length < 2 || paragraph.some((s) => s.markers.length > 0)) continue;
      const span = { start: claims[0]!.start, end: claims.at(-1)!.end };
      yield {
        subjects: claims.map(onClaim),
        spans: [span],
        quote: text.slice(span.start, span.end),
        message: `${claims.length} claims and no source in this paragraph. Treat them as one task.`,
        data: { claims: claims.map((c) => c.label) },
      };
    }
  },
};
