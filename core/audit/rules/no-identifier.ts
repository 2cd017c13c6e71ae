/** Audit rule: a source without any identifier. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource, yearOf } from "../subjects.ts";

/** Works of these types have no identifier by nature. */
const exempt = new Set(["manuscript", "legislation", "legal_case", "personal_communication", "letter"]);

/** Works from before the ISBN seldom have any identifier. */
const firstIsbns = 1970;

export const noIdentifier: Rule = {
  code: "no-identifier",
  title: "Source without identifier",
  group: "sources",
  severity: "info",
  rule: "The source has no DOI, PMID, PMCID, ISBN or address.",
  remedy: "Add the DOI.",
  caution: "Old works and archives have none; works before 1970 are left alone.",
  examples: {
    fires: page(marked, [ames, bell, cole]),
    silent: page(
      marked,
      [ames, bell, cole].map((entry, i) => `${entry} doi:10.5555/jw.${i}`),
    ),
  },
  *check({ analysis, fullOf }) {
    for (const source of analysis.sources) {
      const { csl } = source;
      const has = csl.DOI ?? csl.PMID ?? csl.PMCID ?? csl.ISBN ?? csl.URL;
      if (has !== undefined || exempt.has(csl.type) || (yearOf(source) ?? firstIsbns) < firstIsbns) continue;
      yield {
        subjects: [onSource(source)],
        spans: fullOf(source),
        quote: nameOf(source),
        message: `${source.label} has no identifier. Add its DOI, so that others find it.`,
      };
    }
  },
};
