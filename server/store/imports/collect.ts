/** Adding documents to a bulk import: their bytes are kept in the library until they are settled. */
import type { Transaction } from "kysely";
import { inBatches } from "../batches.ts";
import type { Db } from "../lookup.ts";
import type { Tables } from "../tables.ts";
import type { ItemKey, NewItem } from "./types.ts";

/** Hands documents to a queue, within the transaction that adds them. */
export type Enqueue = (trx: Transaction<Tables>, items: readonly ItemKey[]) => Promise<void>;

/** Adds the documents, all or none, behind those collected before. */
export async function addItems(
  db: Db,
  id: string,
  items: readonly NewItem[],
  enqueue: Enqueue | null,
): Promise<void> {
  if (items.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const last = await trx
      .selectFrom("import_items")
      .select(({ fn }) => fn.max("position").as("position"))
      .where("import_id", "=", id)
      .executeTakeFirst();
    const first = (last?.position ?? -1) + 1;
    const known = await inBatches(
      items.map((i) => i.hash),
      (batch) => trx.selectFrom("documents").select(["id", "hash"]).where("hash", "in", batch).execute(),
    );
    const byHash = new Map(known.map((r) => [r.hash, r.id]));
    const waiting: ItemKey[] = [];
    for (const [i, { name, hash, incoming, problem }] of items.entries()) {
      const position = first + i;
      const document = problem === undefined ? (byHash.get(hash) ?? null) : null;
      const state = problem !== undefined ? "aside" : document !== null ? "known" : "waiting";
      await trx
        .insertInto("import_items")
        .values({
          ...{ import_id: id, position, name, hash, bytes: incoming.bytes.byteLength, state, attempts: 0 },
          ...{ document_id: document, problem: problem === undefined ? null : JSON.stringify(problem) },
        })
        .execute();
      if (state !== "waiting") continue;
      waiting.push({ import: id, position });
      const own = { name: name.slice(name.lastIndexOf("/") + 1), bytes: incoming.bytes };
      for (const [part, file] of [own, ...(incoming.bibliography ?? [])].entries()) {
        await trx
          .insertInto("import_payloads")
          .values({ import_id: id, position, part, name: file.name, content: file.bytes })
          .execute();
      }
    }
    await enqueue?.(trx, waiting);
  });
}
