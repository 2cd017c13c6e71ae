/** Claims of the same words that rest on different works in different places. */
import { decodeCursor } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import { type Json, type Line, object, pageJson, pageOfLines } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";
import { claimItem, documentItem } from "./items.ts";
import type { SameWording } from "./types.ts";

/** Wordings looked at for one page: a page may hold fewer than asked and still have one behind it. */
const lookedAt = 200;

/** Claims of one wording that are compared and shown, the newest: a sentence may stand in every document. */
const compared = 30;

/** One row for each wording that several claims have: null where they all rest on the same. */
type Row = readonly [wording: string, item: string | null];

/** Returns the reading of pages. */
export function createSameWording({ reads, json }: StoreEngine) {
  const work = object({ id: json.text("l.id"), label: json.text("l.label") });
  const place = object({
    document: `(select ${documentItem(json, "d")} from documents d where d.id = p.document_id)`,
    claim: `(select ${claimItem(json, "s")} from statements s
      where s.document_id = p.document_id and s.id = p.claim_id)`,
    sources: `'[' || p.works || ']'`,
  });
  const item = object({
    wording: json.text("differing.wording"),
    text: `(select ${json.field("s.json", "text")} from claim_index c
      join statements s on s.document_id = c.document_id and s.id = c.claim_id where c.seq = differing.newest)`,
    claims: "'[' || differing.claims || ']'",
    more: "differing.more",
  });
  // What is written about a claim costs most: only for wordings that differ, and no more of them than are asked for.
  const text = `
with repeated as materialized (
  select wording from repeated_wordings where wording > $1
    and (select count(*) from (
      select 1 from claim_index c where c.wording = repeated_wordings.wording
      order by c.document_id, c.claim_id limit 2) as two) > 1
  order by wording limit $2),
places as materialized (
  select * from (
    select c.wording, c.seq, c.document_id, c.claim_id,
      row_number() over (partition by c.wording order by c.seq desc) as place,
      count(*) over (partition by c.wording) as places
    from repeated cross join claim_index c where c.wording = repeated.wording) as numbered
  where place <= ${compared}),
citations as materialized (
  select c.seq, m.cluster, max(case when e.scope = 'direct' then 1 else 0 end) as direct
  from places c
  join edges e on e.document_id = c.document_id and e.claim_id = c.claim_id
  join library_members m on m.document_id = e.document_id and m.source_id = e.source_id
  group by c.seq, m.cluster),
footings as materialized (
  select ranked.seq, string_agg(${work}, ',' order by l.id) as works
  from (select citations.*, max(direct) over (partition by seq) as best from citations) as ranked
  join library_sources l on l.id = ranked.cluster
  where ranked.direct = ranked.best group by ranked.seq),
compared as materialized (
  select places.*, coalesce(f.works, '') as works,
    min(coalesce(f.works, '')) over (partition by wording) as least,
    max(coalesce(f.works, '')) over (partition by wording) as most
  from places left join footings f on f.seq = places.seq),
differing as materialized (
  select p.wording, max(p.seq) as newest, max(p.places) - count(*) as more,
    string_agg(${place}, ',' order by p.seq desc) as claims
  from compared p where p.least <> p.most group by p.wording order by p.wording limit $3)
select repeated.wording, case when differing.wording is null then null else ${item} end from repeated
left join differing on differing.wording = repeated.wording
order by repeated.wording`;

  return async ({ after, limit }: PageRequest): Promise<Json<Page<SameWording>>> => {
    let from = after === null ? "" : decodeCursor<[string]>(after, ["string"])[0];
    const found: Line[] = [];
    // In some libraries most of them differ, in others few: a third more than are missing, then twice as many.
    for (let left = lookedAt, share = 4 / 3; left > 0 && found.length <= limit; share = 2) {
      const wanted = Math.min(left, Math.ceil(share * (limit + 1 - found.length)));
      const rows = await reads.long.rows<Row>(text, [from, wanted, limit + 1 - found.length]);
      for (const [wording, item] of rows)
        if (item !== null) found.push({ item, key: JSON.stringify([wording]) });
      if (rows.length < wanted) return pageOfLines(found, limit);
      from = rows.at(-1)![0];
      left -= wanted;
    }
    return found.length > limit ? pageOfLines(found, limit) : pageJson(found, JSON.stringify([from]));
  };
}
