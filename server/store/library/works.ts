/** Works across documents: the list of them, and one by its id. */
import { inBatches } from "../batches.ts";
import { decodeCursor, toPage } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { array, find, type Json, type JsonSql, packed, pageOfLines } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";
import { workItem } from "./items.ts";
import { selectMembers, sourceColumns, toMember, toSource } from "./rows.ts";
import type { LibrarySource, Member } from "./types.ts";
import { queryTerms } from "./words.ts";

export type WorkCursor = readonly [directClaims: number, carriedClaims: number, id: string];
export const workShape = ["number", "number", "string"] as const;

/** Above every count. */
const top = 2 ** 31 - 1;

/** Behind it come all works. */
export const firstWork: WorkCursor = [top, top, ""];

/**
 * Returns a question for the works behind the cursor, the most load-bearing first, and how many they are. What it is
 * made of is SQL; `having` says which works.
 */
export function packedWorks(
  json: JsonSql,
  parts: {
    readonly after: readonly [direct: string, carried: string, id: string];
    readonly having: string | null;
    readonly limit: string;
  },
): string {
  // Few have all the words: they are sorted, where the index of the order would be gone through for them.
  const direct = parts.having === null ? "direct_claims" : "+direct_claims";
  return packed({
    rows: `select id, label, csl, documents, direct_claims, carried_claims, mentions from library_sources
      where (${direct}, carried_claims, id) < (${parts.after.join(", ")}) ${parts.having === null ? "" : `and ${parts.having}`}
      order by ${direct} desc, carried_claims desc, id desc limit ${parts.limit}`,
    item: workItem(json, "page"),
    key: array(["page.direct_claims", "page.carried_claims", json.text("page.id")]),
    origin: "count(*)",
  });
}

/** Returns the reading of pages of works, the most load-bearing first. */
export function createWorks({ reads, json, search }: StoreEngine) {
  const place = { after: ["$1", "$2", "$3"], limit: "$4" } as const;
  const all = packedWorks(json, { ...place, having: null });
  const having = packedWorks(json, { ...place, having: search.sourceHas("$5") });
  return async ({ after, limit }: PageRequest, q: string | null): Promise<Json<Page<LibrarySource>>> => {
    const terms = q === null ? [] : queryTerms(q);
    if (q !== null && terms.length === 0) return pageOfLines([], limit);
    const cursor = after === null ? firstWork : decodeCursor<WorkCursor>(after, workShape);
    const found = await (q === null
      ? find(reads, all, [...cursor, limit + 1])
      : find(reads, having, [...cursor, limit + 1, search.matching(terms)]));
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
