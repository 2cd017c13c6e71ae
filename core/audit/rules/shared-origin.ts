/** Audit rule: the sources of one claim come from the same authors. */
import type { Csl } from "../../model.ts";
import { ames, bell, cole, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onClaim, onSource, spanOf } from "../subjects.ts";

const persons = (csl: Csl): readonly string[] =>
  (csl.author ?? []).map((a) => `${a.family ?? a.literal ?? ""} ${a.given?.[0] ?? ""}`.toLowerCase().trim());

export const sharedOrigin: Rule = {
  code: "shared-origin",
  title: "Sources with one origin",
  group: "graph",
  severity: "info",
  rule: "All sources of the claim share their first author or their whole author list.",
  remedy: "Do not count them as independent.",
  caution: "Large consortia share names without sharing work.",
  examples: {
    fires: page(
      "Lead harms the brains of children [1, 2]. Many old houses still have lead pipes [3].",
      [`[1] ${ames}`, "[2] Ames C. Zinc in the taps of schools. J Water. 2013;6(3):20-29.", `[3] ${bell}`],
      "References",
    ),
    silent: page(
      "Lead harms the brains of children [1, 2]. Many old houses still have lead pipes [3].",
      [`[1] ${ames}`, `[2] ${cole}`, `[3] ${bell}`],
      "References",
    ),
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
