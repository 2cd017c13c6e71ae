/** Audit rule: much of the document hangs on one source alone. */
import { buildGraph, soleSupport, withdraw } from "../../graph/index.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onClaim, onSource } from "../subjects.ts";

export const singleSourceDependence: Rule = {
  code: "single-source-dependence",
  title: "Much rests on one source",
  group: "graph",
  severity: "warning",
  rule: "One source is the only direct support of two or more claims and of a third of the directly cited ones.",
  remedy: "Seek a second source.",
  caution: "In a short document one good source may be enough.",
  examples: {
    fires: page(marked, [ames, bell, "Ames, 12."]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis, claims, isCitedDirectly, sources, statements, fullOf, options }) {
    const graph = buildGraph(analysis);
    const cited = claims.filter(isCitedDirectly).length;
    const labels = (ids: readonly string[]): string[] => ids.flatMap((id) => statements.get(id)?.label ?? []);
    for (const [id, sole] of soleSupport(graph)) {
      const source = sources.get(id);
      const share = sole.direct.length / Math.max(1, cited);
      if (!source || sole.direct.length < options.soleSupportClaims || share < options.soleSupportShare)
        continue;
      const { falls, fallsIfCarried, weakened } = withdraw(graph, [id]);
      yield {
        subjects: [onSource(source), ...falls.flatMap((c) => statements.get(c) ?? []).map(onClaim)],
        spans: fullOf(source),
        quote: nameOf(source),
        message: `Without ${source.label}, ${falls.length} of ${cited} directly cited claims stand on nothing. Seek a second source.`,
        data: {
          falls: labels(falls),
          fallsIfCarried: labels(fallsIfCarried),
          weakened: labels(weakened),
          directlyCited: cited,
        },
      };
    }
  },
};
