/** Audit rule: a cited page that lies outside the work. */
import { placeInPages } from "../../pinpoint.ts";
import type { Rule } from "../rule.ts";
import { onItem, onSource, spanOf } from "../subjects.ts";

export const pinpointOutsideRange: Rule = {
  code: "pinpoint-outside-range",
  severity: "error",
  rule: "The cited page lies outside the known page range of the source.",
  remedy: "Check for a misprint.",
  examples: {
    fires:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ames, 75.\n",
    silent:
      "Lead is bad for children.1 Pipes leak for years.2\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n\n2 Ames, 12.\n",
  },
  *check({ analysis, sources }) {
    for (const item of analysis.items) {
      const { resolution, pinpoint } = item;
      if (resolution.kind === "none" || pinpoint?.label !== "page") continue;
      const candidates = resolution.kind === "resolved" ? [resolution.source] : resolution.candidates;
      const [only] = candidates.length === 1 ? candidates : [];
      const source = only === undefined ? undefined : sources.get(only);
      const range = source?.csl.page;
      if (!source || range === undefined || placeInPages(pinpoint, range) !== "outside") continue;
      yield {
        subjects: [onItem(item), onSource(source)],
        spans: [spanOf(item)],
        quote: item.raw,
        message: `Page ${pinpoint.value} lies outside ${source.label}, pages ${range}. Check for a misprint.`,
        data: { page: pinpoint.value, range },
      };
    }
  },
};
