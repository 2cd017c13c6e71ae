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
    document: documentItem(json, "d"),
    claim: claimItem(json, "s"),
    sources: `'[' || footings.works || ']'`,
  });
  const item = object({
    wording: json.text("repeated.wording"),
    text: json.field("s.json", "text"),
    claims: `'[' || differing.claims || ']'`,
    more: "differing.more",
  });
  const text = `
with repeated as (
  select wording from repeated_wordings where wording > $1
    and (select count(*) from (
      select 1 from claim_index c where c.wording = repeated_wordings.wording
      order by c.document_id, c.claim_id limit 2) as two) > 1
  order by wording limit $2),
places as (
  select * from (
    select c.wording, c.seq, c.document_id, c.claim_id,
      row_number() over (partition by c.wording order by c.seq desc) as place,
      count(*) over (partition by c.wording) as places
    from repeated cross join claim_index c where c.wording = repeated.wording) as numbered
  where place <= ${compared}),
citations as (
  select c.wording, c.seq, c.document_id, c.claim_id, c.places, m.cluster,
    max(case when e.scope = 'direct' then 1 else 0 end) as direct
  from places c
  left join edges e on e.document_id = c.document_id and e.claim_id = c.claim_id
  left join library_members m on m.document_id = e.document_id and m.source_id = e.source_id
  group by c.wording, c.seq, c.document_id, c.claim_id, c.places, m.cluster),
footings as (
  select ranked.wording, ranked.seq, ranked.document_id, ranked.claim_id, ranked.places,
    coalesce(string_agg(case when l.id is null then null else ${work} end, ',' order by l.id), '') as works
  from (select citations.*, max(direct) over (partition by seq) as best from citations) as ranked
  left join library_sources l on l.id = ranked.cluster
  where ranked.direct = ranked.best
  group by ranked.wording, ranked.seq, ranked.document_id, ranked.claim_id, ranked.places),
differing as (
  select footings.wording, max(footings.seq) as newest, max(footings.places) - count(*) as more,
    string_agg(${place}, ',' order by footings.seq desc) as claims
  from footings join documents d on d.id = footings.document_id
  join statements s on s.document_id = footings.document_id and s.id = footings.claim_id
  group by footings.wording having count(distinct footings.works) > 1)
select repeated.wording, case when differing.wording is null then null else ${item} end from repeated
left join differing on differing.wording = repeated.wording
left join claim_index c on c.seq = differing.newest
left join statements s on s.document_id = c.document_id and s.id = c.claim_id
order by repeated.wording`;

  return async ({ after, limit }: PageRequest): Promise<Json<Page<SameWording>>> => {
    let from = after === null ? "" : decodeCursor<[string]>(after, ["string"])[0];
    const found: Line[] = [];
    for (let left = lookedAt; left > 0 && found.length <= limit; ) {
      // In some libraries most of them differ, in others few.
      const wanted = Math.min(left, 2 * (limit + 1 - found.length));
      const rows = await reads.long.rows<Row>(text, [from, wanted]);
      for (const [wording, item] of rows)
        if (item !== null) found.push({ item, key: JSON.stringify([wording]) });
      if (rows.length < wanted) return pageOfLines(found, limit);
      from = rows.at(-1)![0];
      left -= wanted;
    }
    return found.length > limit ? pageOfLines(found, limit) : pageJson(found, JSON.stringify([from]));
  };
}
