/** Where a document's source stands in the library: its work, and how much is said about that. */
import { sql } from "kysely";
import type { Source } from "../../../core/model.ts";
import { type Db, lookUp } from "../lookup.ts";
import type { Found } from "../store.ts";
import { selectMembers, toMember } from "./rows.ts";
import type { MergeState, Standing } from "./types.ts";
import { worksByIds } from "./works.ts";

const none = { proposed: 0, accepted: 0, refused: 0 };

/** Returns how many merges there are about the members; grows with their number. */
async function counted(db: Db, work: string): Promise<Standing["merges"]> {
  const own = sql`select atom from library_members where cluster = ${work}`;
  const { rows } = await sql<{ state: MergeState; n: number | string }>`
    select state, count(*) as n from merges where id in (
      select id from merges where a in (${own}) union select id from merges where b in (${own}))
    group by state`.execute(db);
  return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])) };
}

export async function standingOf(db: Db, document: string, ref: string): Promise<Found<Standing>> {
  const found = await lookUp<Source>(db, "sources", "key", document, ref);
  if (found.kind !== "found") return found;
  const row = await selectMembers(db)
    .where("m.document_id", "=", document)
    .where("m.source_id", "=", found.value.id)
    .executeTakeFirst();
  if (row === undefined) return { kind: "found", value: { member: null, work: null, merges: none } };
  const [work = null] = await worksByIds(db, [row.atom]);
  const merges = work === null ? none : await counted(db, work.id);
  return { kind: "found", value: { member: toMember(row), work, merges } };
}
