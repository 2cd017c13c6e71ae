/** A source with the claims that rest on it and all that those rest on, in one question. */
import type { CitationItem, Edge, Finding, Source, Statement } from "../../core/model.ts";
import { byIds, type Db, lookUp } from "./lookup.ts";
import type { Reads } from "./reads.ts";
import type { Found, SourceView } from "./store.ts";

type Kind = "source" | "claim" | "edge" | "footing" | "mention" | "finding";
type Row = readonly [kind: Kind, position: number, json: string];

const text = `
with own as (select distinct claim_id from edges where document_id = $1 and source_id = $2)
select 'source', position, json from sources where document_id = $1 and id = $2
union all select 'claim', position, json from statements
  where document_id = $1 and id in (select claim_id from own)
union all select 'edge', position, json from edges
  where document_id = $1 and claim_id in (select claim_id from own)
union all select 'footing', position, json from sources
  where document_id = $1 and id in (
    select source_id from edges where document_id = $1 and claim_id in (select claim_id from own))
union all select 'mention', position, json from items where document_id = $1 and source_id = $2
union all select 'finding', f.position, f.json from finding_subjects x
  join findings f on f.document_id = x.document_id and f.id = x.finding_id
  where x.document_id = $1 and x.kind = 'source' and x.subject_id = $2`;

/** A source may be mentioned by an item that resolves to nothing, or to more than it. */
async function mentionsOf(
  db: Db,
  document: string,
  { mentions }: Source,
  resolved: readonly CitationItem[],
): Promise<readonly CitationItem[]> {
  const ids = new Set(resolved.map((item) => item.id));
  const same = ids.size === new Set(mentions).size && mentions.every((id) => ids.has(id));
  return same ? resolved : byIds<CitationItem>(db, "items", document, mentions);
}

async function viewOf(db: Db, reads: Reads, document: string, id: string): Promise<SourceView | null> {
  const rows = [...(await reads.rows<Row>(text, [document, id]))].sort((a, b) => a[1] - b[1]);
  const of = <T>(kind: Kind): T[] => rows.filter((r) => r[0] === kind).map((r) => JSON.parse(r[2]) as T);
  const [source] = of<Source>("source");
  if (source === undefined) return null;
  const all = of<Edge>("edge");
  const footing = of<Source>("footing");
  return {
    document,
    source,
    edges: all.filter((e) => e.source === id),
    claims: of<Statement>("claim"),
    footing: { edges: all, sources: footing.length === 0 ? [source] : footing },
    mentions: await mentionsOf(db, document, source, of<CitationItem>("mention")),
    findings: of<Finding>("finding"),
  };
}

/** Returns the look-up of sources: `ref` is an id, else a key that names one source. */
export const createSources =
  (db: Db, reads: Reads) =>
  async (document: string, ref: string): Promise<Found<SourceView>> => {
    const view = await viewOf(db, reads, document, ref);
    if (view !== null) return { kind: "found", value: view };
    const named = await lookUp<Source>(db, "sources", "key", document, ref);
    if (named.kind !== "found") return named;
    const found = await viewOf(db, reads, document, named.value.id);
    return found === null ? { kind: "missing" } : { kind: "found", value: found };
  };
