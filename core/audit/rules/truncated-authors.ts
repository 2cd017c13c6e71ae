/** Audit rule: the full reference cuts its author list with "et al.". */
import type { Csl } from "../../model.ts";
import { ames, cole, dunn, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

const named = (csl: Csl): number => csl.author?.length ?? 0;

export const truncatedAuthors: Rule = {
  code: "truncated-authors",
  title: "Author list cut short",
  group: "sources",
  severity: "info",
  rule: "The full reference cuts the author list with et al.",
  remedy: "None where the style allows it; else complete the list.",
  caution:
    "Many styles cut long lists; where a document always cuts behind the same number of names, three or more, nothing is reported.",
  examples: {
    fires: page(marked, [
      "Ames C, Bell D, et al. Lead in the pipes of old houses. J Water. 2011;4(2):10-19.",
      cole,
      dunn,
    ]),
    silent: page(marked, [ames, cole, dunn]),
  },
  *check({ analysis, items }) {
    const cutAt = new Map<number, number>();
    for (const { authorsTruncated, csl } of analysis.sources)
      if (authorsTruncated) cutAt.set(named(csl), (cutAt.get(named(csl)) ?? 0) + 1);
    const isStyle = (names: number): boolean => (cutAt.get(names) ?? 0) >= (names < 3 ? 5 : 3);
    for (const source of analysis.sources) {
      const full = source.descriptions.flatMap((d) => items.get(d) ?? [])[0];
      if (!source.authorsTruncated || !full || isStyle(named(source.csl))) continue;
      yield {
        subjects: [onSource(source)],
        spans: [spanOf(full)],
        quote: nameOf(source),
        message: `The author list of ${source.label} is cut with “et al.”. Complete it, unless the style asks for it.`,
        data: { named: named(source.csl) },
      };
    }
  },
};
