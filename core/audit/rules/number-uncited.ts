/** Audit rule: an uncited claim with a measured number. */
import { page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim } from "../subjects.ts";

const measured =
  /\d[\d.,]*\s?(?:%|per cent|percent)|\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:\w+|\d+)\b|\b\d+ (?:in|out of) \d[\d,]*\b|\bp\s?[<=>]\s?0?\.\d+|\b\d[\d.,]*\s(?:people|patients|participants|deaths|cases|children|adults|women|men|households|mg|kg|g|ml|mm|cm|km|ppm)\b/i;

/** Instructions give doses without owing a source for each. */
const instruction =
  /^(?:Take|Give|Use|Apply|Drink|Add|Do not|Don.t|Store|Keep|Start|Administer|Dissolve|Mix|Inject|Repeat|Assess|Reposition|Wait|Fit|Replace|Test|Leave|Set|Heat|Cool|Stop|Limit|Avoid|Call|Check|Aim)\b/;

export const numberUncited: Rule = {
  code: "number-uncited",
  title: "Figure without a source",
  group: "claims",
  severity: "warning",
  rule: "An uncited claim states a percentage, a ratio, a P value or a count.",
  remedy: "Cite where the number comes from.",
  caution: "A document’s own measurements need no source but their method.",
  examples: {
    fires: page("About 12% of old houses have lead pipes. Few owners know."),
    silent: page("Most old houses have lead pipes. Few owners know."),
  },
  *check({ claims, lacksSource, wordsOf }) {
    for (const claim of claims) {
      if (!lacksSource(claim) || instruction.test(claim.text)) continue;
      const number = measured.exec(wordsOf(claim));
      if (number === null) continue;
      const start = claim.start + number.index;
      yield {
        subjects: [onClaim(claim)],
        spans: [{ start, end: start + number[0].length }],
        quote: number[0],
        message: `“${number[0]}” has no source. Cite where the number comes from.`,
        data: { number: number[0] },
      };
    }
  },
};
