/** Audit rule: the claims of a paper about its own work were not asked for a source, said once. */
import { ames, bell, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onDocument } from "../subjects.ts";

const paper = (middle: string): string =>
  page(
    `Introduction\n\nLead harms the brains of children.1 Many old houses still have lead pipes.2\n\n${middle}\n\nDiscussion\n\nLead pipes were laid until the seventies.2`,
    [ames, bell],
  );

export const ownWork: Rule = {
  code: "own-work",
  title: "Own work, not asked for a source",
  group: "claims",
  severity: "info",
  rule: "The document is a paper, and what it says of its own methods and results was not asked for a source.",
  remedy: "Look at these claims where the work is described: no citation can be missing there.",
  caution:
    "A paper is known by its headings of results and of methods, or of an abstract and an introduction. Its abstract, methods, results and conclusions count as its own work, and so do sentences with “we” or “this study”; in the results of a review, paragraphs that cite do not, nor those that mostly cite under one heading of results and discussion. Switch it off with {“papers”: false}.",
  examples: {
    fires: paper(
      "Methods\n\nWater was drawn from 40 taps in the morning.\n\nResults\n\nLead was found in 12 of the 40 taps.",
    ),
    silent: paper("Old houses\n\nTheir pipes were seldom replaced.1"),
  },
  *check({ claims, isOwn, carriedTo, analysis }) {
    if (isOwn === null) return;
    const own = claims.filter((c) => c.markers.length === 0 && !carriedTo.has(c.id) && isOwn(c));
    if (own.length === 0) return;
    const sections = [...new Set(own.flatMap((c) => c.section ?? []))];
    yield {
      subjects: [onDocument],
      spans: [],
      quote: analysis.document.title ?? "",
      message: `${own.length} ${own.length === 1 ? "claim" : "claims"} of this paper about its own work, in ${sections.length} ${sections.length === 1 ? "section" : "sections"}, ${own.length === 1 ? "was" : "were"} not asked for a source. Judge them by the methods it describes.`,
      data: { claims: own.length, sections: sections.slice(0, 40) },
    };
  },
};
