/** Audit rule: a claim about trials or case reports that rests on reviews alone. */
import { cuesOf } from "../cues.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onClaim, onSource } from "../subjects.ts";

/** A review is known by its title or its journal's name; the class is a guess and the finding says so. */
const review = /\breviews?\b|\bmeta-analys[ie]s\b|\boverview\b|\bRev\b|\bCochrane\b|\bUpdate\b/i;

export const reviewOnlySupport: Rule = {
  code: "review-only-support",
  severity: "info",
  rule: "The claim names trials, case reports or cohorts, and every source looks like a review.",
  remedy: "Cite the trials themselves.",
  examples: {
    fires:
      "Small clinical trials found no effect of chelation.1\n\n1 Ames C. Chelation: a systematic review. J Water. 2011;4:10-19.\n",
    silent:
      "Small clinical trials found no effect of chelation.1\n\n1 Ames C. Chelation in children. J Water. 2011;4:10-19.\n",
  },
  *check({ claims, edgesOf, sources, text }) {
    for (const claim of claims) {
      const direct = (edgesOf.get(claim.id) ?? []).filter((e) => e.scope === "direct");
      if (direct.length === 0) continue;
      const cues = cuesOf(text.slice(claim.start, claim.textEnd), "primary-evidence");
      if (cues.length === 0) continue;
      const cited = [...new Set(direct.map((e) => e.source))].flatMap((id) => sources.get(id) ?? []);
      if (!cited.every((s) => review.test(`${s.csl.title ?? ""} ${s.csl["container-title"] ?? ""}`)))
        continue;
      const cue = cues[0]!;
      yield {
        subjects: [onClaim(claim), ...cited.map(onSource)],
        spans: [{ start: claim.start + cue.start, end: claim.start + cue.end }],
        quote: claim.text,
        message: `Names ${cues.map((c) => c.text).join(", ")}, but rests on what looks like a review (${cited.map(nameOf).join("; ")}). Cite the trials.`,
        data: { evidence: cues.map((c) => c.text), sources: cited.map((s) => s.key) },
      };
    }
  },
};
