/** The indexes of the newest claims on PostgreSQL: no answer depends on them, and tidying up sees to them. */
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeAnalysis } from "../../scripts/dev/library/analysis.ts";
import type { OpenDb } from "../../server/store/engine.ts";
import { createSearch } from "../../server/store/library/search.ts";
import type { SearchHit } from "../../server/store/library/types.ts";
import { createWorks } from "../../server/store/library/works.ts";
import { openStore } from "../../server/store/open.ts";
import { fromJson, type Json } from "../../server/store/packed.ts";
import { createTidyNewest } from "../../server/store/postgresql-newest.ts";
import type { Way } from "../../server/store/search.ts";
import type { Page, Store } from "../../server/store/store.ts";
import { dropSpare, onEachEngine, type Place, postgresql } from "./engines.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const whole: Way = { claims: { few: true, above: null }, works: { few: true, leading: false } };

async function bring(store: Store): Promise<void> {
  for (const d of numbers(3)) {
    const claims = numbers(40).map((i) => ({
      text: `Common words ${i % 2 ? "often" : "else"} and rare${i % 20}.`,
      cites: [i % 12],
    }));
    const sources = numbers(12).map((i) => ({
      csl: { type: "book", title: `Common book ${i % 3 ? "often" : "else"} number${d}x${i}` } as const,
      key: `k${d}x${i}`,
      label: `L${d}x${i}`,
    }));
    const analysis = makeAnalysis({ name: `d${d}`, claims, sources });
    const bytes = Buffer.from(analysis.document.text);
    await store.add({ analysis, bytes, importedAt: new Date(d).toISOString(), engine: "1" });
  }
}

onEachEngine("every way to words", (engine) => {
  let place: Place;
  let opened: OpenDb;
  beforeEach(async () => {
    place = await engine.place();
    const store = await openStore(place.address);
    await bring(store);
    await store.close();
    opened = engine.open(place.address);
  });
  afterEach(async () => {
    await opened.engine.close();
    await opened.db.destroy();
    await place.dispose();
  });

  /** All pages of a search that takes this way. */
  const pagesBy = async (way: Way, q: string, kinds: readonly SearchHit["kind"][]) => {
    const own = { ...opened.engine, search: { ...opened.engine.search, way: async () => way } };
    const search = createSearch(own);
    const works = createWorks(own);
    const pages: string[] = [];
    for (const ask of [
      (after: string | null): Promise<Json<Page<unknown>>> => search(q, kinds, { after, limit: 7 }),
      (after: string | null): Promise<Json<Page<unknown>>> => works({ after, limit: 7 }, q),
    ])
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        const page: Json<Page<unknown>> = await ask(after);
        pages.push(page);
        after = fromJson(page).next;
      }
    return pages;
  };

  it("gives the same pages", async () => {
    const seqs = (await opened.db.selectFrom("claim_index").select("seq").orderBy("seq").execute()).map(
      (row) => Number(row.seq),
    );
    expect(seqs).toHaveLength(120);
    const bounds = [0, seqs[0]!, seqs[60]!, seqs[100]!, seqs[118]!, seqs[119]!, seqs[119]! + 10];
    const ways: Way[] = [
      ...bounds.map((above) => ({ ...whole, claims: { few: true, above } })),
      { claims: { few: false, above: null }, works: { few: false, leading: true } },
      { claims: { few: true, above: seqs[90]! }, works: { few: false, leading: false } },
      { claims: { few: false, above: null }, works: { few: true, leading: false } },
    ];
    for (const q of ["common", "common often", "else rare4", "number1x3", "often*", "nowhere"])
      for (const kinds of [["source", "claim"], ["claim"], ["source"]] as const) {
        const wanted = await pagesBy(whole, q, kinds);
        for (const way of ways) expect(await pagesBy(way, q, kinds), `${q} ${kinds}`).toEqual(wanted);
      }
    expect((await pagesBy(whole, "common", ["claim"])).length).toBeGreaterThan(17);
  });
});

