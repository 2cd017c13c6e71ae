/** Documents by name and by title, for the question whether a file is a new version of one. */
import type { Kysely, Migration } from "kysely";

export const namesakes = (): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const column of ["name", "title"])
      await db.schema
        .createIndex(`documents_by_${column}`)
        .on("documents")
        .columns([column, "imported_at"])
        .execute();
  },
});
