/** Bulk imports over Kysely: a durable list of documents, each settled once. */
import type { Incoming } from "../../import.ts";
import { decodeCursor, toPage } from "../cursor.ts";
import type { Db } from "../lookup.ts";
import { addItems, type Enqueue } from "./collect.ts";
import { itemOf, settleIn, summaries } from "./rows.ts";
import type { ImportState, Imports } from "./types.ts";

const open = ["waiting", "taken"] as const;
const running = ["collecting", "working"] as const;

/** Attempts after which a document is read alone: it may be what ended the process. */
const suspectFrom = 2;

/** Returns the imports of an open library. `toQueue` adds jobs within the transaction that adds documents. */
export function createImports(db: Db, toQueue: Enqueue | null = null): Imports {
  let enqueue: Enqueue | null = null;
  const summary = async (id: string) => (await summaries(db, [id]))[0] ?? null;

  return {
    handToQueue() {
      enqueue = toQueue;
    },

    async open({ id, name, by, at, key, owner }) {
      const row = {
        ...{ id, name, key, made_by: by, state: "collecting", created_at: at },
        ...{ finished_at: null, trouble: null, owner, beat: at },
      };
      await db.insertInto("imports").values(row).execute();
      return (await summary(id))!;
    },

    async unfinished(key) {
      const row = await db
        .selectFrom("imports")
        .select("id")
        .where("key", "=", key)
        .where("state", "in", running)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : summary(row.id);
    },

    collect: (id, items) => addItems(db, id, items, enqueue),

    async names(id) {
      const rows = await db.selectFrom("import_items").select("name").where("import_id", "=", id).execute();
      return new Set(rows.map((r) => r.name));
    },

    async seal(id, at) {
      await db
        .updateTable("imports")
        .set({ state: "working" })
        .where("id", "=", id)
        .where("state", "=", "collecting")
        .execute();
      await this.finish(id, at);
    },

    take: (id, limit, idle) =>
      db.transaction().execute(async (trx) => {
        const waiting = trx
          .selectFrom("import_items")
          .selectAll()
          .where("import_id", "=", id)
          .where("state", "=", "waiting")
          .orderBy("attempts")
          .orderBy("position");
        let rows = await waiting.where("attempts", "<", suspectFrom).limit(limit).execute();
        if (rows.length === 0 && idle) rows = await waiting.limit(1).execute();
        if (rows.length === 0) return [];
        await trx
          .updateTable("import_items")
          .set((eb) => ({ state: "taken", attempts: eb("attempts", "+", 1) }))
          .where("import_id", "=", id)
          .where(
            "position",
            "in",
            rows.map((r) => r.position),
          )
          .execute();
        return rows.map((row) => itemOf({ ...row, state: "taken", attempts: row.attempts + 1 }));
      }),

    async payload({ import: id, position }) {
      const parts = await db
        .selectFrom("import_payloads as p")
        .innerJoin("import_items as i", (join) =>
          join.onRef("i.import_id", "=", "p.import_id").onRef("i.position", "=", "p.position"),
        )
        .select(["p.name", "p.content"])
        .where("p.import_id", "=", id)
        .where("p.position", "=", position)
        .where("i.state", "in", open)
        .orderBy("p.part")
        .execute();
      const [document, ...rest] = parts.map((p) => ({ name: p.name, bytes: new Uint8Array(p.content) }));
      if (document === undefined) return null;
      return { ...document, bibliography: rest } satisfies Incoming;
    },

    settle: (item, outcome) => db.transaction().execute((trx) => settleIn(trx, item, outcome)),

    async finish(id, at) {
      const result = await db
        .updateTable("imports")
        .set({ state: "done", finished_at: at, trouble: null })
        .where("id", "=", id)
        .where("state", "=", "working")
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("import_items")
                .select("position")
                .where("import_id", "=", id)
                .where("state", "in", open),
            ),
          ),
        )
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    cancel: (id, at) =>
      db.transaction().execute(async (trx) => {
        const result = await trx
          .updateTable("imports")
          .set({ state: "cancelled", finished_at: at, trouble: null })
          .where("id", "=", id)
          .where("state", "in", running)
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) return false;
        await trx
          .updateTable("import_items")
          .set({ state: "cancelled" })
          .where("import_id", "=", id)
          .where("state", "in", open)
          .execute();
        await trx.deleteFrom("import_payloads").where("import_id", "=", id).execute();
        return true;
      }),

    retry: (id, owner) =>
      db.transaction().execute(async (trx) => {
        const rows = await trx
          .selectFrom("import_items as i")
          .innerJoin("import_payloads as p", (join) =>
            join
              .onRef("i.import_id", "=", "p.import_id")
              .onRef("i.position", "=", "p.position")
              .on("p.part", "=", 0),
          )
          .select("i.position")
          .where("i.import_id", "=", id)
          .where("i.state", "=", "aside")
          .execute();
        if (rows.length === 0) return 0;
        await trx
          .updateTable("imports")
          .set({ state: "working", finished_at: null, owner })
          .where("id", "=", id)
          .execute();
        const positions = rows.map((r) => r.position);
        for (let i = 0; i < positions.length; i += 500) {
          await trx
            .updateTable("import_items")
            .set({ state: "waiting", attempts: 0, problem: null })
            .where("import_id", "=", id)
            .where("position", "in", positions.slice(i, i + 500))
            .execute();
        }
        await enqueue?.(
          trx,
          positions.map((position) => ({ import: id, position })),
        );
        return positions.length;
      }),

    async trouble(id, trouble) {
      await db.updateTable("imports").set({ trouble }).where("id", "=", id).execute();
    },

    summary,

    async list({ after, limit }) {
      let query = db
        .selectFrom("imports")
        .select(["id", "created_at"])
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (after !== null) {
        const [at, id] = decodeCursor<[string, string]>(after, ["string", "string"]);
        query = query.where((eb) => eb(eb.refTuple("created_at", "id"), "<", eb.tuple(at, id)));
      }
      const page = toPage(
        await query.execute(),
        limit,
        (r) => [r.created_at, r.id],
        (r) => r.id,
      );
      return { items: await summaries(db, page.items), next: page.next };
    },

    async items(id, state, { after, limit }) {
      let query = db
        .selectFrom("import_items")
        .selectAll()
        .where("import_id", "=", id)
        .orderBy("position")
        .limit(limit + 1);
      if (state !== null) query = query.where("state", "=", state);
      if (after !== null) query = query.where("position", ">", decodeCursor<[number]>(after, ["count"])[0]);
      return toPage(await query.execute(), limit, (r) => [r.position], itemOf);
    },

    async owned() {
      const rows = await db
        .selectFrom("imports")
        .select(["id", "owner", "state", "key", "beat"])
        .where("state", "in", running)
        .execute();
      return rows.map((r) => ({ ...r, state: r.state as ImportState }));
    },

    claim: (id, from, owner, at) =>
      db.transaction().execute(async (trx) => {
        const result = await trx
          .updateTable("imports")
          .set({ owner, beat: at })
          .where("id", "=", id)
          .where("owner", "=", from)
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) return false;
        await trx
          .updateTable("import_items")
          .set({ state: "waiting" })
          .where("import_id", "=", id)
          .where("state", "=", "taken")
          .execute();
        return true;
      }),

    async beat(owner, at) {
      await db
        .updateTable("imports")
        .set({ beat: at })
        .where("owner", "=", owner)
        .where("state", "in", running)
        .execute();
    },

    discard: (id) =>
      db.transaction().execute(async (trx) => {
        const result = await trx
          .selectFrom("imports")
          .select("id")
          .where("id", "=", id)
          .where("state", "=", "collecting")
          .executeTakeFirst();
        if (result === undefined) return;
        for (const table of ["import_payloads", "import_items"] as const) {
          await trx.deleteFrom(table).where("import_id", "=", id).execute();
        }
        await trx.deleteFrom("imports").where("id", "=", id).execute();
      }),
  };
}
