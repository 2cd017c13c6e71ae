/** What the tools answer: plain records of an analysis, short enough for an assistant to read. */

import { pinpointText } from "../../core/export/pinpoints.ts";
import { buildGraph, withdraw } from "../../core/graph/index.ts";
import type { Analysis, Severity, Source, Statement } from "../../core/model.ts";

const claimsOf = ({ statements }: Analysis): readonly Statement[] =>
  statements.filter((s) => s.kind === "claim");

const shown = ({ id, label, text, section }: Statement) => ({ id, number: label, text, section });
const named = ({ id, key, label }: Source) => ({ id, key, label });

/** Returns what was found in a document: counts, sources, and a page of claims. */
export function documentAnswer(analysis: Analysis, from: number, limit: number) {
  const claims = claimsOf(analysis);
  const { document, sources, edges, findings } = analysis;
  const [direct, carried] = (["direct", "carried"] as const).map(
    (scope) => new Set(edges.filter((e) => e.scope === scope).map((e) => e.claim)),
  );
  const cited = (s: Statement): boolean => direct!.has(s.id) || carried!.has(s.id);
  return {
    document: document.id,
    name: document.name,
    title: document.title,
    format: document.format,
    counts: {
      claims: claims.length,
      citedDirectly: direct!.size,
      carriedOnly: [...carried!].filter((id) => !direct!.has(id)).length,
      notCited: claims.filter((s) => !cited(s)).length,
      sources: sources.length,
      findings: findings.length,
    },
    sources: sources.map(named),
    claims: claims.slice(from, from + limit).map((s) => ({
      ...shown(s),
      support: direct!.has(s.id) ? "direct" : carried!.has(s.id) ? "carried" : "none",
    })),
    nextFrom: from + limit < claims.length ? from + limit : null,
    notices: document.notices.map(({ message }) => message),
  };
}

/** Returns the sources of one claim with the chain that leads to each, and what could not be resolved. */
export function claimAnswer(analysis: Analysis, claim: Statement) {
  const { edges, sources, notes, markers, items, open, document } = analysis;
  const byId = <T extends { readonly id: string }>(list: readonly T[], id: string | null): T | undefined =>
    list.find((one) => one.id === id);
  return {
    claim: shown(claim),
    restsOn: edges
      .filter((e) => e.claim === claim.id)
      .map((edge) => {
        const note = byId(notes, edge.note);
        return {
          source: named(byId(sources, edge.source)!),
          scope: edge.scope,
          plausibility: edge.plausibility,
          form: edge.form,
          pinpoint: edge.pinpoint && pinpointText(edge.pinpoint),
          marker: byId(markers, edge.marker)?.text ?? null,
          note: note ? document.text.slice(note.start, note.end) : null,
          citation: byId(items, edge.item)?.raw ?? null,
          how: { rule: edge.basis.rule, confidence: edge.basis.confidence },
        };
      }),
    unresolved: open
      .filter((o) => o.claim === claim.id)
      .map((o) => {
        const item = byId(items, o.item);
        return { citation: item?.raw ?? null, scope: o.scope, why: item?.resolution.basis.rule ?? null };
      }),
  };
}

/** Returns what becomes of the claims when the sources are withdrawn together. */
export function withdrawalAnswer(analysis: Analysis, sources: readonly Source[]) {
  const result = withdraw(
    buildGraph(analysis),
    sources.map(({ id }) => id),
  );
  const byId = new Map(analysis.statements.map((s) => [s.id as string, s]));
  const list = (ids: readonly string[]) => ids.map((id) => shown(byId.get(id)!));
  return {
    without: sources.map(named),
    falls: list(result.falls),
    fallsIfCarried: list(result.fallsIfCarried),
    weakened: list(result.weakened),
    stands: result.stands.length,
  };
}

/** Returns the findings of one severity or of all. */
export function findingsAnswer({ findings, statements }: Analysis, severity: Severity | undefined) {
  const labels = new Map(statements.map((s) => [s.id as string, s.label]));
  const chosen = findings.filter((f) => severity === undefined || f.severity === severity);
  return {
    total: chosen.length,
    findings: chosen.slice(0, 500).map((f) => ({
      code: f.code,
      severity: f.severity,
      message: f.message,
      quote: f.quote,
      claims: f.subjects.flatMap((s) => (s.kind === "claim" ? [labels.get(s.id) ?? s.id] : [])),
      spans: f.spans,
    })),
  };
}
