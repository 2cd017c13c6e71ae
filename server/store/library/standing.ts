/** Where a document's source stands in the library: its work, and how much is said about that. */
import type { Source } from "../../../core/model.ts";
import { type Db, lookUp } from "../lookup.ts";
import type { Reads } from "../reads.ts";
import type { Found } from "../store.ts";
import { isAbout } from "./merges.ts";
import { selectMembers, toMember } from "./rows.ts";
import type { MergeState, Standing } from "./types.ts";
import { worksByIds } from "./works.ts";

const none = { proposed: 0, accepted: 0, refused: 0 };

const byState = `select state, count(*) from merges where ${isAbout("$1")} group by state`;

/** Returns how many merges there are about the members; grows with their number. */
async function counted(reads: Reads, work: string): Promise<Standing["merges"]> {
  const rows = await reads.rows<[MergeState, number | string]>(byState, [work]);
  return { ...none, ...Object.fromEntries(rows.map(([state, n]) => [state, Number(n)])) };
}

export async function standingOf(
  db: Db,
  reads: Reads,
  document: string,
  ref: string,
): Promise<Found<Standing>> {
  const found = await lookUp<Source>(db, "sources", "key", document, ref);
  if (found.kind !== "found") return found;
  const row = await selectMembers(db)
    .where("m.document_id", "=", document)
    .where("m.source_id", "=", found.value.id)
    .executeTakeFirst();
  if (row === undefined) return { kind: "found", value: { member: null, work: null, merges: none } };
  const [work = null] = await worksByIds(db, [row.atom]);
  const merges = work === null ? none : await counted(reads, work.id);
  return { kind: "found", value: { member: toMember(row), work, merges } };
}
