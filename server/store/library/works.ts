/** Works across documents: the list of them, and one by its id. */
import { inBatches } from "../batches.ts";
import { decodeCursor, toPage } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { array, find, type Json, type Line, packed, pageOfLines } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";
import { workItem } from "./items.ts";
import { selectMembers, sourceColumns, toMember, toSource } from "./rows.ts";
import type { LibrarySource, Member } from "./types.ts";
import { queryTerms, type Term } from "./words.ts";

export type WorkCursor = readonly [directClaims: number, carriedClaims: number, id: string];
export const workShape = ["number", "number", "string"] as const;

/** Above every count. */
const top = 2 ** 31 - 1;

/** Reads works with all of the terms, the most load-bearing first, behind the cursor. */
export type FindWorks = (
  terms: readonly Term[],
  after: WorkCursor | null,
  limit: number,
) => Promise<readonly Line[]>;

/** Returns the reading of works. */
export function createFindWorks({ reads, json, search }: StoreEngine): FindWorks {
  const text = (direct: string, condition: string): string =>
    packed({
      rows: `select id, label, csl, documents, direct_claims, carried_claims, mentions from library_sources
        where (${direct}, carried_claims, id) < ($1, $2, $3) ${condition}
        order by ${direct} desc, carried_claims desc, id desc limit $4`,
      item: workItem(json, "page"),
      key: array(["page.direct_claims", "page.carried_claims", json.text("page.id")]),
      order: "page.direct_claims desc, page.carried_claims desc, page.id desc",
    });
  const all = text("direct_claims", "");
  // Few have all the words: they are sorted, where the index of the order would be gone through for them.
  const having = text("+direct_claims", `and ${search.sourceHas("$5")}`);
  return async (terms, after, limit) => {
    const values = [...(after ?? [top, top, ""]), limit];
    const found = await (terms.length === 0
      ? find(reads, all, values)
      : find(reads, having, [...values, search.matching(terms)]));
    return found.lines;
  };
}

/** Returns the reading of pages of works, the most load-bearing first. */
export const createWorks =
  (works: FindWorks) =>
  async ({ after, limit }: PageRequest, q: string | null): Promise<Json<Page<LibrarySource>>> => {
    const terms = q === null ? [] : queryTerms(q);
    if (q !== null && terms.length === 0) return pageOfLines([], limit);
    const cursor = after === null ? null : decodeCursor<WorkCursor>(after, workShape);
    return pageOfLines(await works(terms, cursor, limit + 1), limit);
  };

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
