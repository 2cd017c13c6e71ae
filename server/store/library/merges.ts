/** Proposals that two sources are one work, and the decisions about them. */
import type { Selectable, Transaction } from "kysely";
import { inBatches } from "../batches.ts";
import { decodeCursor, toPage } from "../cursor.ts";
import { type StoreEngine, transact } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { type Page, type PageRequest, StoreError } from "../store.ts";
import type { MergesTable, Tables } from "../tables.ts";
import { clusterOf, join, part } from "./clusters.ts";
import type { MergeEvidence, MergeReason } from "./identity.ts";
import { selectMembers, toMember } from "./rows.ts";
import type { LibraryStore, Merge, MergeDecision, MergeState } from "./types.ts";

async function withMembers(db: Db, rows: readonly Selectable<MergesTable>[]): Promise<readonly Merge[]> {
  const members = await inBatches(
    rows.flatMap((r) => [r.a, r.b]),
    (batch) => selectMembers(db).where("m.atom", "in", batch).execute(),
  );
  const byAtom = new Map(members.map((m) => [m.atom, toMember(m)]));
  return rows.flatMap((row) => {
    const [a, b] = [byAtom.get(row.a), byAtom.get(row.b)];
    if (a === undefined || b === undefined) return [];
    const merge: Merge = {
      id: row.id,
      a,
      b,
      reason: row.reason as MergeReason,
      evidence: JSON.parse(row.evidence) as MergeEvidence,
      state: row.state as MergeState,
      by: row.decided_by,
      at: row.decided_at,
      revision: row.revision,
    };
    return [merge];
  });
}

/** Returns a page of merges in this state. */
export async function listMerges(
  db: Db,
  state: MergeState,
  { after, limit }: PageRequest,
): Promise<Page<Merge>> {
  let query = db
    .selectFrom("merges")
    .selectAll()
    .where("state", "=", state)
    .orderBy("id")
    .limit(limit + 1);
  if (after !== null) query = query.where("id", ">", decodeCursor<[string]>(after, ["string"])[0]);
  const page = toPage(
    await query.execute(),
    limit,
    (r) => [r.id],
    (r) => r,
  );
  return { items: await withMembers(db, page.items), next: page.next };
}

export async function mergeById(db: Db, id: string): Promise<Merge | null> {
  const row = await db.selectFrom("merges").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : ((await withMembers(db, [row]))[0] ?? null);
}

const stateAfter: Readonly<Record<MergeDecision, MergeState>> = {
  accept: "accepted",
  refuse: "refused",
  undo: "proposed",
};

/** Writes a decision and makes the works follow it. */
export const decide =
  (db: Db, engine: StoreEngine): LibraryStore["decide"] =>
  (id, decision, { by, at, revision }) =>
    transact(db, engine, async (trx: Transaction<Tables>) => {
      const row = await trx.selectFrom("merges").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) return null;
      await engine.lockKeys(trx, [row.key]);
      const state = stateAfter[decision];
      const changed = await trx
        .updateTable("merges")
        .set({
          state,
          decided_by: decision === "undo" ? null : by,
          decided_at: decision === "undo" ? null : at,
          revision: revision + 1,
        })
        .where("id", "=", id)
        .where("revision", "=", revision)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n)
        throw new StoreError("changed", `the merge ${id} was decided meanwhile`);
      if (state === "accepted") await join(trx, engine, row.a, row.b);
      else if (row.state === "accepted") {
        const cluster = await clusterOf(trx, row.a);
        if (cluster !== null) await part(trx, engine, cluster);
      }
      return mergeById(trx, id);
    });
