/** What each claim rests on, in a row of its own. */
import { gunzipSync } from "node:zlib";
import type { Kysely, Migration } from "kysely";
import type { Analysis } from "../../../core/model.ts";
import { inBatches } from "../batches.ts";
import { claimRestRows } from "../rows.ts";
import type { Tables } from "../tables.ts";
import type { SqlTypes } from "./index.ts";

/** Analyses are read one by one: one may be large. */
async function fill(db: Kysely<Tables>): Promise<void> {
  const documents = await db.selectFrom("documents").select("id").orderBy("id").execute();
  for (const { id } of documents) {
    const stored = await db
      .selectFrom("analyses")
      .select("gzip")
      .where("document_id", "=", id)
      .executeTakeFirst();
    if (stored === undefined) continue;
    const analysis = JSON.parse(gunzipSync(new Uint8Array(stored.gzip)).toString("utf8")) as Analysis;
    await inBatches(claimRestRows(analysis), async (batch) => {
      await db
        .insertInto("claim_rests")
        .values([...batch])
        .execute();
      return [];
    });
  }
}

export const claimRests = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("claim_rests")
      .addColumn("document_id", types.text, (c) => c.notNull().references("documents.id"))
      .addColumn("claim_id", types.text, (c) => c.notNull())
      .addColumn("json", types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint("claim_rests_key", ["document_id", "claim_id"] as never[])
      .execute();
    await fill(db as Kysely<Tables>);
  },
});
