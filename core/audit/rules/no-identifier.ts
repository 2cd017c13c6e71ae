/** Audit rule: a source without any identifier. */
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

/** Works of these types have no identifier by nature. */
const exempt = new Set(["manuscript", "legislation", "legal_case", "personal_communication", "letter"]);

export const noIdentifier: Rule = {
  code: "no-identifier",
  severity: "info",
  rule: "The source has no DOI, PMID, PMCID, ISBN or address.",
  remedy: "Add the DOI.",
  examples: {
    fires: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent:
      "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19. doi:10.5555/jw.2011.10\n",
  },
  *check({ analysis, items }) {
    for (const source of analysis.sources) {
      const { csl } = source;
      const has = csl.DOI ?? csl.PMID ?? csl.PMCID ?? csl.ISBN ?? csl.URL;
      if (has !== undefined || exempt.has(csl.type)) continue;
      const full = source.descriptions.flatMap((d) => items.get(d) ?? [])[0];
      yield {
        subjects: [onSource(source)],
        spans: full ? [spanOf(full)] : [],
        quote: nameOf(source),
        message: `${source.label} has no identifier. Add its DOI, so that others find it.`,
      };
    }
  },
};
