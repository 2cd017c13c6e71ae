/** What a claim's chip says of the verdicts on its sources: a sign for each, or a count where there are many. */
import { verdictWords } from "../../core/review/index.ts";
import { type Claim, type Desk, worksOf } from "../desk/desk.ts";
import { pairState, type Review } from "./fold.ts";

/** More sources than this are counted. */
const mostSigns = 4;

const sources = new WeakMap<Claim, readonly string[]>();

function sourcesOf(claim: Claim): readonly string[] {
  const made = sources.get(claim) ?? [...new Set(claim.edges.map((e) => e.source))];
  sources.set(claim, made);
  return made;
}

const unjudged = (n: number): string => (n <= mostSigns ? "none ".repeat(n).trimEnd() : `0/${n}`);

/**
 * Returns one word for each source, in the order of the claim's citations: a verdict, `conflict` or `none`. For many
 * sources, "3/12" for those reviewed of all; for none, "". A place is kept for a verdict to come, so that the text
 * does not move when it does.
 */
export function chipVerdicts(claim: Claim, review: Review): string {
  const own = sourcesOf(claim);
  if (!review.claims.has(claim.id)) return unjudged(own.length);
  const words = own.map((source) => {
    const state = pairState(review, claim.id, source);
    return !state || state.status === "open" ? "none" : (state.verdict ?? "conflict");
  });
  if (words.length <= mostSigns) return words.join(" ");
  return `${words.filter((word) => word !== "none").length}/${words.length}`;
}

/** Returns the same for reading aloud, beginning with a full stop; nothing where there is no verdict. */
export function verdictsSpoken(desk: Desk, claim: Claim, review: Review): string {
  if (!review.claims.has(claim.id)) return "";
  const said = worksOf(desk, claim.edges).flatMap(({ id, source }) => {
    const state = pairState(review, claim.id, id);
    if (!state || state.status === "open") return [];
    return [`${source.label}: ${state.verdict ? verdictWords[state.verdict].label : "reviewers differ"}`];
  });
  return said.length === 0 ? "" : `. ${said.join("; ")}`;
}
