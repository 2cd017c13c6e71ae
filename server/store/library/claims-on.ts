/** Every claim of the library that rests on a work, document by document. */
import { decodeCursor } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import { array, findTogether, type Json, object, packed, pageOfLines } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";
import { claimItem, documentItem } from "./items.ts";
import type { LibraryClaim } from "./types.ts";

type Place = readonly [document: string, position: number];

/** Before all claims. */
const first: Place = ["", -1];

/**
 * Returns the reading of pages. `id` is that of the work or of one of its members; the page is null where there is no
 * such work. Reads no more documents than a page can show.
 */
export function createClaimsOn({ reads, json }: StoreEngine) {
  const text = packed({
    // In this order: SQLite keeps that of cross joins, and would go through all edges of the documents otherwise.
    // Each of these documents has a claim to show, but the first one, all of whose claims may have been shown: so one
    // more. Those behind as many claims as a page can show are left alone: a document has no fewer than any one source
    // in it.
    rows: `
with work as (
  select coalesce((select cluster from library_members where atom = $1), $1) as id),
resting as (
  select m.document_id, max(m.direct_claims + m.carried_claims) as claims
  from library_members m
  where m.cluster = (select id from work) and m.direct_claims + m.carried_claims > 0 and m.document_id >= $2
  group by m.document_id order by m.document_id limit $4 + 1),
near as (
  select document_id from (
    select document_id, sum(case when document_id > $2 then claims else 0 end) over (
      order by document_id rows between unbounded preceding and 1 preceding) as before
    from resting) as counted
  where coalesce(before, 0) < $4)
select e.document_id, s.position, s.id, s.label, s.json, max(case when e.scope = 'direct' then 1 else 0 end) as direct
from near cross join work cross join library_members m cross join edges e cross join statements s
where m.document_id = near.document_id and m.cluster = work.id
  and e.document_id = m.document_id and e.source_id = m.source_id
  and s.document_id = e.document_id and s.id = e.claim_id
  and (e.document_id > $2 or s.position > $3)
group by e.document_id, s.position, s.id, s.label, s.json
order by e.document_id, s.position limit $4`,
    with: "join documents d on d.id = page.document_id",
    item: object({
      document: documentItem(json, "d"),
      claim: claimItem(json, "page"),
      scope: `case when page.direct = 1 then '"direct"' else '"carried"' end`,
    }),
    key: array([json.text("page.document_id"), "page.position"]),
    order: "page.document_id, page.position",
    origin: `(select id from library_sources
      where id = coalesce((select cluster from library_members where atom = $1), $1))`,
  });
  const find = findTogether(reads, ["text", "text", "integer", "integer"], text);
  return async (id: string, { after, limit }: PageRequest): Promise<Json<Page<LibraryClaim>> | null> => {
    const from = after === null ? first : decodeCursor<Place>(after, ["string", "count"]);
    const found = await find([id, ...from, limit + 1]);
    return found.origin === null ? null : pageOfLines(found.lines, limit);
  };
}
