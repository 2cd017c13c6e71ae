/** Makes decisions of people about one work wait for each other, and for documents that come into it or leave it. */
import type { Transaction } from "kysely";
import type { StoreEngine } from "../engine.ts";
import type { Tables } from "../tables.ts";

/** Locks the works of both members by all keys that lead into them, and the decisions themselves. */
export async function lockWorks(
  trx: Transaction<Tables>,
  engine: StoreEngine,
  { a, b, key }: { readonly a: string; readonly b: string; readonly key: string },
): Promise<void> {
  const keys = await trx
    .selectFrom("library_keys as k")
    .innerJoin("library_members as m", "m.atom", "k.atom")
    .select("k.key")
    .distinct()
    .where("m.cluster", "in", (eb) =>
      eb.selectFrom("library_members as own").select("own.cluster").where("own.atom", "in", [a, b]),
    )
    .execute();
  await engine.lockKeys(trx, ["decisions about merges", key, ...keys.map((k) => k.key)]);
}
