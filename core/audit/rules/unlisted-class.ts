/** Audit rule: a source of a class that the reviewer wants to see. */

import type { Csl } from "../../model.ts";
import { words } from "../../names.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import type { SourceClass } from "../options.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource } from "../subjects.ts";

export const unlistedClass: Rule = {
  code: "unlisted-class",
  title: "Source of a watched class",
  group: "sources",
  severity: "info",
  rule: "The source belongs to a class of the reviewer’s own list (preprint, press, vendor).",
  remedy: "Judge whether such a source is enough here.",
  caution: "Off without a list; none comes with the program, because such lists are wrong too often.",
  examples: {
    fires: page(marked, [ames, bell, cole]),
    silent: page(
      marked,
      [ames, bell, cole].map((entry) => entry.replace("J Water", "J Lead")),
    ),
    options: { classes: [{ name: "trade press", containers: ["J Water"] }] },
    given: 'With {"classes": [{"name": "trade press", "containers": ["J Water"]}]} in the configuration.',
  },
  *check({ analysis, fullOf, options }) {
    if (options.classes.length === 0) return;
    for (const source of analysis.sources)
      for (const one of options.classes) {
        const by = matchOf(one, source.csl);
        if (by === null) continue;
        yield {
          subjects: [onSource(source)],
          spans: fullOf(source),
          quote: nameOf(source),
          message: `${source.label} is on the list “${one.name}” (${by}). Judge whether it is enough here.`,
          data: { class: one.name, by },
        };
      }
  },
};

const same = (a: string, b: string): boolean => words(a).join(" ") === words(b).join(" ");
const hostOf = (url: string): string => /^[a-z]+:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";

/** What of the class the source meets, or null. */
function matchOf(one: SourceClass, csl: Csl): string | null {
  const container = csl["container-title"];
  const host = hostOf(csl.URL ?? "");
  const doi = (csl.DOI ?? "").toLowerCase();
  return (
    (container && one.containers?.find((name) => same(name, container))) ||
    (csl.publisher && one.publishers?.find((name) => same(name, csl.publisher ?? ""))) ||
    (host &&
      one.domains?.find((name) => host === name.toLowerCase() || host.endsWith(`.${name.toLowerCase()}`))) ||
    (doi && one.doiPrefixes?.find((prefix) => doi.startsWith(prefix.toLowerCase()))) ||
    null
  );
}
