/** Workers of the job queue that live; used where several machines share a library. */
import type { Kysely, Migration } from "kysely";
import type { SqlTypes } from "./index.ts";

export const workers = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("workers")
      .addColumn("id", types.text, (c) => c.primaryKey())
      .addColumn("beat", "double precision", (c) => c.notNull())
      .execute();
  },
});
