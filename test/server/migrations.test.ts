/** A library of every earlier version opens, with what was in it, on each engine. */
import { gzipSync } from "node:zlib";
import { type Insertable, Migrator, sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { canonicalJson } from "../../core/json.ts";
import { migrations } from "../../server/store/migrations/index.ts";
import { openStore } from "../../server/store/open.ts";
import { countParts, partRows } from "../../server/store/rows.ts";
import { sqliteSearch } from "../../server/store/sqlite-search.ts";
import type { DocumentsTable } from "../../server/store/tables.ts";
import { onEachEngine, type Place } from "./engines.ts";
import { golden, sampleBytes } from "./support.ts";

const names = Object.keys(
  migrations({ name: "sqlite", types: { blob: "blob", text: "text" }, search: sqliteSearch }),
);

/** The sample as the first version wrote it. */
const first = {
  id: golden.document.id,
  hash: golden.document.hash,
  name: "medical-response.txt",
  title: null,
  format: "text",
  language: null,
  bytes: sampleBytes.length,
  imported_at: "2030-01-01T00:00:00.000Z",
  engine: "0.1.0",
  analysis_hash: "0".repeat(64),
  counts: canonicalJson(countParts(golden)),
} as Insertable<DocumentsTable>;

onEachEngine("a library", (engine) => {
  let place: Place;
  beforeEach(async () => {
    place = await engine.place();
  });
  afterEach(() => place.dispose());

  it.each(names)("of %s opens with what was in it", async (name) => {
    const address = await place.another();
    const opened = engine.open(address);
    const { db } = opened;
    const known = migrations(opened.engine);
    const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
    await migrator.migrateTo(names[0]!);
    await db.insertInto("documents").values(first).execute();
    const document_id = first.id;
    await db
      .insertInto("analyses")
      .values({ document_id, gzip: gzipSync(canonicalJson(golden)) })
      .execute();
    await db
      .insertInto("originals")
      .values({ document_id, gzip: gzipSync(sampleBytes) })
      .execute();
    const { statements, sources, edges, items } = partRows(golden);
    for (const [table, rows] of Object.entries({ statements, sources, edges, items }))
      for (const row of rows!) {
        const columns = Object.keys(row).map((c) => sql.ref(c));
        const values = Object.values(row).map((v) => sql`${v}`);
        await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(values)})`.execute(
          db,
        );
      }
    const { error } = await migrator.migrateTo(name);
    expect(error).toBeUndefined();
    await opened.engine.close();
    await db.destroy();

    const store = await openStore(address);
    const summary = (await store.document(document_id))!;
    expect(summary).toMatchObject({
      name: first.name,
      lineage: document_id,
      version: 1,
      latest: true,
      previous: null,
      counts: { claims: 10, reviewed: { pairs: 7, reviewedPairs: 0, conflicts: 0 } },
    });
    expect(Buffer.from((await store.original(document_id))!)).toEqual(sampleBytes);
    const claim = await store.claim(document_id, "1.3");
    const resting = golden.edges.filter((e) => claim.kind === "found" && e.claim === claim.value.claim.id);
    expect(resting).not.toEqual([]);
    expect(claim).toMatchObject({ kind: "found", value: { edges: resting } });
    expect(await store.review(document_id, { after: 0, limit: 1, blind: null })).toMatchObject({
      items: [],
      version: 0,
    });
    expect(await store.remove(document_id)).toBe(true);
    await store.close();
  });
});
