/** Tidying a library up after many imports, on each engine: nothing is found otherwise, and questions cost less. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeAnalysis } from "../../scripts/dev/library/analysis.ts";
import { openStore } from "../../server/store/open.ts";
import { fromJson } from "../../server/store/packed.ts";
import type { Store } from "../../server/store/store.ts";
import { onEachEngine, type Place } from "./engines.ts";

const page = { after: null, limit: 50 };

onEachEngine("a library of many imports", (engine) => {
  let place: Place;
  let store: Store;
  let brought = 0;
  beforeEach(async () => {
    place = await engine.place();
    store = await openStore(place.address);
    brought = 0;
  });
  afterEach(async () => {
    await store.close();
    await place.dispose();
  });

  const bring = async (count: number): Promise<void> => {
    for (const last = brought + count; brought < last; brought++) {
      const claims = Array.from({ length: 40 }, (_, i) => ({
        text: `Common words ${i} and rare${brought}.`,
      }));
      const analysis = makeAnalysis({ name: `d${brought}`, claims, sources: [] });
      const importedAt = new Date(brought).toISOString();
      await store.add({ analysis, bytes: Buffer.from(analysis.document.text), importedAt, engine: "1" });
    }
  };
  const found = async (q: string): Promise<readonly string[]> =>
    fromJson(await store.library.search(q, ["claim"], page)).items.map((hit) =>
      hit.kind === "claim" ? hit.claim.text : "",
    );
  const tidy = async (): Promise<void> => {
    // PostgreSQL tells a moment later that rows were written.
    await expect.poll(() => store.tidy(), { timeout: 10_000 }).toBe(true);
    let steps = 0;
    while (await store.tidy()) expect(++steps).toBeLessThan(500);
  };

  it("finds the same when it is tidied up, and has nothing left to do then", async () => {
    await bring(60);
    const asked = ["common", "rare7", "words rare59", "rare60"];
    const before = await Promise.all(asked.map(found));
    expect(before.map((list) => list.length)).toEqual([50, 40, 40, 0]);
    await tidy();
    expect(await Promise.all(asked.map(found))).toEqual(before);
    // A look that finds nothing to do makes nobody ask anew.
    const other = await openStore(place.address);
    const state = await store.state();
    expect(await other.tidy()).toBe(false);
    if (engine.name === "SQLite") expect(await store.state()).toBe(state);
    await other.close();
    await bring(2);
    expect((await found("rare60")).length).toBe(40);
    const [removed] = (await store.documents(page)).items;
    await store.remove(removed!.id);
    while (await store.tidy());
    expect(await found("rare61")).toEqual([]);
    expect((await found("rare60")).length).toBe(40);
  });

  it("is left with few pieces to search, and with counts of what is in it", async () => {
    await bring(60);
    await tidy();
    if (engine.name === "SQLite") {
      const [row] = await place.run("select count(distinct segid) as n from claim_search_idx");
      expect(row!.n).toBeLessThanOrEqual(4);
    } else {
      const [row] = await place.run(
        "select reltuples as n from pg_class where oid = 'claim_index'::regclass",
      );
      expect(Number(row!.n)).toBe(60 * 40);
      const [index] = await place.run(
        "select reloptions as o from pg_class where oid = 'claim_index_by_words'::regclass",
      );
      expect(String(index!.o)).toContain("gin_pending_list_limit=64");
    }
  });

  it("may be brought in, asked and tidied up at one time", async () => {
    await bring(30);
    const other = await openStore(place.address);
    const tidying = (async () => {
      for (let i = 0; i < 30; i++) await other.tidy();
    })();
    await bring(10);
    await tidying;
    await other.close();
    for (let i = 0; i < 40; i++) expect((await found(`rare${i}`)).length).toBe(40);
  });
});
