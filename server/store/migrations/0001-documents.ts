/** The first tables: documents with their parts. */
import type { Kysely, Migration } from "kysely";
import type { SqlTypes } from "./index.ts";

const parts = ["statements", "markers", "notes", "items", "sources", "edges", "findings"] as const;

/** Columns of the parts beside `document_id`, `id`, `position` and `json`; "?" marks those that may be null. */
const columns: Readonly<Record<(typeof parts)[number], readonly string[]>> = {
  statements: ["kind", "label"],
  markers: [],
  notes: ["label?"],
  items: ["note_id?", "source_id?", "form"],
  sources: ["key"],
  edges: ["claim_id", "marker_id", "note_id?", "item_id", "source_id", "scope"],
  findings: ["code", "severity"],
};

const indexes: readonly (readonly [table: string, ...columns: string[]])[] = [
  ["documents", "imported_at", "id"],
  ["statements", "document_id", "kind", "position"],
  ["statements", "document_id", "label"],
  ["sources", "document_id", "position"],
  ["sources", "document_id", "key"],
  ["items", "document_id", "source_id"],
  ["edges", "document_id", "claim_id"],
  ["edges", "document_id", "source_id"],
  ["open_citations", "document_id", "claim_id"],
  ["findings", "document_id", "position"],
];

async function createParts(db: Kysely<unknown>, types: SqlTypes): Promise<void> {
  for (const name of parts) {
    let table = db.schema
      .createTable(name)
      .addColumn("document_id", types.text, (c) => c.notNull().references("documents.id"))
      .addColumn("id", types.text, (c) => c.notNull())
      .addColumn("position", "integer", (c) => c.notNull())
      .addColumn("json", types.text, (c) => c.notNull());
    for (const column of columns[name]) {
      table = column.endsWith("?")
        ? table.addColumn(column.slice(0, -1), types.text)
        : table.addColumn(column, types.text, (c) => c.notNull());
    }
    table = table.addPrimaryKeyConstraint(`${name}_key`, ["document_id", "id"] as never[]);
    if (name === "edges") {
      table = table
        .addForeignKeyConstraint("edges_claim", ["document_id", "claim_id"] as never[], "statements", [
          "document_id",
          "id",
        ])
        .addForeignKeyConstraint("edges_source", ["document_id", "source_id"] as never[], "sources", [
          "document_id",
          "id",
        ]);
    }
    await table.execute();
  }
}

export const documents = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("documents")
      .addColumn("id", types.text, (c) => c.primaryKey())
      .addColumn("hash", types.text, (c) => c.notNull().unique())
      .addColumn("name", types.text)
      .addColumn("title", types.text)
      .addColumn("format", types.text, (c) => c.notNull())
      .addColumn("language", types.text)
      .addColumn("bytes", "integer", (c) => c.notNull())
      .addColumn("imported_at", types.text, (c) => c.notNull())
      .addColumn("engine", types.text, (c) => c.notNull())
      .addColumn("analysis_hash", types.text, (c) => c.notNull())
      .addColumn("counts", types.text, (c) => c.notNull())
      .execute();
    for (const name of ["analyses", "originals"]) {
      await db.schema
        .createTable(name)
        .addColumn("document_id", types.text, (c) => c.primaryKey().references("documents.id"))
        .addColumn("gzip", types.blob, (c) => c.notNull())
        .execute();
    }
    await createParts(db, types);
    await db.schema
      .createTable("open_citations")
      .addColumn("document_id", types.text, (c) => c.notNull().references("documents.id"))
      .addColumn("position", "integer", (c) => c.notNull())
      .addColumn("claim_id", types.text, (c) => c.notNull())
      .addColumn("marker_id", types.text, (c) => c.notNull())
      .addColumn("item_id", types.text, (c) => c.notNull())
      .addColumn("json", types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint("open_citations_key", ["document_id", "position"])
      .execute();
    await db.schema
      .createTable("finding_subjects")
      .addColumn("document_id", types.text, (c) => c.notNull().references("documents.id"))
      .addColumn("kind", types.text, (c) => c.notNull())
      .addColumn("subject_id", types.text, (c) => c.notNull())
      .addColumn("finding_id", types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint("finding_subjects_key", ["document_id", "kind", "subject_id", "finding_id"])
      .execute();
    for (const [table, ...on] of indexes) {
      const name = `${table}_by_${on.filter((c) => c !== "document_id").join("_")}`;
      await db.schema.createIndex(name).on(table).columns(on).execute();
    }
  },
});
