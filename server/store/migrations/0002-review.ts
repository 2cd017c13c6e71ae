/** Versions of a document, review events, and what they come to. */
import { type Kysely, type Migration, sql } from "kysely";
import type { SqlTypes } from "./index.ts";

export const review = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    // A document that came before has one version: itself.
    const columns = [
      ["lineage", types.text, sql`''`],
      ["version", "integer", sql`1`],
      ["latest", "integer", sql`1`],
      ["pairs", "integer", sql`0`],
      ["reviewed_pairs", "integer", sql`0`],
      ["conflicts", "integer", sql`0`],
    ] as const;
    for (const [name, type, value] of columns) {
      await db.schema
        .alterTable("documents")
        .addColumn(name, type, (c) => c.notNull().defaultTo(value))
        .execute();
    }
    await db.schema.alterTable("documents").addColumn("previous", types.text).execute();
    await sql`update documents set lineage = id, pairs = (
      select count(*) from (
        select distinct claim_id, source_id from edges where edges.document_id = documents.id
      ) as pair)`.execute(db);
    await db.schema
      .createIndex("documents_by_lineage_version")
      .on("documents")
      .columns(["lineage", "version"])
      .unique()
      .execute();

    await db.schema
      .createTable("lineages")
      .addColumn("id", types.text, (c) => c.primaryKey())
      .addColumn("last_seq", "integer", (c) => c.notNull())
      .execute();
    await sql`insert into lineages (id, last_seq) select id, 0 from documents`.execute(db);

    // No foreign key to documents: what a reviewer wrote stays when a version is taken away.
    await db.schema
      .createTable("review_events")
      .addColumn("lineage", types.text, (c) => c.notNull().references("lineages.id"))
      .addColumn("seq", "integer", (c) => c.notNull())
      .addColumn("id", types.text, (c) => c.notNull())
      .addColumn("document_id", types.text, (c) => c.notNull())
      .addColumn("reviewer", types.text, (c) => c.notNull())
      .addColumn("subject", types.text)
      .addColumn("json", types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint("review_events_key", ["lineage", "seq"])
      .addUniqueConstraint("review_events_id", ["lineage", "id"])
      .execute();
    await db.schema
      .createIndex("review_events_by_subject")
      .on("review_events")
      .columns(["lineage", "subject", "seq"])
      .execute();
    await db.schema
      .createTable("review_subjects")
      .addColumn("lineage", types.text, (c) => c.notNull().references("lineages.id"))
      .addColumn("subject", types.text, (c) => c.notNull())
      .addColumn("claim_id", types.text, (c) => c.notNull())
      .addColumn("source_id", types.text)
      .addColumn("status", types.text, (c) => c.notNull())
      .addColumn("verdict", types.text)
      .addPrimaryKeyConstraint("review_subjects_key", ["lineage", "subject"])
      .execute();
    await db.schema
      .createTable("review_verdicts")
      .addColumn("lineage", types.text, (c) => c.notNull().references("lineages.id"))
      .addColumn("subject", types.text, (c) => c.notNull())
      .addColumn("reviewer", types.text, (c) => c.notNull())
      .addColumn("verdict", types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint("review_verdicts_key", ["lineage", "subject", "reviewer"])
      .execute();
  },
});
