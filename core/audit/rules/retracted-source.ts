/** Audit rule: the retraction list says that a source was retracted. */
import { ames, bell, cole, marked, page } from "../example.ts";
import { exampleList, listFacts, onList } from "../listed.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource } from "../subjects.ts";

export const retractedSource: Rule = {
  code: "retracted-source",
  title: "Retracted source",
  group: "sources",
  severity: "error",
  rule: "The source’s DOI or PubMed ID is in the retraction list as retracted, and no later reinstatement lifts it.",
  remedy: "Remove the source, or say why it is cited though it was retracted.",
  caution:
    "Matched by identifier only; a source that has none is not checked. Who cites the retraction notice itself is left alone.",
  examples: {
    fires: page(marked, [`${ames} doi:10.5555/jw.2011.10`, bell, cole]),
    silent: page(marked, [`${ames} doi:10.5555/jw.2011.11`, bell, cole]),
    options: { retractions: exampleList("Retraction", "10.5555/jw.2011.10") },
    given: "With a list that has 10.5555/jw.2011.10 as a Retraction.",
  },
  *check(context) {
    const { retractions } = context.options;
    if (retractions === null) return;
    for (const source of context.analysis.sources) {
      const found = onList(retractions, source.csl);
      if (found?.standing !== "retracted") continue;
      const { records } = found;
      const last = records.findLast((r) => r.nature === "retraction");
      if (last === undefined) continue;
      const when = last.date === null ? "" : ` on ${last.date}`;
      const why = last.reasons.length === 0 ? "" : ` (${last.reasons.join("; ")})`;
      yield {
        subjects: [onSource(source)],
        spans: context.fullOf(source),
        quote: nameOf(source),
        message: `${source.label} was retracted${when}${why}. Remove it, or say why it is cited all the same.`,
        data: listFacts(retractions, records),
      };
    }
  },
};
