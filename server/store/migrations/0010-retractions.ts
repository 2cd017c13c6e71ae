/** The retraction list of the library, and against which state of it each document was checked. */
import { type Kysely, type Migration, sql } from "kysely";
import type { SqlTypes } from "./index.ts";

export const retractions = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("retraction_list")
      .addColumn("id", "integer", (c) => c.primaryKey())
      .addColumn("generation", "integer", (c) => c.notNull())
      .addColumn("hash", types.text)
      .addColumn("up_to", types.text)
      .addColumn("row_count", "integer")
      .addColumn("skipped", "integer")
      .addColumn("usable", "integer")
      .addColumn("bytes", "integer")
      .addColumn("brought_at", types.text)
      .addColumn("brought_by", types.text)
      .execute();
    await db.schema
      .createTable("retraction_records")
      .addColumn("seq", "integer", (c) => c.primaryKey())
      .addColumn("doi", types.text)
      .addColumn("pmid", types.text)
      .addColumn("title", types.text)
      .addColumn("json", types.text, (c) => c.notNull())
      .execute();
    for (const column of ["doi", "pmid", "title"]) {
      await db.schema
        .createIndex(`retraction_records_by_${column}`)
        .on("retraction_records")
        .column(column)
        .execute();
    }
    await db.schema
      .createTable("listed_sources")
      .addColumn("document_id", types.text, (c) => c.notNull().references("documents.id"))
      .addColumn("source_id", types.text, (c) => c.notNull())
      .addColumn("rank", types.text, (c) => c.notNull())
      .addColumn("json", types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint("listed_sources_key", ["document_id", "source_id"] as never[])
      .execute();
    await db.schema
      .alterTable("documents")
      .addColumn("list_generation", "integer", (c) => c.notNull().defaultTo(sql`0`))
      .execute();
    await db.schema
      .createIndex("documents_by_list_generation")
      .on("documents")
      .columns(["list_generation", "id"])
      .execute();
  },
});
