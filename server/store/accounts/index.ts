/** Accounts over Kysely. */
import type { Selectable, Transaction } from "kysely";
import type { Role } from "../../roles.ts";
import type { Db } from "../lookup.ts";
import type { Tables } from "../tables.ts";
import type { AccountsTable } from "./tables.ts";
import type { Account, Accounts, Token } from "./types.ts";

const keyOf = (name: string): string => name.normalize("NFKC").toLowerCase();

const accountOf = (
  row: Pick<Selectable<AccountsTable>, "name" | "role" | "blind" | "created_at">,
): Account => ({
  name: row.name,
  role: row.role as Role,
  blind: row.blind === 1,
  createdAt: row.created_at,
});

const columns = ["name", "role", "blind", "created_at"] as const;

/** Whether this is the only account that may do everything. */
async function isLastAdmin(trx: Transaction<Tables>, key: string): Promise<boolean> {
  const admins = await trx.selectFrom("accounts").select("key").where("role", "=", "admin").execute();
  return admins.length === 1 && admins[0]!.key === key;
}

/** Returns the accounts of an open library. */
export function createAccounts(db: Db): Accounts {
  const find = async (name: string) => {
    const row = await db
      .selectFrom("accounts")
      .select(columns)
      .where("key", "=", keyOf(name))
      .executeTakeFirst();
    return row === undefined ? null : accountOf(row);
  };
  return {
    async add({ name, role, blind, password, createdAt }) {
      const result = await db
        .insertInto("accounts")
        .values({ key: keyOf(name), name, role, blind: blind ? 1 : 0, password, created_at: createdAt })
        .onConflict((c) => c.column("key").doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    find,

    async password(name) {
      const row = await db
        .selectFrom("accounts")
        .select("password")
        .where("key", "=", keyOf(name))
        .executeTakeFirst();
      return row?.password ?? null;
    },

    async list() {
      const rows = await db.selectFrom("accounts").select(columns).orderBy("key").execute();
      return rows.map(accountOf);
    },

    change: (name, { role, blind, password }) =>
      db.transaction().execute(async (trx) => {
        const key = keyOf(name);
        if (role !== undefined && role !== "admin" && (await isLastAdmin(trx, key))) return "last-admin";
        const changes = {
          ...(role === undefined ? {} : { role }),
          ...(blind === undefined ? {} : { blind: blind ? 1 : 0 }),
          ...(password === undefined ? {} : { password }),
        };
        const known = await trx
          .selectFrom("accounts")
          .select("key")
          .where("key", "=", key)
          .executeTakeFirst();
        if (known === undefined) return "missing";
        if (Object.keys(changes).length === 0) return "changed";
        await trx.updateTable("accounts").set(changes).where("key", "=", key).execute();
        await trx.deleteFrom("sessions").where("account", "=", key).execute();
        return "changed";
      }),

    remove: (name) =>
      db.transaction().execute(async (trx) => {
        const key = keyOf(name);
        if (await isLastAdmin(trx, key)) return "last-admin";
        for (const table of ["sessions", "tokens"] as const) {
          await trx.deleteFrom(table).where("account", "=", key).execute();
        }
        const result = await trx.deleteFrom("accounts").where("key", "=", key).executeTakeFirst();
        return result.numDeletedRows > 0n ? "removed" : "missing";
      }),

    async hasAdmin() {
      const row = await db
        .selectFrom("accounts")
        .select("key")
        .where("role", "=", "admin")
        .where("password", "is not", null)
        .executeTakeFirst();
      return row !== undefined;
    },

    async session(hash) {
      const row = await db
        .selectFrom("sessions")
        .select(["account", "data", "expires"])
        .where("hash", "=", hash)
        .executeTakeFirst();
      return row === undefined ? null : { ...row, expires: Number(row.expires) };
    },

    async keepSession(hash, { account, data, expires }) {
      const row = { account: keyOf(account), data, expires };
      await db
        .insertInto("sessions")
        .values({ hash, ...row })
        .onConflict((c) => c.column("hash").doUpdateSet(row))
        .execute();
    },

    async dropSession(hash) {
      await db.deleteFrom("sessions").where("hash", "=", hash).execute();
    },

    async sweepSessions(before) {
      await db.deleteFrom("sessions").where("expires", "<", before).execute();
    },

    async addToken({ hash, id, account, label, createdAt }) {
      const row = { hash, id, account: keyOf(account), label, created_at: createdAt };
      await db.insertInto("tokens").values(row).execute();
    },

    async tokenOwner(hash) {
      const row = await db
        .selectFrom("tokens")
        .innerJoin("accounts", "accounts.key", "tokens.account")
        .select(["accounts.name", "accounts.role", "accounts.blind", "accounts.created_at"])
        .where("tokens.hash", "=", hash)
        .executeTakeFirst();
      return row === undefined ? null : accountOf(row);
    },

    async tokens(account) {
      const rows = await db
        .selectFrom("tokens")
        .select(["id", "label", "created_at"])
        .where("account", "=", keyOf(account))
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map(({ id, label, created_at }): Token => ({ id, account, label, createdAt: created_at }));
    },

    async dropToken(account, id) {
      const result = await db
        .deleteFrom("tokens")
        .where("account", "=", keyOf(account))
        .where("id", "=", id)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async secret(name, make) {
      await db
        .insertInto("secrets")
        .values({ name, value: make() })
        .onConflict((c) => c.column("name").doNothing())
        .execute();
      const row = await db
        .selectFrom("secrets")
        .select("value")
        .where("name", "=", name)
        .executeTakeFirstOrThrow();
      return row.value;
    },
  };
}
