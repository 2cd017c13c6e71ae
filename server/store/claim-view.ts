/**
 * A claim with everything it rests on, in one question: what the desk asks for at every click, so that it must cost
 * little. The records are kept as JSON and go out as they lie.
 */
import type { Marker, OpenCitation, Statement } from "../../core/model.ts";
import type { StoreEngine } from "./engine.ts";
import { type Db, lookUp } from "./lookup.ts";
import { gathered } from "./reads.ts";
import type { ClaimJson, ClaimView, Found } from "./store.ts";

type Part = readonly [id: string | null, position: number | null, json: string | null];

/** One row for each edge of the claim, or one without any. */
type Row = readonly [
  key: string,
  hash: string,
  claim: string,
  open: string | null,
  findings: string | null,
  ...edge: Part,
  ...marker: Part,
  ...note: Part,
  ...item: Part,
  ...source: Part,
];

const parts = ["edges", "markers", "notes", "items", "sources"] as const;
type PartName = (typeof parts)[number];
/** Columns of a row before the parts, and of each part. */
const head = 5;
const wide = 3;

const columns = parts.map((p) => `${p}.id, ${p}.position, ${p}.json`).join(", ");

/** `wanted` gives rows of key, document and claim. */
const text = (wanted: string): string => `
select wanted.key, d.analysis_hash, s.json,
  (select string_agg(o.json, ',' order by o.position) from open_citations o
    where o.document_id = s.document_id and o.claim_id = s.id),
  (select string_agg(f.json, ',' order by f.position) from finding_subjects x
    join findings f on f.document_id = x.document_id and f.id = x.finding_id
    where x.document_id = s.document_id and x.kind = 'claim' and x.subject_id = s.id),
  ${columns}
from ${wanted}
join documents d on d.id = wanted.document
join statements s on s.document_id = d.id and s.id = wanted.claim
left join edges on edges.document_id = s.document_id and edges.claim_id = s.id
left join markers on markers.document_id = edges.document_id and markers.id = edges.marker_id
left join notes on notes.document_id = edges.document_id and notes.id = edges.note_id
left join items on items.document_id = edges.document_id and items.id = edges.item_id
left join sources on sources.document_id = edges.document_id and sources.id = edges.source_id`;

const ofOne = text("(select '' as key, $1 as document, $2 as claim) as wanted");
const ofMany = text("unnest($1::text[], $2::text[], $3::text[]) as wanted (key, document, claim)");

type Asked = (document: string, claim: string) => Promise<readonly Row[]>;

/** A round to another process costs more than the answer: there many claims are asked for at once. */
function asking({ name, reads }: Pick<StoreEngine, "name" | "reads">): Asked {
  if (name === "sqlite") return (document, claim) => reads.rows<Row>(ofOne, [document, claim]);
  const ask = gathered(async (keys) => {
    const wanted = keys.map((key) => JSON.parse(key) as [string, string]);
    const rows = await reads.rows<Row>(ofMany, [keys, wanted.map((w) => w[0]), wanted.map((w) => w[1])]);
    const found = new Map<string, Row[]>();
    for (const row of rows) {
      const list = found.get(row[0]);
      if (list === undefined) found.set(row[0], [row]);
      else list.push(row);
    }
    return found;
  });
  return async (document, claim) => (await ask(JSON.stringify([document, claim]))) ?? [];
}

interface Record {
  readonly position: number;
  readonly json: string;
}

type Records = Readonly<{ [P in PartName]: Map<string, Record> }>;

/** Several edges may share a part: each record once. */
function recordsOf(rows: readonly Row[]): Records {
  const records: Records = {
    edges: new Map(),
    markers: new Map(),
    notes: new Map(),
    items: new Map(),
    sources: new Map(),
  };
  for (const row of rows) {
    for (const [i, name] of parts.entries()) {
      const at = head + i * wide;
      const id = row[at];
      if (typeof id === "string")
        records[name].set(id, { position: row[at + 1] as number, json: row[at + 2] as string });
    }
  }
  return records;
}

const inOrder = (records: ReadonlyMap<string, Record>): string => {
  const list = [...records.values()];
  if (list.length > 1) list.sort((a, b) => a.position - b.position);
  return list.map((r) => r.json).join(",");
};

/** Adds the records that no edge leads to. */
async function complete(
  db: Db,
  table: "markers" | "notes" | "items",
  document: string,
  { [table]: known }: Records,
  ids: readonly string[],
): Promise<void> {
  const lacking = new Set(ids.filter((id) => !known.has(id)));
  if (lacking.size === 0) return;
  const rows = await db
    .selectFrom(table)
    .select(["id", "position", "json"])
    .where("document_id", "=", document)
    .where("id", "in", [...lacking])
    .execute();
  for (const { id, ...record } of rows) known.set(id, record);
}

async function written(db: Db, document: string, rows: readonly Row[]): Promise<string> {
  const [, , claim, open, findings] = rows[0]!;
  const records = recordsOf(rows);
  const openly = open === null ? [] : (JSON.parse(`[${open}]`) as OpenCitation[]);
  // Claims name their own markers too: a dangling one has neither an edge nor an open citation.
  const markers = [...(JSON.parse(claim) as Statement).markers, ...openly.map((o) => o.marker)];
  await complete(db, "markers", document, records, markers);
  const items = openly.map((o) => o.item);
  await complete(db, "items", document, records, items);
  const notes = [...records.markers.values()].flatMap((m) => (JSON.parse(m.json) as Marker).notes);
  await complete(db, "notes", document, records, notes);
  const fields = [
    `"edges":[${inOrder(records.edges)}]`,
    `"open":[${open ?? ""}]`,
    `"markers":[${inOrder(records.markers)}]`,
    `"notes":[${inOrder(records.notes)}]`,
    `"items":[${inOrder(records.items)}]`,
    `"sources":[${inOrder(records.sources)}]`,
    `"findings":[${findings ?? ""}]`,
  ];
  return `{"document":${JSON.stringify(document)},"claim":${claim},${fields.join(",")}}`;
}

/** The look-up of claims: as the JSON of a `ClaimView`, and as the value. */
export interface Claims {
  /** `ref` is an id, else a label that names one claim. */
  json(document: string, ref: string): Promise<Found<ClaimJson>>;
  view(document: string, ref: string): Promise<Found<ClaimView>>;
}

/** Returns the look-up of claims in the library. */
export function createClaims(db: Db, engine: Pick<StoreEngine, "name" | "reads">): Claims {
  const ask = asking(engine);
  const json = async (document: string, ref: string): Promise<Found<ClaimJson>> => {
    let rows = await ask(document, ref);
    if (rows.length === 0) {
      const named = await lookUp<Statement>(db, "statements", "label", document, ref);
      if (named.kind !== "found") return named;
      rows = await ask(document, named.value.id);
      if (rows.length === 0) return { kind: "missing" };
    }
    return { kind: "found", value: { body: await written(db, document, rows), origin: rows[0]![1] } };
  };
  return {
    json,
    async view(document, ref) {
      const found = await json(document, ref);
      return found.kind === "found"
        ? { kind: "found", value: JSON.parse(found.value.body) as ClaimView }
        : found;
    },
  };
}
