/** Works across documents: the list of them, and one by its id. */
import { inBatches } from "../batches.ts";
import { decodeCursor, toPage } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { array, find, findTogether, type Json, type JsonSql, packed, pageOfLines } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";
import { workItem } from "./items.ts";
import { selectMembers, sourceColumns, toMember, toSource } from "./rows.ts";
import type { LibrarySource, Member } from "./types.ts";
import { queryTerms } from "./words.ts";

export type WorkCursor = readonly [directClaims: number, carriedClaims: number, id: string];
export const workShape = ["count", "count", "string"] as const;

/** Above every count. */
const top = 2 ** 31 - 1;

/** Behind it come all works. */
export const firstWork: WorkCursor = [top, top, ""];

/** Works that are looked through first where many have the words: it takes a millisecond or two. */
export const leadingWorks = 2_000;

/**
 * Returns a question for the works behind the cursor, the most load-bearing first, and how many they are. What it is
 * made of is SQL; `having` says which works, `leading` that those are looked through first that lead the list.
 */
export function packedWorks(
  json: JsonSql,
  parts: {
    readonly after: readonly [direct: string, carried: string, id: string];
    readonly having: string | null;
    readonly limit: string;
    readonly leading: boolean;
  },
): string {
  const { having, limit, leading } = parts;
  const columns = "id, label, csl, documents, direct_claims, carried_claims, mentions";
  const ordered = (direct: string) => `${direct} desc, carried_claims desc, id desc`;
  const behind = (direct: string) => `(${direct}, carried_claims, id) < (${parts.after.join(", ")})`;
  const page = (direct: string, conditions: readonly string[]): string =>
    `select ${columns} from library_sources where ${conditions.join(" and ")} order by ${ordered(direct)} limit ${limit}`;
  const whole = (...further: readonly string[]): string => {
    if (having === null) return page("direct_claims", [behind("direct_claims"), ...further]);
    // Few have all the words: they are sorted, where the index of the order would be gone through for them.
    return page("+direct_claims", [behind("+direct_claims"), having, ...further]);
  };
  const first = `select ${columns} from (select * from library_sources
      where ${behind("direct_claims")} order by ${ordered("direct_claims")} limit ${leadingWorks}) as ranked
    where ${having} order by ${ordered("direct_claims")} limit ${limit}`;
  const enough = `(select count(*) from leading_works) >= ${limit}`;
  return packed({
    rows: leading
      ? `with leading_works as (${first})
        select * from (select * from leading_works where ${enough}
          union all select * from (${whole(`not ${enough}`)}) as others) as found order by ${ordered("direct_claims")} limit ${limit}`
      : whole(),
    item: workItem(json, "page"),
    key: array(["page.direct_claims", "page.carried_claims", json.text("page.id")]),
    origin: "count(*)",
  });
}

/** Returns the reading of pages of works, the most load-bearing first. */
export function createWorks({ reads, json, search }: StoreEngine) {
  const place = { after: ["$1", "$2", "$3"], limit: "$4" } as const;
  const all = findTogether(
    reads,
    ["integer", "integer", "text", "integer"],
    packedWorks(json, { ...place, having: null, leading: false }),
  );
  const having = packedWorks(json, { ...place, having: search.sourceHas("$5"), leading: false });
  const frequent = packedWorks(json, { ...place, having: search.sourceHas("$5"), leading: true });
  return async ({ after, limit }: PageRequest, q: string | null): Promise<Json<Page<LibrarySource>>> => {
    const terms = q === null ? [] : queryTerms(q);
    if (q !== null && terms.length === 0) return pageOfLines([], limit);
    const cursor = after === null ? firstWork : decodeCursor<WorkCursor>(after, workShape);
    const most = limit + 1;
    if (q === null) return pageOfLines((await all([...cursor, most])).lines, limit);
    const way = await search.way(terms, { before: Number.MAX_SAFE_INTEGER, most });
    const text = way.works.leading ? frequent : having;
    const found = await find(reads, text, [...cursor, most, search.matching(terms)]);
    return pageOfLines(found.lines, limit);
  };
}

/** Returns the works by their ids or those of their members, in the order asked; null where there is none. */
export async function worksByIds(db: Db, ids: readonly string[]): Promise<readonly (LibrarySource | null)[]> {
  const members = await inBatches(ids, (batch) =>
    db.selectFrom("library_members").select(["atom", "cluster"]).where("atom", "in", batch).execute(),
  );
  const clusters = new Map(members.map((m) => [m.atom, m.cluster]));
  const wanted = ids.map((id) => clusters.get(id) ?? id);
  const rows = await inBatches(wanted, (batch) =>
    db.selectFrom("library_sources").select(sourceColumns).where("id", "in", batch).execute(),
  );
  const byId = new Map(rows.map((r) => [r.id, toSource(r)]));
  return wanted.map((id) => byId.get(id) ?? null);
}

/** Returns a page of the sources that are taken for the work, document by document. */
export async function membersOf(
  db: Db,
  cluster: string,
  { after, limit }: PageRequest,
): Promise<Page<Member>> {
  let query = selectMembers(db)
    .where("m.cluster", "=", cluster)
    .orderBy("m.document_id")
    .orderBy("m.source_id")
    .limit(limit + 1);
  if (after !== null) {
    const [document, source] = decodeCursor<[string, string]>(after, ["string", "string"]);
    query = query.where((eb) =>
      eb(eb.refTuple("m.document_id", "m.source_id"), ">", eb.tuple(document, source)),
    );
  }
  const rows = await query.execute();
  return toPage(rows, limit, (r) => [r.document_id, r.source_id], toMember);
}
