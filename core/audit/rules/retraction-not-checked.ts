/** Audit rule: sources that the retraction list cannot be asked about. */
import { ames, bell, cole, marked, page } from "../example.ts";
import { exampleList, identifiersOf } from "../listed.ts";
import type { Rule } from "../rule.ts";
import { onDocument, onSource } from "../subjects.ts";

export const retractionNotChecked: Rule = {
  code: "retraction-not-checked",
  title: "Retraction not checked",
  group: "sources",
  severity: "info",
  rule: "A retraction list was given, and some sources have no DOI or PubMed ID to look them up by.",
  remedy: "Add the identifiers. The absence of a finding is no clearance.",
  caution: "Books, laws and web pages have no entry in the list and are counted here as well.",
  examples: {
    fires: page(marked, [`${ames} doi:10.5555/jw.2011.10`, bell, cole]),
    silent: page(
      marked,
      [ames, bell, cole].map((entry, i) => `${entry} doi:10.5555/jw.${i}`),
    ),
    options: { retractions: exampleList("Retraction", "10.5555/jw.2009.1") },
    given: "With any retraction list.",
  },
  *check({ analysis, fullOf, options }) {
    const { retractions } = options;
    if (retractions === null) return;
    const unasked = analysis.sources.filter(({ csl }) => identifiersOf(csl).length === 0);
    if (unasked.length === 0) return;
    yield {
      subjects: [onDocument, ...unasked.map(onSource)],
      spans: unasked.flatMap(fullOf),
      quote: "",
      message: `${unasked.length} of ${analysis.sources.length} sources have no DOI or PubMed ID and were not looked up in the retraction list. The absence of a finding is no clearance.`,
      data: { list: retractions.hash, upTo: retractions.upTo ?? "", sources: unasked.map((s) => s.key) },
    };
  },
};