describe.skipIf(!postgresql.there)("the indexes of the newest claims", () => {
  let place: Place;
  let address: string;
  let opened: OpenDb;
  beforeEach(async () => {
    place = await postgresql.place();
    // A library of its own: what is made here stays in it.
    address = await place.another();
    const store = await openStore(address);
    await bring(store);
    await store.close();
    opened = postgresql.open(address);
  });
  afterEach(async () => {
    await opened.engine.close();
    await opened.db.destroy();
    await place.dispose();
    await dropSpare();
  });

  const indexes = async (): Promise<readonly string[]> =>
    (
      await opened.engine.reads.rows<readonly [string, number]>(
        `select relname, indisvalid::int from pg_index join pg_class on oid = indexrelid
        where indrelid = 'claim_index'::regclass and relname like '%above%' order by relname`,
        [],
      )
    ).map(([name, valid]) => `${name.replace(/.*_/, "")} ${valid === 1 ? "valid" : "broken"}`);
  const run = async (sql: string): Promise<void> => {
    await opened.engine.reads.rows(sql, []);
  };
  /** Makes the claims reach to this number. */
  const reach = (seq: number): Promise<void> =>
    run(`insert into claim_index (seq, document_id, claim_id, words)
      select ${seq}, document_id, claim_id, words from claim_index order by claim_index.seq limit 1`);
  const tidy = async (least = 100): Promise<number> => {
    const step = createTidyNewest(least);
    let steps = 0;
    while (await step(opened.db)) expect(++steps).toBeLessThan(500);
    return steps;
  };

  it("are made where a library is large, made anew when they have grown, and let be between", async () => {
    expect(await tidy(1_000)).toBe(0);
    expect(await indexes()).toEqual([]);
    await run("update claim_index set seq = seq - (select min(seq) from claim_index) + 100001");
    await reach(100_800);
    expect(await tidy()).toBeGreaterThan(0);
    expect(await indexes()).toEqual(["100600 valid", "100775 valid"]);
    expect(await tidy()).toBe(0);
    await reach(100_850);
    // What waited was put in place.
    expect(await tidy()).toBe(1);
    expect(await tidy()).toBe(0);
    expect(await indexes()).toEqual(["100600 valid", "100775 valid"]);
    // The smaller one has an eighth.
    await reach(100_900);
    await tidy();
    expect(await indexes()).toEqual(["100600 valid", "100872 valid"]);
    // The larger one has more than half, and one of the others is large enough.
    await reach(101_300);
    await tidy();
    expect(await indexes()).toEqual(["100872 valid", "101260 valid"]);
    // The newest are taken away.
    await run("delete from claim_index where seq > 100500");
    await tidy();
    expect(await indexes()).toEqual(["100090 valid", "100117 valid"]);
    expect(await tidy(1_000)).toBeGreaterThan(0);
    expect(await indexes()).toEqual([]);
  });

  it("are dropped where a process was killed while it made one", async () => {
    await run("update claim_index set seq = seq - (select min(seq) from claim_index) + 1");
    await reach(800);
    await tidy();
    expect(await indexes()).toEqual(["600 valid", "775 valid"]);
    await run(
      "update pg_index set indisvalid = false where indexrelid = 'claim_index_words_above_600'::regclass",
    );
    expect(await indexes()).toEqual(["600 broken", "775 valid"]);
    await tidy();
    expect(await indexes()).toEqual(["600 valid", "775 valid"]);
  });

  it("are made by one process at a time, and others do not wait for it", async () => {
    await reach(1_000_000);
    const other = postgresql.open(address);
    const steps = [createTidyNewest(100), createTidyNewest(100)] as const;
    const all = async (step: (db: OpenDb["db"]) => Promise<boolean>, db: OpenDb["db"]): Promise<void> => {
      while (await step(db));
    };
    await Promise.all([all(steps[0], opened.db), all(steps[1], other.db)]);
    await all(steps[1], other.db);
    expect(await indexes()).toHaveLength(2);
    await other.engine.close();
    await other.db.destroy();
  });

  it("are used for what is asked of the newest", async () => {
    await run("update claim_index set seq = seq - (select min(seq) from claim_index) + 1");
    await tidy();
    expect(await indexes()).toEqual(["117 valid", "90 valid"]);
    const text = opened.engine.search.claimHits({
      terms: "'common'",
      before: "1000",
      limit: "5",
      few: true,
      above: 90,
    });
    await opened.db.connection().execute(async (connection) => {
      await sql`set enable_seqscan = off`.execute(connection);
      const { rows } = await sql.raw<{ "QUERY PLAN": string }>(`explain ${text}`).execute(connection);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toContain("Bitmap Index Scan on claim_index_words_above_90");
      expect(plan).toContain("Bitmap Index Scan on claim_index_by_words");
      await sql`reset enable_seqscan`.execute(connection);
    });
  });
});
