/** Rows of bulk imports: to what callers see, and settling one document within a transaction of any kind. */
import type { Selectable, Transaction } from "kysely";
import { groupBy } from "../../../core/group-by.ts";
import type { Db } from "../lookup.ts";
import type { Tables } from "../tables.ts";
import type { ImportItemsTable } from "./tables.ts";
import type {
  ImportItem,
  ImportState,
  ImportSummary,
  ItemKey,
  ItemProblem,
  ItemState,
  Outcome,
} from "./types.ts";

/** Returns a row of `import_items` as callers see it. */
export const itemOf = (row: Selectable<ImportItemsTable>): ImportItem => ({
  import: row.import_id,
  position: row.position,
  name: row.name,
  bytes: Number(row.bytes),
  state: row.state as ItemState,
  attempts: row.attempts,
  document: row.document_id,
  problem: row.problem === null ? null : (JSON.parse(row.problem) as ItemProblem),
});

/** Returns the imports in the order of `ids`, each with its counts; grows with their documents. */
export async function summaries(db: Db, ids: readonly string[]): Promise<readonly ImportSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("imports").selectAll().where("id", "in", ids).execute();
  const counts = await db
    .selectFrom("import_items")
    .select(({ fn }) => ["import_id", "state", fn.countAll().as("n"), fn.sum("bytes").as("bytes")])
    .where("import_id", "in", ids)
    .groupBy(["import_id", "state"])
    .execute();
  const byImport = groupBy(counts, (c) => c.import_id);
  const byId = new Map(rows.map((r) => [r.id, r]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const own = byImport.get(id) ?? [];
    const count = (...states: ItemState[]) =>
      own.filter((c) => states.includes(c.state as ItemState)).reduce((sum, c) => sum + Number(c.n), 0);
    const bytes = (list: typeof own) => list.reduce((sum, c) => sum + Number(c.bytes), 0);
    return [
      {
        id,
        name: row.name,
        state: row.state as ImportState,
        createdAt: row.created_at,
        finishedAt: row.finished_at,
        by: row.made_by,
        trouble: row.trouble,
        documents: {
          total: count("waiting", "taken", "created", "known", "aside", "cancelled"),
          waiting: count("waiting", "taken"),
          created: count("created"),
          known: count("known"),
          aside: count("aside"),
          cancelled: count("cancelled"),
        },
        bytes: {
          total: bytes(own),
          done: bytes(own.filter((c) => c.state !== "waiting" && c.state !== "taken")),
        },
      },
    ];
  });
}

/**
 * Writes what came of a document, in the transaction that brings it in when there is one: then both are there or
 * neither. A document that is settled already stays as it is. The bytes of one set aside are kept for another try.
 */
export async function settleIn(trx: Transaction<Tables>, item: ItemKey, outcome: Outcome): Promise<void> {
  const changed = await trx
    .updateTable("import_items")
    .set((eb) => ({
      state: outcome.state,
      ...(outcome.state === "waiting" && outcome.attempt === "void"
        ? { attempts: eb("attempts", "-", 1) }
        : {}),
      document_id: "document" in outcome ? outcome.document : null,
      problem: outcome.state === "aside" ? JSON.stringify(outcome.problem) : null,
    }))
    .where("import_id", "=", item.import)
    .where("position", "=", item.position)
    .where("state", "in", ["waiting", "taken"])
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n || !("document" in outcome)) return;
  await trx
    .deleteFrom("import_payloads")
    .where("import_id", "=", item.import)
    .where("position", "=", item.position)
    .execute();
}
