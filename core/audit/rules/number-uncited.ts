/** Audit rule: an uncited claim with a measured number. */
import type { Rule } from "../rule.ts";
import { onClaim } from "../subjects.ts";

const measured =
  /\d[\d.,]*\s?(?:%|per cent|percent)|\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:\w+|\d+)\b|\b\d+ (?:in|out of) \d[\d,]*\b|\bp\s?[<=>]\s?0?\.\d+|\b\d[\d.,]*\s(?:people|patients|participants|deaths|cases|children|adults|women|men|households|mg|kg|g|ml|mm|cm|km|ppm)\b/i;

export const numberUncited: Rule = {
  code: "number-uncited",
  severity: "warning",
  rule: "An uncited claim states a percentage, a ratio, a P value or a count.",
  remedy: "Cite where the number comes from.",
  examples: {
    fires: "About 12% of old houses have lead pipes.\n",
    silent: "Most old houses have lead pipes.\n",
  },
  *check({ claims, carriedTo, text }) {
    for (const claim of claims) {
      if (claim.markers.length > 0 || carriedTo.has(claim.id)) continue;
      const number = measured.exec(text.slice(claim.start, claim.textEnd));
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
