/** Tables of bulk imports. */
import type { Kysely, Migration } from "kysely";
import type { ColumnTypes } from "./index.ts";

export const imports = (types: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("imports")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("key", "text")
      .addColumn("made_by", "text")
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("finished_at", "text")
      .addColumn("trouble", "text")
      .addColumn("owner", "text", (c) => c.notNull())
      .addColumn("beat", "text", (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("import_items")
      .addColumn("import_id", "text", (c) => c.notNull().references("imports.id"))
      .addColumn("position", "integer", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("hash", "text", (c) => c.notNull())
      .addColumn("bytes", "bigint", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("attempts", "integer", (c) => c.notNull())
      // No foreign key: a document may be taken away, and the import still says what it brought in.
      .addColumn("document_id", "text")
      .addColumn("problem", "text")
      .addPrimaryKeyConstraint("import_items_key", ["import_id", "position"] as never[])
      .execute();
    await db.schema
      .createTable("import_payloads")
      .addColumn("import_id", "text", (c) => c.notNull().references("imports.id"))
      .addColumn("position", "integer", (c) => c.notNull())
      .addColumn("part", "integer", (c) => c.notNull())
      .addColumn("name", "text")
      .addColumn("content", types.blob, (c) => c.notNull())
      .addPrimaryKeyConstraint("import_payloads_key", ["import_id", "position", "part"] as never[])
      .execute();
    for (const [table, ...on] of [
      ["imports", "created_at", "id"],
      ["imports", "key"],
      ["import_items", "import_id", "state", "position"],
    ] as const) {
      const name = `${table}_by_${on.filter((c) => c !== "import_id").join("_")}`;
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...on])
        .execute();
    }
  },
});
