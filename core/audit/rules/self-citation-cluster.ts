/** Audit rule: many of the sources are by the document's own authors. */

import type { CslName } from "../../model.ts";
import { fold, surname } from "../../names.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onDocument, onSource } from "../subjects.ts";

export const selfCitationCluster: Rule = {
  code: "self-citation-cluster",
  title: "Many citations of oneself",
  group: "sources",
  severity: "info",
  rule: "Three or more sources, and three in ten, share an author with the document.",
  remedy: "Judge whether work by others is missing.",
  caution:
    "Needs the document’s authors from the configuration. Surname and first initial must agree; common names can still collide.",
  examples: {
    fires: page(marked, [
      ames,
      "Ames C. Zinc in the taps of schools. J Water. 2013;6(3):20-29.",
      "Ames C, Dunn F. Flushing the tap each morning. J Water. 2014;7(4):31-38.",
    ]),
    silent: page(marked, [ames, bell, cole]),
    options: { authors: ["Ames, Clara"] },
    given: 'With {"authors": ["Ames, Clara"]} in the configuration.',
  },
  *check({ analysis, fullOf, options }) {
    const own = new Set(options.authors.flatMap((name) => keyOf(parted(name)) ?? []));
    if (own.size === 0) return;
    const theirs = analysis.sources.filter((s) => (s.csl.author ?? []).some((a) => own.has(keyOf(a) ?? "")));
    const share = theirs.length / Math.max(1, analysis.sources.length);
    if (theirs.length < options.selfCitations || share < options.selfCitationShare) return;
    yield {
      subjects: [onDocument, ...theirs.map(onSource)],
      spans: theirs.flatMap(fullOf),
      quote: theirs.map((s) => s.key).join(" "),
      message: `${theirs.length} of ${analysis.sources.length} sources are by the document’s own authors. Judge whether work by others is missing.`,
      data: { sources: theirs.map((s) => s.key), own: theirs.length, all: analysis.sources.length },
    };
  },
};

/** "Ames, Clara" and "Clara Ames". */
function parted(name: string): CslName {
  const [family, given] = name.split(",").map((part) => part.trim());
  if (given) return { family: family!, given };
  const all = name.trim().split(/\s+/);
  return { family: all.at(-1)!, given: all.slice(0, -1).join(" ") };
}

/** Surname and first initial, or null where either is missing. */
function keyOf({ family, given }: CslName): string | null {
  const initial = fold(given ?? "").match(/\p{L}/u)?.[0];
  return family && initial ? `${surname(family)} ${initial}` : null;
}
