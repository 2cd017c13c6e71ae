/** The lineage of a document: which version follows which. */
import type { Transaction } from "kysely";
import type { StoreEngine } from "./engine.ts";
import { settleGone } from "./library/settle.ts";
import { StoreError } from "./store.ts";
import type { DocumentsTable, Tables } from "./tables.ts";

type Place = Pick<DocumentsTable, "lineage" | "version" | "latest" | "previous">;

/**
 * Returns the place of a new document: behind the last version of the lineage it continues, else the first of its
 * own. A document that was taken away and comes back finds the reviews of its lineage again.
 * Throws a `StoreError` "missing" when there is nothing to replace.
 */
export async function takeVersion(
  trx: Transaction<Tables>,
  id: string,
  replaces: string | null,
): Promise<Place> {
  const continued =
    replaces === null
      ? { lineage: id }
      : await trx.selectFrom("documents").select("lineage").where("id", "=", replaces).executeTakeFirst();
  if (continued === undefined)
    throw new StoreError("missing", `the library has no document "${replaces}" to replace`);
  const { lineage } = continued;
  // Also the lock: two versions of one document come in one after the other.
  await trx
    .insertInto("lineages")
    .values({ id: lineage, last_seq: 0 })
    .onConflict((oc) => oc.column("id").doUpdateSet((eb) => ({ last_seq: eb.ref("lineages.last_seq") })))
    .execute();
  const before = await trx
    .selectFrom("documents")
    .select(["id", "version"])
    .where("lineage", "=", lineage)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (before !== undefined)
    await trx.updateTable("documents").set({ latest: 0 }).where("id", "=", before.id).execute();
  return { lineage, version: (before?.version ?? 0) + 1, latest: 1, previous: before?.id ?? null };
}

/** Makes other changes of the lineage wait for this transaction. */
async function lockLineage(trx: Transaction<Tables>, lineage: string): Promise<void> {
  await trx
    .updateTable("lineages")
    .set((eb) => ({ last_seq: eb.ref("last_seq") }))
    .where("id", "=", lineage)
    .execute();
}

/** Takes a document out of its lineage and joins what stood on either side. Its reviews stay. */
export async function leaveVersion(trx: Transaction<Tables>, engine: StoreEngine, id: string): Promise<void> {
  const gone = await trx
    .selectFrom("documents")
    .select(["lineage", "latest", "previous"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (gone === undefined) return;
  await lockLineage(trx, gone.lineage);
  if (gone.latest === 1) await settleGone(trx, engine, id, gone);
  const others = await trx
    .selectFrom("documents")
    .select("id")
    .where("lineage", "=", gone.lineage)
    .where("id", "!=", id)
    .limit(1)
    .execute();
  if (others.length === 0)
    await trx.deleteFrom("lineages").where("id", "=", gone.lineage).where("last_seq", "=", 0).execute();
  await trx.updateTable("documents").set({ previous: gone.previous }).where("previous", "=", id).execute();
  if (gone.latest === 1 && gone.previous !== null)
    await trx.updateTable("documents").set({ latest: 1 }).where("id", "=", gone.previous).execute();
}
