/**
 * What each claim rests on, gathered when a document comes in: the desk asks for a claim at every click, and reads it
 * in one row then. Follows from the analysis alone; pure.
 */
import { groupBy } from "../../core/group-by.ts";
import { canonicalJsonOnce } from "../../core/json.ts";
import type { Analysis } from "../../core/model.ts";

/** The lists of a `ClaimView`, in the order in which it has them. */
const restFields = ["edges", "open", "markers", "notes", "items", "sources", "findings"] as const;

/** What a claim without citations and findings has. */
export const emptyRest = JSON.stringify(Object.fromEntries(restFields.map((field) => [field, []])));

type Records = readonly { readonly id: string }[];
type Json = (value: object) => string;

/** Returns what writes those of the records that have the ids, in text order. */
function writer(records: Records, json: Json): (ids: Iterable<string | null>) => string {
  const places = new Map(records.map(({ id }, place) => [id, place]));
  return (ids) => {
    const found = [...new Set(ids)].flatMap((id) => (id === null ? [] : (places.get(id) ?? [])));
    return found
      .sort((a, b) => a - b)
      .map((place) => json(records[place]!))
      .join(",");
  };
}

/** Returns the rest of every statement that has one, as JSON by the statement's id; linear but for sorting. */
export function claimRests(
  analysis: Analysis,
  json: Json = canonicalJsonOnce(),
): ReadonlyMap<string, string> {
  const edgesOf = groupBy(analysis.edges, (e) => e.claim);
  const openOf = groupBy(analysis.open, (o) => o.claim);
  const findingsOf = groupBy(
    analysis.findings.flatMap(({ id, subjects }) =>
      subjects.flatMap((subject) => (subject.kind === "claim" ? { id, claim: subject.id } : [])),
    ),
    (f) => f.claim,
  );
  const notesOf = new Map(analysis.markers.map((m) => [m.id as string, m.notes]));
  const written = {
    edges: writer(analysis.edges, json),
    markers: writer(analysis.markers, json),
    notes: writer(analysis.notes, json),
    items: writer(analysis.items, json),
    sources: writer(analysis.sources, json),
    findings: writer(analysis.findings, json),
  };
  const rests = new Map<string, string>();
  for (const { id, markers: own } of analysis.statements) {
    const edges = edgesOf.get(id) ?? [];
    const open = openOf.get(id) ?? [];
    const findings = findingsOf.get(id) ?? [];
    if (edges.length + open.length + findings.length + own.length === 0) continue;
    const markers = [...own, ...edges.map((e) => e.marker), ...open.map((o) => o.marker)];
    const lists: Readonly<Record<(typeof restFields)[number], string>> = {
      edges: written.edges(edges.map((e) => e.id)),
      open: open.map(json).join(","),
      markers: written.markers(markers),
      notes: written.notes([...edges.map((e) => e.note), ...markers.flatMap((m) => notesOf.get(m) ?? [])]),
      items: written.items([...edges, ...open].map((e) => e.item)),
      sources: written.sources(edges.map((e) => e.source)),
      findings: written.findings(findings.map((f) => f.id)),
    };
    rests.set(id, `{${restFields.map((field) => `"${field}":[${lists[field]}]`).join(",")}}`);
  }
  return rests;
}
