/** Audit rule: a source cited through another one. */
import { CITED_IN } from "../../cited-in.ts";
import { amesApa, bellApa, essay } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onItem, spanOf } from "../subjects.ts";

/** "citing" is left out: in legal parentheticals it describes the source, not a second hand. */
const secondHand = new RegExp(`(?<!\\p{L})(?:${CITED_IN}|cit\\.\\s(?:in|by|da))\\s*[:(]?\\s*$`, "iu");

const opens = new RegExp(`^\\s*(?:${CITED_IN})(?!\\p{L})`, "iu");

export const secondaryCitation: Rule = {
  code: "secondary-citation",
  title: "Cited at second hand",
  group: "citations",
  severity: "warning",
  rule: "The source is cited as it is cited or quoted in another one.",
  remedy: "Get the original.",
  caution:
    "Originals that cannot be had are rightly cited so. Legal “(citing X)” describes the source and is left alone.",
  examples: {
    fires: essay(
      "Lead harms the brains of children (Colby, 1999, as cited in Ames, 2011). Many old houses still have lead pipes (Bell, 2012).",
      [amesApa, bellApa],
    ),
    silent: essay(
      "Lead harms the brains of children (Ames, 2011). Many old houses still have lead pipes (Bell, 2012).",
      [amesApa, bellApa],
    ),
  },
  *check({ analysis, text }) {
    for (const item of analysis.items) {
      const before = text.slice(Math.max(0, item.start - 40), item.start);
      const inside = opens.test(item.raw);
      if (!inside && !secondHand.test(before) && !secondHand.test(`${item.prefix ?? ""} `)) continue;
      yield {
        subjects: [onItem(item)],
        spans: [spanOf(item)],
        quote: item.raw,
        message: `“${item.raw}” is cited at second hand. Get the original.`,
      };
    }
  },
};
