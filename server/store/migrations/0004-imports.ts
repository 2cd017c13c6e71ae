/** Tables of bulk imports. */
import type { Kysely, Migration } from "kysely";
import type { SqlTypes } from "./index.ts";

export const imports = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("imports")
      .addColumn("id", types.text, (c) => c.primaryKey())
      .addColumn("name", types.text, (c) => c.notNull())
      .addColumn("key", types.text)
      .addColumn("made_by", types.text)
      .addColumn("state", types.text, (c) => c.notNull())
      .addColumn("created_at", types.text, (c) => c.notNull())
      .addColumn("finished_at", types.text)
      .addColumn("trouble", types.text)
      .addColumn("owner", types.text, (c) => c.notNull())
      .addColumn("beat", types.text, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("import_items")
      .addColumn("import_id", types.text, (c) => c.notNull().references("imports.id"))
      .addColumn("position", "integer", (c) => c.notNull())
      .addColumn("name", types.text, (c) => c.notNull())
      .addColumn("hash", types.text, (c) => c.notNull())
      .addColumn("bytes", "bigint", (c) => c.notNull())
      .addColumn("state", types.text, (c) => c.notNull())
      .addColumn("attempts", "integer", (c) => c.notNull())
      // No foreign key: a document may be taken away, and the import still says what it brought in.
      .addColumn("document_id", types.text)
      .addColumn("problem", types.text)
      .addPrimaryKeyConstraint("import_items_key", ["import_id", "position"] as never[])
      .execute();
    await db.schema
      .createTable("import_payloads")
      .addColumn("import_id", types.text, (c) => c.notNull().references("imports.id"))
      .addColumn("position", "integer", (c) => c.notNull())
      .addColumn("part", "integer", (c) => c.notNull())
      .addColumn("name", types.text)
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
