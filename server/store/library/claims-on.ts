/** Every claim of the library that rests on a work, document by document. */
import { decodeCursor } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import { array, find, type Json, object, packed, pageOfLines } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";
import { claimItem, documentItem } from "./items.ts";
import type { LibraryClaim } from "./types.ts";

/**
 * Returns the reading of pages. `id` is that of the work or of one of its members; the page is null where there is no
 * such work. Reads no more documents than a page can show.
 */
export function createClaimsOn({ reads, json }: StoreEngine) {
  const text = packed({
    // In this order: SQLite keeps that of cross joins, and would go through all edges of the documents otherwise.
    // Each of these documents has a claim to show, but the first one, all of whose claims may have been shown.
    rows: `
with work as (
  select coalesce((select cluster from library_members where atom = $1), $1) as id),
near as (
  select distinct m.document_id from work join library_members m on m.cluster = work.id
  where m.direct_claims + m.carried_claims > 0 and m.document_id >= $2
  order by m.document_id limit $4)
select e.document_id, e.claim_id, s.position, max(case when e.scope = 'direct' then 1 else 0 end) as direct
from near cross join work cross join library_members m cross join edges e cross join statements s
where m.document_id = near.document_id and m.cluster = work.id
  and e.document_id = m.document_id and e.source_id = m.source_id
  and s.document_id = e.document_id and s.id = e.claim_id
  and (e.document_id > $2 or s.position > $3)
group by e.document_id, e.claim_id, s.position
order by e.document_id, s.position limit $4`,
    with: `
join documents d on d.id = page.document_id
join statements s on s.document_id = page.document_id and s.id = page.claim_id`,
    item: object({
      document: documentItem(json, "d"),
      claim: claimItem(json, "s"),
      scope: `case when page.direct = 1 then '"direct"' else '"carried"' end`,
    }),
    key: array([json.text("page.document_id"), "page.position"]),
    order: "page.document_id, page.position",
    origin: `(select id from library_sources
      where id = coalesce((select cluster from library_members where atom = $1), $1))`,
  });
  return async (id: string, { after, limit }: PageRequest): Promise<Json<Page<LibraryClaim>> | null> => {
    const from = after === null ? ["", -1] : decodeCursor<[string, number]>(after, ["string", "number"]);
    const found = await find(reads, text, [id, ...from, limit + 1]);
    return found.origin === null ? null : pageOfLines(found.lines, limit);
  };
}
