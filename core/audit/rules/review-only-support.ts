/** Audit rule: a claim about trials or case reports that rests on reviews alone. */

import type { Source } from "../../model.ts";
import { cuesOf } from "../cues.ts";
import { bell, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onClaim, onSource } from "../subjects.ts";

/** Known by its title, or by a journal that prints reviews only. */
const reviewTitle =
  /\breview(?!ed|er|ing)|\bmeta-analys[ie]s\b|\boverview\b|\bstate of the art\b|\bguidelines?\b/i;
const reviewJournal =
  /\b(?:Nat(?:ure)?|Ann(?:u|ual)?|Clin(?:ical)?|Syst|Endocr\w*|Physiol\w*|Pharmacol\w*|Epidemiol\w*|Microbiol\w*|Obes\w*|Expert)\.? Rev(?:iews?)?\b|\bReviews\b|\bCochrane\b|\bCurr(?:ent)?\.? Opin|\bTrends in\b|\bSemin(?:ars)?\b/;
const isReview = ({ csl }: Source): boolean =>
  reviewTitle.test(csl.title ?? "") || reviewJournal.test(csl["container-title"] ?? "");
/** A claim about a review rightly cites it. */
const aboutReview = /\breviews?\b|\bmeta-analys[ie]s\b|\bpooled\b/i;

export const reviewOnlySupport: Rule = {
  code: "review-only-support",
  title: "Studies cited through reviews",
  group: "claims",
  severity: "info",
  rule: "The claim names trials, case reports or cohorts, and every source looks like a review.",
  remedy: "Cite the trials themselves.",
  caution: "The class is guessed from words in title and journal.",
  examples: {
    fires: page(
      "Small clinical trials found no effect of chelation.1 Many old houses still have lead pipes.2",
      ["Ames C. Chelation: a systematic review. J Water. 2011;4(2):10-19.", bell],
    ),
    silent: page(
      "Small clinical trials found no effect of chelation.1 Many old houses still have lead pipes.2",
      ["Ames C. Chelation in children. J Water. 2011;4(2):10-19.", bell],
    ),
  },
  *check({ claims, edgesOf, sources, wordsOf }) {
    for (const claim of claims) {
      const direct = (edgesOf.get(claim.id) ?? []).filter((e) => e.scope === "direct");
      if (direct.length === 0) continue;
      const cues = cuesOf(wordsOf(claim), "primary-evidence");
      if (cues.length === 0 || aboutReview.test(claim.text)) continue;
      const cited = [...new Set(direct.map((e) => e.source))].flatMap((id) => sources.get(id) ?? []);
      if (!cited.every(isReview)) continue;
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
