/** Audit rule: the retraction list has a notice about a source that is no standing retraction. */
import { ames, bell, cole, marked, page } from "../example.ts";
import { exampleList, listFacts, onList } from "../listed.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource } from "../subjects.ts";

export const sourceNotice: Rule = {
  code: "source-notice",
  title: "Notice about a source",
  group: "sources",
  severity: "warning",
  rule: "The retraction list has a correction, an expression of concern or a reinstatement for the source.",
  remedy: "Read the notice.",
  caution: "A corrected or reinstated paper is not retracted and may be cited.",
  examples: {
    fires: page(marked, [`${ames} doi:10.5555/jw.2011.10`, bell, cole]),
    silent: page(marked, [`${ames} doi:10.5555/jw.2011.11`, bell, cole]),
    options: { retractions: exampleList("Expression of concern", "10.5555/jw.2011.10") },
    given: "With a list that has 10.5555/jw.2011.10 with an Expression of concern.",
  },
  *check(context) {
    const { retractions } = context.options;
    if (retractions === null) return;
    for (const source of context.analysis.sources) {
      const found = onList(retractions, source.csl);
      if (found?.standing !== "noticed") continue;
      const { records } = found;
      const notices = records.map((r) => (r.date === null ? r.nature : `${r.nature} of ${r.date}`));
      yield {
        subjects: [onSource(source)],
        spans: context.fullOf(source),
        quote: nameOf(source),
        message: `${source.label} has a notice: ${notices.join(", ")}. Read it.`,
        data: listFacts(retractions, records),
      };
    }
  },
};
