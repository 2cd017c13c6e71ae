/** Wordings that several claims have. */
import { type Kysely, type Migration, sql } from "kysely";
import type { SqlTypes } from "./index.ts";

export const repeatedWordings = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("repeated_wordings")
      .addColumn("wording", types.text, (c) => c.primaryKey())
      .execute();
    await sql`insert into repeated_wordings (wording)
      select wording from claim_index where wording is not null
      group by wording having count(*) > 1`.execute(db);
  },
});
