/** Ibid., id., ebd., loc. cit.: the source cited last, if there is exactly one. */
import { refused, resolved } from "../candidates.ts";
import type { Work } from "../match.ts";
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
  if (outsideOpinion(cite.pinpoint?.value, context.index.works[work]!)) {
    return refused("unresolved", "the page cannot lie in the case cited before", cite, [work]);
  }
  const rule =
    antecedent.kind === "cite" ? "the citation before it in the note" : "the only source of the note before";
  return resolved(work, rule, cite);
};

/** A case is reported from its first page on: an earlier page cannot lie in it, nor one far behind. */
function outsideOpinion(page: string | undefined, work: Work): boolean {
  if (work.csl.type !== "legal_case" || page === undefined || !/^\d/.test(page)) return false;
  const first = Number.parseInt(work.csl.page ?? "", 10);
  const cited = Number.parseInt(page, 10);
  return Number.isFinite(first) && (cited < first || cited > first + LONGEST_OPINION);
}
