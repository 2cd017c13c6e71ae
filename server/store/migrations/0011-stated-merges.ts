/** Merges that a reviewer states: by whom, and in which words. */
import type { Kysely, Migration } from "kysely";
import type { SqlTypes } from "./index.ts";

export const statedMerges = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const column of ["stated_by", "words"])
      await db.schema.alterTable("merges").addColumn(column, types.text).execute();
  },
});
