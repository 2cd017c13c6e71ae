/** Proposals that two sources are one work, and the decisions about them. */
import type { Selectable, Transaction } from "kysely";
import { inBatches } from "../batches.ts";
import { decodeCursor } from "../cursor.ts";
import { type StoreEngine, transact } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { array, find, type Json, type JsonSql, object, packed, pageOfLines } from "../packed.ts";
import { type Page, type PageRequest, StoreError } from "../store.ts";
import type { MergesTable, Tables } from "../tables.ts";
import { clusterOf, join, part } from "./clusters.ts";
import type { MergeEvidence, MergeReason } from "./identity.ts";
import { documentItem, sourceItem } from "./items.ts";
import { lockWorks } from "./lock-works.ts";
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
      statedBy: row.stated_by,
      words: row.words,
    };
    return [merge];
  });
}

const memberColumns = (side: "a" | "b"): string =>
  ["document_id", "source_id", "direct_claims", "carried_claims", "mentions"]
    .map((column) => `of_${side}.${column} as ${side}_${column}`)
    .join(", ");

/** SQL of a `Member`. Its parts are looked up, not joined: there were more orders of joins to weigh than rows to read. */
const memberItem = (json: JsonSql, side: "a" | "b"): string =>
  object({
    id: json.text(`page.${side}`),
    document: `(select ${documentItem(json, "d")} from documents d where d.id = page.${side}_document_id)`,
    source: `(select ${sourceItem(json, "s")} from sources s
      where s.document_id = page.${side}_document_id and s.id = page.${side}_source_id)`,
    directClaims: `page.${side}_direct_claims`,
    carriedClaims: `page.${side}_carried_claims`,
    mentions: `page.${side}_mentions`,
  });

/** SQL that keeps the merges about a member of the work, which `work` gives: found by their sides, not by their state. */
export const isAbout = (work: string): string => {
  const own = `select atom from library_members where cluster = ${work}`;
  return `merges.id in (select id from merges where a in (${own}) union select id from merges where b in (${own}))`;
};

/** Returns the reading of pages of merges in a state, of all or of one work, named by itself or a member. */
export function createMerges({ reads, json }: StoreEngine) {
  const text = (condition: string): string =>
    packed({
      rows: `select merges.*, ${memberColumns("a")}, ${memberColumns("b")} from merges
      join library_members of_a on of_a.atom = merges.a join library_members of_b on of_b.atom = merges.b
      where merges.state = $1 and merges.id > $2 ${condition} order by merges.id limit $3`,
      item: object({
        id: json.text("page.id"),
        a: memberItem(json, "a"),
        b: memberItem(json, "b"),
        reason: json.text("page.reason"),
        evidence: "page.evidence",
        state: json.text("page.state"),
        by: json.text("page.decided_by"),
        at: json.text("page.decided_at"),
        revision: "page.revision",
        statedBy: json.text("page.stated_by"),
        words: json.text("page.words"),
      }),
      key: array([json.text("page.id")]),
      order: "page.id",
    });
  const all = text("");
  const ofWork = text(
    `and ${isAbout("coalesce((select cluster from library_members where atom = $4), $4)")}`,
  );
  return async (
    state: MergeState,
    work: string | null,
    { after, limit }: PageRequest,
  ): Promise<Json<Page<Merge>>> => {
    const from = after === null ? "" : decodeCursor<[string]>(after, ["string"])[0];
    const values = [state, from, limit + 1];
    const found = await (work === null ? find(reads, all, values) : find(reads, ofWork, [...values, work]));
    return pageOfLines(found.lines, limit);
  };
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
      await lockWorks(trx, engine, row);
      const state = stateAfter[decision];
      const changed = await trx
        .updateTable("merges")
        .set({ state, decided_by: by, decided_at: at, revision: revision + 1 })
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
