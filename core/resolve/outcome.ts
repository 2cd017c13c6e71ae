/** What a resolver came to: a work, a refusal with its candidates, or nothing to resolve. Works by their index. */
import type { Basis, CiteText, Loser, RefusalReason } from "../model.ts";

export type Outcome =
  | { readonly kind: "resolved"; readonly work: number; readonly basis: Basis }
  | {
      readonly kind: "refused";
      readonly reason: RefusalReason;
      readonly candidates: readonly number[];
      readonly basis: Basis;
    }
  | { readonly kind: "none"; readonly basis: Basis };

export const resolved = (
  work: number,
  rule: string,
  cite: CiteText,
  losers: readonly Loser[] = [],
): Outcome => ({
  kind: "resolved",
  work,
  basis: basis(rule, losers.length > 0 ? "likely" : "certain", cite, losers),
});

export const refused = (
  reason: RefusalReason,
  rule: string,
  cite: CiteText,
  candidates: readonly number[] = [],
  losers: readonly Loser[] = [],
): Outcome => ({ kind: "refused", reason, candidates, basis: basis(rule, "certain", cite, losers) });

function basis(
  rule: string,
  confidence: Basis["confidence"],
  cite: CiteText,
  losers: readonly Loser[],
): Basis {
  const spans = [{ start: cite.start, end: cite.end }];
  return losers.length > 0 ? { rule, confidence, spans, losers } : { rule, confidence, spans };
}
