/** Analysis → rows of every table, and the counts shown in lists. Pure; nothing is written here. */

import type { Insertable } from "kysely";
import { canonicalJsonOnce } from "../../core/json.ts";
import type { Analysis, Finding } from "../../core/model.ts";
import { claimRests } from "./claim-rests.ts";
import { listedSourceRows } from "./retractions/listed.ts";
import type { PartCounts } from "./store.ts";
import type { Tables } from "./tables.ts";

type Rows = { readonly [T in keyof Tables]?: readonly Insertable<Tables[T]>[] };

/** Returns the counts of an analysis; linear. */
export function countParts(analysis: Analysis): PartCounts {
  const direct = analysis.edges.filter((e) => e.scope === "direct");
  const carried = analysis.edges.filter((e) => e.scope === "carried");
  const directClaims = new Set(direct.map((e) => e.claim));
  const carriedClaims = new Set(carried.map((e) => e.claim).filter((claim) => !directClaims.has(claim)));
  const level = (severity: Finding["severity"]) =>
    analysis.findings.filter((f) => f.severity === severity).length;
  return {
    characters: analysis.document.text.length,
    statements: analysis.statements.length,
    claims: analysis.statements.filter((s) => s.kind === "claim").length,
    markers: analysis.markers.length,
    notes: analysis.notes.length,
    sources: analysis.sources.length,
    directEdges: direct.length,
    carriedEdges: carried.length,
    directClaims: directClaims.size,
    carriedClaims: carriedClaims.size,
    findings: { error: level("error"), warning: level("warning"), info: level("info") },
  };
}

/** Returns the number of distinct claim–source pairs. */
export const pairCount = ({ edges }: Analysis): number =>
  new Set(edges.map((e) => `${e.claim} ${e.source}`)).size;

/** Returns what a person calls the document: the file's own title, else its first heading; null without either. */
export const titleOf = ({ document, statements }: Analysis): string | null =>
  document.title ?? statements.find((s) => s.kind === "heading")?.text.slice(0, 300) ?? null;

function subjects(finding: Finding): { readonly kind: string; readonly subject_id: string }[] {
  const seen = new Map<string, { kind: string; subject_id: string }>();
  for (const subject of finding.subjects) {
    const subject_id = subject.kind === "document" ? "" : subject.id;
    seen.set(`${subject.kind} ${subject_id}`, { kind: subject.kind, subject_id });
  }
  return [...seen.values()];
}

/** Returns the rows of what each claim rests on. */
export const claimRestRows = (
  analysis: Analysis,
  json = canonicalJsonOnce(),
): readonly Insertable<Tables["claim_rests"]>[] =>
  [...claimRests(analysis, json)].map(([claim_id, rest]) => ({
    document_id: analysis.document.id,
    claim_id,
    json: rest,
  }));

/** Returns the rows of the findings. */
export function findingRows(
  analysis: Analysis,
  json = canonicalJsonOnce(),
): Required<Pick<Rows, "findings" | "finding_subjects">> {
  const document_id = analysis.document.id;
  return {
    findings: analysis.findings.map((f, position) => ({
      ...{ document_id, id: f.id, position, json: json(f) },
      ...{ code: f.code, severity: f.severity },
    })),
    finding_subjects: analysis.findings.flatMap((f) =>
      subjects(f).map((subject) => ({ document_id, ...subject, finding_id: f.id })),
    ),
  };
}

/**
 * Returns the rows of the parts, in an order in which every row follows those it refers to. A record is in several
 * rows; `json` writes it.
 */
export function partRows(analysis: Analysis, json = canonicalJsonOnce()): Rows {
  const document_id = analysis.document.id;
  const part = (value: { readonly id: string }, position: number) => ({
    document_id,
    id: value.id,
    position,
    // One spelling: made again from the stored analysis, a row is the same bytes.
    json: json(value),
  });
  return {
    statements: analysis.statements.map((s, i) => ({ ...part(s, i), kind: s.kind, label: s.label })),
    markers: analysis.markers.map(part),
    notes: analysis.notes.map((n, i) => ({ ...part(n, i), label: n.label })),
    sources: analysis.sources.map((s, i) => ({ ...part(s, i), key: s.key })),
    items: analysis.items.map((item, i) => ({
      ...part(item, i),
      note_id: item.note,
      source_id: item.resolution.kind === "resolved" ? item.resolution.source : null,
      form: item.form,
    })),
    edges: analysis.edges.map((e, i) => ({
      ...part(e, i),
      claim_id: e.claim,
      marker_id: e.marker,
      note_id: e.note,
      item_id: e.item,
      source_id: e.source,
      scope: e.scope,
    })),
    open_citations: analysis.open.map((o, position) => ({
      document_id,
      position,
      claim_id: o.claim,
      marker_id: o.marker,
      item_id: o.item,
      json: json(o),
    })),
    ...findingRows(analysis, json),
    claim_rests: claimRestRows(analysis, json),
    listed_sources: listedSourceRows(analysis),
  };
}
