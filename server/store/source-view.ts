/** A source with the claims that rest on it and all that those rest on, in one question. */
import type { CitationItem, Edge, Finding, Source, Statement } from "../../core/model.ts";
import { byIds, type Db, lookUp } from "./lookup.ts";
import { type Ask, inquiryOf, type Reads } from "./reads.ts";
import type { Found, SourceView } from "./store.ts";

/** Lists of JSON, null where there is nothing. */
type List = string | null;
type Row = readonly [
  origin: string | null,
  source: string | null,
  claims: List,
  edges: List,
  footing: List,
  mentions: List,
  findings: List,
];

/** SQL of a list in text order. */
const list = (rows: string): string =>
  `(select string_agg(json, ',' order by position) from (${rows}) as listed)`;

const ofDocument = (table: string, condition: string): string =>
  list(`select position, json from ${table} where document_id = $1 and ${condition}`);

const own = "select claim_id from edges where document_id = $1 and source_id = $2";

const text = `select
  (select analysis_hash from documents where id = $1),
  (select json from sources where document_id = $1 and id = $2),
  ${ofDocument("statements", `id in (${own})`)},
  ${ofDocument("edges", `claim_id in (${own})`)},
  ${ofDocument("sources", `id in (select source_id from edges where document_id = $1 and claim_id in (${own}))`)},
  ${ofDocument("items", "source_id = $2")},
  ${list(`select f.position, f.json from finding_subjects x
    join findings f on f.document_id = x.document_id and f.id = x.finding_id
    where x.document_id = $1 and x.kind = 'source' and x.subject_id = $2`)}`;

const parsed = <T>(json: List): readonly T[] => (json === null ? [] : (JSON.parse(`[${json}]`) as T[]));

/** A source may be mentioned by an item that resolves to nothing, or to more than it: then these are not its mentions. */
function areMentions({ mentions }: Source, resolved: readonly CitationItem[]): boolean {
  const ids = new Set(resolved.map((item) => item.id));
  return ids.size === new Set(mentions).size && mentions.every((id) => ids.has(id));
}

async function viewOf(db: Db, ask: Ask<Row>, document: string, id: string): Promise<SourceView | null> {
  const [origin, json, claims, edges, footing, mentions, findings] = await ask([document, id]);
  if (origin === null || json === null) return null;
  const source = JSON.parse(json) as Source;
  const all = parsed<Edge>(edges);
  const sources = parsed<Source>(footing);
  const resolved = parsed<CitationItem>(mentions);
  const complete = areMentions(source, resolved);
  return {
    document,
    origin: complete ? origin : null,
    source,
    edges: all.filter((e) => e.source === id),
    claims: parsed<Statement>(claims),
    footing: { edges: all, sources: sources.length === 0 ? [source] : sources },
    mentions: complete ? resolved : await byIds<CitationItem>(db, "items", document, source.mentions),
    findings: parsed<Finding>(findings),
  };
}

/** Returns the look-up of sources: `ref` is an id, else a key that names one source. */
export function createSources(db: Db, reads: Reads) {
  const ask = reads.together<Row>(inquiryOf(["text", "text"], text));
  return async (document: string, ref: string): Promise<Found<SourceView>> => {
    const view = await viewOf(db, ask, document, ref);
    if (view !== null) return { kind: "found", value: view };
    const named = await lookUp<Source>(db, "sources", "key", document, ref);
    if (named.kind !== "found") return named;
    const found = await viewOf(db, ask, document, named.value.id);
    return found === null ? { kind: "missing" } : { kind: "found", value: found };
  };
}
