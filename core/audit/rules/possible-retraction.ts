/** Audit rule: a retracted paper bears the title of a source, and no identifier tells whether it is the same. */
import { ames, bell, cole, marked, page } from "../example.ts";
import { exampleList, listFacts, onList } from "../listed.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource } from "../subjects.ts";

export const possibleRetraction: Rule = {
  code: "possible-retraction",
  title: "Possibly retracted source",
  group: "sources",
  severity: "info",
  rule: "A retracted paper of the list bears the title of a source that has no DOI and no PubMed ID.",
  remedy: "Find the source’s identifier and check again.",
  caution: "Different papers share titles; nothing is claimed but the equal title.",
  examples: {
    fires: page(marked, [ames, bell, cole]),
    silent: page(marked, [`${ames} doi:10.5555/jw.2011.11`, bell, cole]),
    options: { retractions: exampleList("Retraction", "10.5555/jw.2011.10") },
    given: "With a list that has “Lead in the pipes of old houses” as a Retraction.",
  },
  *check(context) {
    const { retractions } = context.options;
    if (retractions === null) return;
    for (const source of context.analysis.sources) {
      const found = onList(retractions, source.csl);
      if (found?.standing !== "possible") continue;
      yield {
        subjects: [onSource(source)],
        spans: context.fullOf(source),
        quote: nameOf(source),
        message: `A retracted paper bears the title of ${source.label}, which has no identifier. Find its DOI and check again.`,
        data: listFacts(retractions, found.records),
      };
    }
  },
};
