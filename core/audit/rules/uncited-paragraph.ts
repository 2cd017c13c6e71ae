/** Audit rule: a paragraph of several claims without any marker. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim } from "../subjects.ts";

export const uncitedParagraph: Rule = {
  code: "uncited-paragraph",
  title: "Paragraph without a citation",
  group: "claims",
  severity: "warning",
  rule: "The paragraph makes two or more claims and has no marker.",
  remedy: "Treat its claims as one task.",
  caution: "Lead sections summarise what is cited below.",
  examples: {
    fires: page(`${marked}\n\nFew owners know the age of their pipes. Plumbers seldom tell them.`, [
      ames,
      bell,
      cole,
    ]),
    silent: page(`${marked}\n\nFew owners know the age of their pipes.`, [ames, bell, cole]),
  },
  *check({ paragraphs, lacksSource, text }) {
    for (const paragraph of paragraphs) {
      const claims = paragraph.filter((s) => s.kind === "claim");
      if (claims.length < 2 || !claims.every(lacksSource) || paragraph.some((s) => s.markers.length > 0))
        continue;
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
