/** The library across documents: sources that are one work, why they are taken for one, and words to search by. */
import { type Kysely, type Migration, sql } from "kysely";
import type { StoreEngine } from "../engine.ts";
import type { Db } from "../lookup.ts";
import type { SqlTypes } from "./index.ts";

export const library = (
  types: SqlTypes,
  { name, search }: Pick<StoreEngine, "name" | "search">,
): Migration => {
  const number = name === "sqlite" ? sql`integer` : sql`bigserial`;
  return {
    async up(db: Kysely<unknown>) {
      // Documents that were here before are put in place when the library is opened.
      await db.schema
        .alterTable("documents")
        .addColumn("placed", "integer", (c) => c.notNull().defaultTo(0))
        .execute();
      await db.schema
        .createTable("library_sources")
        .addColumn("id", types.text, (c) => c.primaryKey())
        .addColumn("seq", number, (c) => c.notNull().unique())
        .addColumn("label", types.text, (c) => c.notNull())
        .addColumn("csl", types.text, (c) => c.notNull())
        .addColumn("documents", "integer", (c) => c.notNull())
        .addColumn("direct_claims", "integer", (c) => c.notNull())
        .addColumn("carried_claims", "integer", (c) => c.notNull())
        .addColumn("mentions", "integer", (c) => c.notNull())
        .execute();
      await db.schema
        .createTable("library_members")
        .addColumn("atom", types.text, (c) => c.primaryKey())
        .addColumn("lineage", types.text, (c) => c.notNull())
        .addColumn("document_id", types.text, (c) => c.notNull().references("documents.id"))
        .addColumn("source_id", types.text, (c) => c.notNull())
        .addColumn("cluster", types.text, (c) => c.notNull())
        .addColumn("direct_claims", "integer", (c) => c.notNull())
        .addColumn("carried_claims", "integer", (c) => c.notNull())
        .addColumn("mentions", "integer", (c) => c.notNull())
        .execute();
      await db.schema
        .createTable("library_keys")
        .addColumn("key", types.text, (c) => c.notNull())
        .addColumn("atom", types.text, (c) => c.notNull())
        .addColumn("reason", types.text, (c) => c.notNull())
        .addPrimaryKeyConstraint("library_keys_key", ["key", "atom"] as never[])
        .execute();
      await db.schema
        .createTable("merges")
        .addColumn("id", types.text, (c) => c.primaryKey())
        .addColumn("a", types.text, (c) => c.notNull())
        .addColumn("b", types.text, (c) => c.notNull())
        .addColumn("key", types.text, (c) => c.notNull())
        .addColumn("reason", types.text, (c) => c.notNull())
        .addColumn("evidence", types.text, (c) => c.notNull())
        .addColumn("state", types.text, (c) => c.notNull())
        .addColumn("decided_by", types.text)
        .addColumn("decided_at", types.text)
        .addColumn("revision", "integer", (c) => c.notNull())
        .execute();
      await db.schema
        .createTable("claim_index")
        .addColumn("seq", number, (c) => c.primaryKey())
        .addColumn("document_id", types.text, (c) => c.notNull().references("documents.id"))
        .addColumn("claim_id", types.text, (c) => c.notNull())
        .addColumn("wording", types.text)
        .execute();
      for (const [table, ...on] of [
        ["library_sources", "direct_claims", "carried_claims", "id"],
        ["library_members", "cluster", "document_id", "source_id"],
        ["library_members", "document_id", "source_id"],
        ["library_members", "lineage"],
        ["library_keys", "atom"],
        ["merges", "state", "id"],
        ["merges", "a"],
        ["merges", "b"],
        ["claim_index", "document_id"],
        ["claim_index", "wording", "document_id", "claim_id"],
        ["documents", "placed"],
      ] as const)
        await db.schema
          .createIndex(`${table}_by_${on.join("_")}`)
          .on(table)
          .columns([...on])
          .execute();
      await search.create(db as Db);
    },
  };
};
