/** Tables of accounts, sessions, tokens and the servers' shared secrets. */
import type { Kysely, Migration } from "kysely";
import type { SqlTypes } from "./index.ts";

export const accounts = (types: SqlTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("accounts")
      .addColumn("key", types.text, (c) => c.primaryKey())
      .addColumn("name", types.text, (c) => c.notNull())
      .addColumn("role", types.text, (c) => c.notNull())
      .addColumn("blind", "integer", (c) => c.notNull())
      .addColumn("password", types.text)
      .addColumn("created_at", types.text, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("sessions")
      .addColumn("hash", types.text, (c) => c.primaryKey())
      .addColumn("account", types.text, (c) => c.notNull())
      .addColumn("data", types.text, (c) => c.notNull())
      .addColumn("expires", "bigint", (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("tokens")
      .addColumn("hash", types.text, (c) => c.primaryKey())
      .addColumn("id", types.text, (c) => c.notNull())
      .addColumn("account", types.text, (c) => c.notNull().references("accounts.key"))
      .addColumn("label", types.text, (c) => c.notNull())
      .addColumn("created_at", types.text, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("secrets")
      .addColumn("name", types.text, (c) => c.primaryKey())
      .addColumn("value", types.text, (c) => c.notNull())
      .execute();
    for (const table of ["sessions", "tokens"]) {
      await db.schema.createIndex(`${table}_by_account`).on(table).columns(["account"]).execute();
    }
    await db.schema.createIndex("sessions_by_expires").on("sessions").columns(["expires"]).execute();
  },
});
