/** Audit rule: a quotation whose citations give no place. */
import { ames, bell, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim } from "../subjects.ts";

const quotation = /“([^“”]{1,2000})”|"([^"\n]{1,2000})"|«([^«»]{1,2000})»|„([^„“”]{1,2000})[“”]/g;

/** Works that have no pages to name. */
const pageless = new Set(["webpage", "post", "legislation", "personal_communication", "interview", "speech"]);

export const quoteWithoutPinpoint: Rule = {
  code: "quote-without-pinpoint",
  title: "Quotation without a page",
  group: "claims",
  severity: "warning",
  rule: "A quotation of five or more words whose citations give no page or section.",
  remedy: "Add the page.",
  caution: "Proverbs and spoken words have no page.",
  examples: {
    fires: page(
      "Ames calls lead “the worst thing that water ever carried”.1 Many old houses still have lead pipes.2",
      [ames, bell],
    ),
    silent: page("Ames calls lead “the worst thing”.1 Many old houses still have lead pipes.2", [ames, bell]),
  },
  *check({ claims, edgesOf, sources, wordsOf, options }) {
    for (const claim of claims) {
      const direct = (edgesOf.get(claim.id) ?? []).filter((e) => e.scope === "direct");
      if (direct.length === 0 || direct.some((e) => e.pinpoint !== null)) continue;
      if (direct.every((e) => pageless.has(sources.get(e.source)?.csl.type ?? ""))) continue;
      for (const m of wordsOf(claim).matchAll(quotation)) {
        const words = m[0].match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
        if (words < options.quotationWords) continue;
        const start = claim.start + m.index;
        yield {
          subjects: [onClaim(claim)],
          spans: [{ start, end: start + m[0].length }],
          quote: m[0],
          message: `A quotation of ${words} words, and none of its citations names a page. Add it.`,
          data: { words },
        };
        break;
      }
    }
  },
};
