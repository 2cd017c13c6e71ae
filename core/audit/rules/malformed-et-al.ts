/** Audit rule: "et. al." and "et al" for "et al.". */
import { bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onNote } from "../subjects.ts";

const malformed = /\bet\.\s?al\b\.?|\bet al\b(?![.\p{L}])/giu;

export const malformedEtAl: Rule = {
  code: "malformed-et-al",
  title: "Misspelt et al.",
  group: "sources",
  severity: "info",
  rule: "A note writes et al. with a stop behind “et” or none behind “al”.",
  remedy: "Write “et al.”",
  caution:
    "A reference list that writes “et al” without a stop throughout has a house style and is left alone.",
  examples: {
    fires: page(marked, [
      "Ames C, Bell D, et. al. Lead in the pipes of old houses. J Water. 2011;4(2):10-19.",
      bell,
      cole,
    ]),
    silent: page(marked, [
      "Ames C, Bell D, et al. Lead in the pipes of old houses. J Water. 2011;4(2):10-19.",
      bell,
      cole,
    ]),
  },
  *check({ analysis, text }) {
    for (const note of analysis.notes) {
      const found = [...text.slice(note.bodyStart, note.bodyEnd).matchAll(malformed)];
      // "et al" without a stop is a house style where all entries have it; "et. al." is none.
      const wrong =
        found.find((m) => /^et\./i.test(m[0])) ?? (note.type === "reference" ? undefined : found[0]);
      if (!wrong) continue;
      const start = note.bodyStart + wrong.index;
      yield {
        subjects: [onNote(note)],
        spans: [{ start, end: start + wrong[0].length }],
        quote: wrong[0],
        message: `“${wrong[0]}” should read “et al.”`,
        data: { label: note.label ?? "" },
      };
    }
  },
};
