/** Coverage: how many claims a citation reaches, directly or carried, in the whole and by section. Counts, no judgement. */
import type { Analysis, Finding, SourceId, StatementId } from "../model.ts";

export interface Counts {
  readonly claims: number;
  /** Cited in the claim's own sentence. */
  readonly direct: number;
  /** Reached by a later marker of the paragraph only. */
  readonly carried: number;
  /** With a citation of their own that came to no source: refused or vague. */
  readonly open: number;
  /** Reached by none. The four add up to the claims. */
  readonly uncited: number;
}

export interface SectionCoverage extends Counts {
  /** The heading, or null before the first one. Sections of the same heading are counted together. */
  readonly section: string | null;
}

export interface Pairs {
  /** Claim–source pairs; a pair that is cited twice counts once, and as direct if either is. */
  readonly direct: number;
  readonly carried: number;
  /** Of both, those with a reviewer's verdict; null when nobody was asked. */
  readonly reviewed: number | null;
}

export interface Coverage extends Counts {
  readonly sections: readonly SectionCoverage[];
  readonly pairs: Pairs;
  /** Sources that a claim cites directly, of all. */
  readonly sourcesCited: number;
  readonly sources: number;
  readonly findings: Readonly<Record<Finding["severity"], number>>;
}

type Kind = "direct" | "carried" | "open" | "uncited";

/**
 * Returns the coverage of a document. `isReviewed` says whether a pair has a verdict. Linear in claims and edges.
 */
export function coverage(
  analysis: Pick<Analysis, "statements" | "edges" | "open" | "sources" | "findings">,
  isReviewed: ((claim: StatementId, source: SourceId) => boolean) | null = null,
): Coverage {
  const direct = new Set<string>();
  const carried = new Set<string>();
  const scopes = new Map<string, "direct" | "carried">();
  const cited = new Set<string>();
  let reviewed = 0;
  for (const { claim, source, scope } of analysis.edges) {
    (scope === "direct" ? direct : carried).add(claim);
    if (scope === "direct") cited.add(source);
    const pair = `${claim} ${source}`;
    if (!scopes.has(pair) && isReviewed?.(claim, source)) reviewed++;
    if (scopes.get(pair) !== "direct") scopes.set(pair, scope);
  }
  const open = new Set(analysis.open.filter((o) => o.scope === "direct").map((o) => o.claim as string));
  const kindOf = (claim: string): Kind =>
    direct.has(claim) ? "direct" : open.has(claim) ? "open" : carried.has(claim) ? "carried" : "uncited";

  const sections = new Map<string | null, Record<Kind, number>>();
  for (const statement of analysis.statements) {
    if (statement.kind !== "claim") continue;
    const held = sections.get(statement.section) ?? { direct: 0, carried: 0, open: 0, uncited: 0 };
    held[kindOf(statement.id)]++;
    sections.set(statement.section, held);
  }
  const list = Array.from(sections, ([section, kinds]) => ({ section, ...total([kinds]) }));
  const pairs = [...scopes.values()];
  const directPairs = pairs.filter((scope) => scope === "direct").length;
  const severities = { error: 0, warning: 0, info: 0 };
  for (const { severity } of analysis.findings) severities[severity]++;
  return {
    ...total([...sections.values()]),
    sections: list,
    pairs: {
      direct: directPairs,
      carried: pairs.length - directPairs,
      reviewed: isReviewed === null ? null : reviewed,
    },
    sourcesCited: cited.size,
    sources: analysis.sources.length,
    findings: severities,
  };
}

/** Returns the sums of several coverages or of several kinds of claims. */
export function total(parts: readonly Readonly<Record<Kind, number>>[]): Counts {
  const sum = (kind: Kind): number => parts.reduce((n, part) => n + part[kind], 0);
  const [direct, carried, open, uncited] = [sum("direct"), sum("carried"), sum("open"), sum("uncited")];
  return { claims: direct + carried + open + uncited, direct, carried, open, uncited };
}
