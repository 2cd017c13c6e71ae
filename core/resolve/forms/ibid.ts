/** Ibid., id., ebd., loc. cit.: the source cited last, if there is exactly one. */
import type { Pinpoint } from "../../model.ts";
import { expandRange } from "../../pinpoint.ts";
import type { Work } from "../match.ts";
import { refused, resolved } from "../outcome.ts";
import type { Resolver } from "./context.ts";

/** American opinions rarely run longer: a page further on than this belongs to another case. */
const LONGEST_OPINION = 150;

export const resolveIbid: Resolver = (cite, context) => {
  const { antecedent } = context;
  if (antecedent.kind === "nothing") return refused("no-antecedent", "nothing is cited before", cite);
  const outcomes = antecedent.kind === "cite" ? [antecedent.outcome] : antecedent.outcomes;
  const citing = outcomes.filter((outcome) => outcome.kind !== "none");
  const works = [...new Set(citing.flatMap((o) => (o.kind === "resolved" ? [o.work] : [])))];
  const failed = citing.filter((outcome) => outcome.kind === "refused");
  if (citing.length === 0) return refused("no-antecedent", "what stands before names no source", cite);
  if (works.length > 1 || (works.length === 1 && failed.length > 0)) {
    return refused("compound-antecedent", "the note before cites several sources", cite, works);
  }
  const [work] = works;
  if (work === undefined) {
    const candidates = citing.flatMap((o) => (o.kind === "refused" ? o.candidates : []));
    return refused("no-antecedent", "what stands before could not be resolved itself", cite, candidates);
  }
  if (outsideOpinion(cite.pinpoint, context.index.works[work]!)) {
    return refused("unresolved", "the page cannot lie in the case cited before", cite, [work]);
  }
  const rule =
    antecedent.kind === "cite" ? "the citation before it in the note" : "the only source of the note before";
  return resolved(work, rule, cite);
};

/**
 * A reported case begins at its first page: an earlier page cannot lie in it, nor one far behind, nor a paragraph
 * of an American report, nor any page while the first one is not filled in ("1 U.S. ___").
 */
function outsideOpinion(pinpoint: Pinpoint | null, { csl }: Work): boolean {
  if (csl.type !== "legal_case" || csl.volume === undefined || pinpoint === null) return false;
  // English and European judgments number their paragraphs; an American reporter is told by its stops.
  if (pinpoint.label === "paragraph")
    return csl.number === undefined && /\./.test(csl["container-title"] ?? ".");
  if (pinpoint.label !== "page" || csl.page === undefined) return false;
  const [first, cited] = [expandRange(csl.page), expandRange(pinpoint.value)];
  if (!first) return true;
  return (
    cited?.kind === "arabic" && (cited.first < first.first || cited.first > first.first + LONGEST_OPINION)
  );
}
