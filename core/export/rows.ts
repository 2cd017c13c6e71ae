/** The evidence as rows: one per claim and citation, one per claim without any. The base of tables and reports. */
import type { CitationItem, Edge, Marker, Note, Source, Statement } from "../model.ts";
import type { EvidenceInput } from "./input.ts";

export interface CitedRow {
  readonly kind: "cited";
  readonly claim: Statement;
  readonly edge: Edge;
  readonly source: Source;
  readonly marker: Marker | null;
  readonly note: Note | null;
  readonly item: CitationItem | null;
}
export interface UncitedRow {
  readonly kind: "uncited";
  readonly claim: Statement;
  /** Citations of the claim that came to no source. */
  readonly open: number;
}
export type EvidenceRow = CitedRow | UncitedRow;

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((thing) => [thing.id, thing]));

/** Returns the rows in document order, a claim's rows in the order of its edges. Linear. */
export function evidenceRows(input: EvidenceInput): readonly EvidenceRow[] {
  const [sources, markers, notes, items] = [
    byId(input.sources),
    byId(input.markers),
    byId(input.notes),
    byId(input.items),
  ];
  const edges = new Map<string, Edge[]>();
  for (const edge of input.edges) {
    const list = edges.get(edge.claim);
    if (list) list.push(edge);
    else edges.set(edge.claim, [edge]);
  }
  const open = new Map<string, number>();
  for (const { claim } of input.open) open.set(claim, (open.get(claim) ?? 0) + 1);
  return input.statements
    .filter(({ kind }) => kind === "claim")
    .flatMap((claim): EvidenceRow[] => {
      const cited = (edges.get(claim.id) ?? []).flatMap((edge): CitedRow[] => {
        const source = sources.get(edge.source);
        if (source === undefined) return [];
        return [
          {
            kind: "cited",
            claim,
            edge,
            source,
            marker: markers.get(edge.marker) ?? null,
            note: edge.note === null ? null : (notes.get(edge.note) ?? null),
            item: items.get(edge.item) ?? null,
          },
        ];
      });
      return cited.length > 0 ? cited : [{ kind: "uncited", claim, open: open.get(claim.id) ?? 0 }];
    });
}
