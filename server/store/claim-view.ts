/**
 * A claim with everything it rests on, in one question and one for the notes: what the desk asks for at every click,
 * so that it must cost little. The records are kept as JSON and go out as they lie.
 */
import { CompiledQuery } from "kysely";
import type { Marker, Statement } from "../../core/model.ts";
import { type Db, lookUp } from "./lookup.ts";
import type { ClaimView, Found } from "./store.ts";

interface Row {
  readonly kind: "claim" | "edge" | "open" | "marker" | "item" | "source" | "finding";
  readonly position: number;
  readonly json: string;
}

/** Claims name their own markers too: a dangling one has neither an edge nor an open citation. */
const everything = (place: (n: 1 | 2) => string): string => `
with c as (select position, json from statements where document_id = ${place(1)} and id = ${place(2)}),
e as (select position, json, marker_id, item_id, source_id from edges
  where document_id = ${place(1)} and claim_id = ${place(2)}),
o as (select position, json, marker_id, item_id from open_citations
  where document_id = ${place(1)} and claim_id = ${place(2)})
select 'claim' as kind, position, json from c
union all select 'edge', position, json from e
union all select 'open', position, json from o
union all select 'marker', position, json from markers where document_id = ${place(1)}
  and id in (select marker_id from e union select marker_id from o)
union all select 'item', position, json from items where document_id = ${place(1)}
  and id in (select item_id from e union select item_id from o)
union all select 'source', position, json from sources where document_id = ${place(1)}
  and id in (select source_id from e)
union all select 'finding', f.position, f.json from finding_subjects s
  join findings f on f.document_id = s.document_id and f.id = s.finding_id
  where s.document_id = ${place(1)} and s.kind = 'claim' and s.subject_id = ${place(2)}`;

/** Compiled once: building the query anew would cost as much as answering it. */
const texts = { sqlite: everything((n) => `?${n}`), postgresql: everything((n) => `$${n}`) };

/** A claim as JSON, and the parts of it by kind. */
interface Parts {
  readonly claim: string;
  readonly edges: readonly string[];
  readonly open: readonly string[];
  readonly markers: readonly string[];
  readonly notes: readonly string[];
  readonly items: readonly string[];
  readonly sources: readonly string[];
  readonly findings: readonly string[];
}

async function records(
  db: Db,
  table: "markers" | "notes",
  document: string,
  ids: readonly string[],
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom(table)
    .select(["position", "json"])
    .where("document_id", "=", document)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return rows.map((row) => ({ kind: "marker", ...row }));
}

const inOrder = (rows: readonly Row[]): string[] =>
  [...rows].sort((a, b) => a.position - b.position).map((r) => r.json);

async function partsOf(
  db: Db,
  engine: keyof typeof texts,
  document: string,
  id: string,
): Promise<Parts | null> {
  const query = CompiledQuery.raw(texts[engine], [document, id]);
  const { rows } = await db.executeQuery<Row>(query as CompiledQuery<Row>);
  const of = (kind: Row["kind"]) => rows.filter((r) => r.kind === kind);
  const [claim] = of("claim");
  if (claim === undefined) return null;
  let markers = of("marker");
  const own = (JSON.parse(claim.json) as Statement).markers;
  const have = new Set(markers.map((m) => (JSON.parse(m.json) as Marker).id));
  const lacking = own.filter((marker) => !have.has(marker));
  if (lacking.length > 0) markers = [...markers, ...(await records(db, "markers", document, lacking))];
  const notes = markers.flatMap((m) => (JSON.parse(m.json) as Marker).notes);
  return {
    claim: claim.json,
    edges: inOrder(of("edge")),
    open: inOrder(of("open")),
    markers: inOrder(markers),
    notes: inOrder(await records(db, "notes", document, notes)),
    items: inOrder(of("item")),
    sources: inOrder(of("source")),
    findings: inOrder(of("finding")),
  };
}

/** `ref` is an id, else a label that names one claim. */
async function find(
  db: Db,
  engine: keyof typeof texts,
  document: string,
  ref: string,
): Promise<Found<Parts>> {
  const parts = await partsOf(db, engine, document, ref);
  if (parts !== null) return { kind: "found", value: parts };
  const named = await lookUp<Statement>(db, "statements", "label", document, ref);
  if (named.kind !== "found") return named;
  const found = await partsOf(db, engine, document, named.value.id);
  return found === null ? { kind: "missing" } : { kind: "found", value: found };
}

const lists = ["edges", "open", "markers", "notes", "items", "sources", "findings"] as const;

/** Returns the claim as the JSON of a `ClaimView`. */
export async function claimJson(
  db: Db,
  engine: keyof typeof texts,
  document: string,
  ref: string,
): Promise<Found<string>> {
  const found = await find(db, engine, document, ref);
  if (found.kind !== "found") return found;
  const parts = found.value;
  const fields = lists.map((name) => `"${name}":[${parts[name].join(",")}]`);
  return {
    kind: "found",
    value: `{"document":${JSON.stringify(document)},"claim":${parts.claim},${fields.join(",")}}`,
  };
}

/** Returns the claim with everything it rests on. */
export async function claimView(
  db: Db,
  engine: keyof typeof texts,
  document: string,
  ref: string,
): Promise<Found<ClaimView>> {
  const found = await claimJson(db, engine, document, ref);
  return found.kind === "found" ? { kind: "found", value: JSON.parse(found.value) as ClaimView } : found;
}
