/** What falls in the whole library when works are withdrawn together: the rule of `core/graph/withdraw.ts`, in SQL. */
import { sql } from "kysely";
import { decodeCursor, toPage } from "../cursor.ts";
import type { Db } from "../lookup.ts";
import type { PageRequest } from "../store.ts";
import { documentRefs, toClaimRef } from "./rows.ts";
import type { Fallout, Fate } from "./types.ts";
import { worksByIds } from "./works.ts";

interface Affected {
  readonly document_id: string;
  readonly position: number;
  readonly json: string;
  readonly direct: number;
  readonly lost_direct: number;
  readonly carried: number;
  readonly lost: number;
}

/**
 * Every claim with a citation of these works: its sources, direct and carried only, and how many of them are
 * withdrawn.
 */
const affected = (works: readonly string[]) => sql<Affected>`
  select f.document_id, s.position, s.json,
    sum(f.direct) as direct, sum(f.direct * f.gone) as lost_direct,
    sum(1 - f.direct) as carried, sum(f.gone) as lost
  from (
    select e.document_id, e.claim_id, e.source_id,
      max(case when e.scope = 'direct' then 1 else 0 end) as direct,
      max(case when m.cluster in (${sql.join(works)}) then 1 else 0 end) as gone
    from (
      select distinct h.document_id, h.claim_id from library_members w
      join edges h on h.document_id = w.document_id and h.source_id = w.source_id
      where w.cluster in (${sql.join(works)})
    ) as hit
    join edges e on e.document_id = hit.document_id and e.claim_id = hit.claim_id
    left join library_members m on m.document_id = e.document_id and m.source_id = e.source_id
    group by e.document_id, e.claim_id, e.source_id
  ) as f
  join statements s on s.document_id = f.document_id and s.id = f.claim_id
  group by f.document_id, f.claim_id, s.position, s.json`;

/** The fate of a claim; its footing are its direct sources, or its carried ones where it has none. */
function fateOf({ direct, lost_direct, carried, lost }: Affected): Fate {
  if (direct > 0) return lost_direct < direct ? "weakened" : "falls";
  return lost < carried ? "weakened" : "falls-if-carried";
}

/** Returns the counts and a page of the claims, document by document. Unknown works are left out. */
export async function fallout(
  db: Db,
  ids: readonly string[],
  { after, limit }: PageRequest,
): Promise<Fallout> {
  const found = (await worksByIds(db, ids)).filter((s) => s !== null);
  const sources = [...new Map(found.map((s) => [s.id, s])).values()];
  if (sources.length === 0) {
    const counts = { documents: 0, falls: 0, fallsIfCarried: 0, weakened: 0 };
    return { sources, counts, claims: { items: [], next: null } };
  }
  const { rows } = await affected(sources.map((s) => s.id)).execute(db);
  const claims = rows
    .map((r) => ({ ...r, fate: fateOf(r) }))
    .sort((a, b) =>
      a.document_id === b.document_id ? a.position - b.position : a.document_id < b.document_id ? -1 : 1,
    );
  const from = after === null ? null : decodeCursor<[string, number]>(after, ["string", "count"]);
  const rest = claims.filter(
    (c) => from === null || c.document_id > from[0] || (c.document_id === from[0] && c.position > from[1]),
  );
  const shown = rest.slice(0, limit + 1);
  const refs = await documentRefs(
    db,
    shown.map((c) => c.document_id),
  );
  const count = (fate: Fate) => claims.filter((c) => c.fate === fate).length;
  return {
    sources,
    counts: {
      documents: new Set(claims.map((c) => c.document_id)).size,
      falls: count("falls"),
      fallsIfCarried: count("falls-if-carried"),
      weakened: count("weakened"),
    },
    claims: toPage(
      shown,
      limit,
      (c) => [c.document_id, c.position],
      (c) => ({
        document: refs.get(c.document_id)!,
        claim: toClaimRef(c.json),
        scope: c.direct > 0 && c.lost_direct > 0 ? ("direct" as const) : ("carried" as const),
        fate: c.fate,
      }),
    ),
  };
}
