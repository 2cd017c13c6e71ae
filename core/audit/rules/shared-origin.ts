/** Audit rule: the sources of one claim come from the same authors. */
import type { Csl } from "../../model.ts";
import type { Rule } from "../rule.ts";
import { onClaim, onSource, spanOf } from "../subjects.ts";

const persons = (csl: Csl): readonly string[] =>
  (csl.author ?? []).map((a) => `${a.family ?? a.literal ?? ""} ${a.given?.[0] ?? ""}`.toLowerCase().trim());

export const sharedOrigin: Rule = {
  code: "shared-origin",
  severity: "info",
  rule: "All sources of the claim share their first author or their whole author list.",
  remedy: "Do not count them as independent.",
  examples: {
    fires:
      "Lead is bad for children [1, 2].\n\nReferences\n\n[1] Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n[2] Ames C. Zinc in pipes of new houses. J Water. 2013;6(2):10-19.\n",
    silent:
      "Lead is bad for children [1, 2].\n\nReferences\n\n[1] Ames C. Lead in pipes of old houses. J Water. 2011;4(2):10-19.\n[2] Bell D. Copper in pipes of new houses. J Water. 2012;5(1):1-9.\n",
  },
  *check({ claims, edgesOf, sources }) {
    for (const claim of claims) {
      const direct = (edgesOf.get(claim.id) ?? []).filter((e) => e.scope === "direct");
      const cited = [...new Set(direct.map((e) => e.source))].flatMap((id) => sources.get(id) ?? []);
      if (cited.length < 2) continue;
      const lists = cited.map((s) => persons(s.csl));
      const first = lists[0]![0];
      if (!first || !lists.every((l) => l[0] === first)) continue;
      yield {
        subjects: [onClaim(claim), ...cited.map(onSource)],
        spans: [spanOf(claim)],
        quote: claim.text,
        message: `${cited.map((s) => s.label).join(" and ")} share their first author. Do not count them as independent.`,
        data: { sources: cited.map((s) => s.key), author: first },
      };
    }
  },
};
