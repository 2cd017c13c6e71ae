/** Worker threads: a heavy document holds nothing up, and one that passes its limits is refused and forgotten. */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Stopped } from "../../server/jobs/importer.ts";
import { createPool, type PoolOptions } from "../../server/jobs/pool.ts";
import { openSqliteStore } from "../../server/store/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { retractionCsv } from "../support/retraction-list.ts";
import { sampleBytes, temporaryFolder } from "./support.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let pool: ReturnType<typeof createPool> | undefined;

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openSqliteStore(join(folder.path, "library.sqlite"));
});
afterEach(async () => {
  await pool?.close();
  await store.close();
  folder.dispose();
});

const open = (options: Partial<PoolOptions> = {}) => {
  pool = createPool({ library: join(folder.path, "library.sqlite"), version: "1", threads: 1, ...options });
  return pool;
};
const stored = async () => (await store.documents({ after: null, limit: 50 })).items.map((d) => d.name);
/** Takes a thread several seconds at the least. */
const heavy = {
  bytes: Buffer.from("A claim of some words is true.[1] Others hold it too (Brew, 2010). ".repeat(300_000)),
  name: "heavy.txt",
};
const light = { bytes: sampleBytes, name: "light.txt" };

describe("the pool", { timeout: 120_000 }, () => {
  it("stores what a thread has read, once", async () => {
    const { import: bring } = open({ threads: 2 });
    const results = await Promise.all([bring(light), bring(light), bring(light)]);
    expect(results.map((r) => r.ok && r.created).sort()).toEqual([false, false, true]);
    expect(await bring({ bytes: Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), name: null })).toMatchObject({
      ok: false,
      problem: { code: "foreign" },
    });
    expect(await stored()).toEqual(["light.txt"]);
  });

  it("leaves this thread free while a heavy document is read, and can be stopped", async () => {
    const { import: bring } = open();
    await bring(light);
    const stop = new AbortController();
    const ended = bring(heavy, { signal: stop.signal }).catch((error: unknown) => error);
    let turns = 0;
    for (; turns < 20; turns++) await wait(10);
    stop.abort();
    expect(await ended).toBeInstanceOf(Stopped);
    expect(turns).toBe(20);
    expect(await stored()).toEqual(["light.txt"]);
    expect(await bring({ ...light, bytes: Buffer.from("Another text.") })).toMatchObject({ created: true });
  });

  it("refuses a document that takes too long", async () => {
    const { import: bring } = open({ timeLimit: 100 });
    expect(await bring(heavy)).toMatchObject({
      ok: false,
      problem: { code: "too-costly", message: expect.stringContaining("0.1 seconds") },
    });
    expect(await stored()).toEqual([]);
  });

  it("refuses a document that takes too much memory, and goes on with the next", async () => {
    const { import: bring } = open({ memoryLimit: 96 });
    const [big, small] = await Promise.all([bring(heavy), bring(light)]);
    expect(big).toMatchObject({ ok: false, problem: { code: "too-costly" } });
    expect(small).toMatchObject({ ok: true, created: true });
  });

  it("reads a retraction list and checks documents again while this thread is free", async () => {
    const { import: bring, previewList, takeList, recheck } = open();
    await bring(light);
    const title = "Progressive multifocal leukoencephalopathy and other forms of JC virus disease";
    const filler = Array.from({ length: 10_000 }, (_, i) => ({ doi: `10.1000/${i}` }));
    const list = Buffer.from(retractionCsv(...filler, { title }));
    let turns = 0;
    const begun = performance.now();
    const ticking = setInterval(() => turns++, 10);
    expect(await previewList(list)).toMatchObject({
      ok: true,
      answer: { rows: 10_001, sources: { retracted: 0, noticed: 0, possible: 1 } },
    });
    const made = { by: "Ada", at: "2030-01-01T00:00:00.000Z", revision: null };
    expect(await takeList(list, made)).toMatchObject({
      ok: true,
      answer: { revision: 1, list: { by: "Ada" } },
    });
    clearInterval(ticking);
    // A quarter of the turns at least: other programs have their part of a machine too.
    expect(turns).toBeGreaterThan((performance.now() - begun) / 40);
    expect(await recheck(5)).toBe(1);
    expect(await store.retractions.checking()).toMatchObject({ waiting: 0, sources: { possible: 1 } });
    expect(await takeList(list, { ...made, revision: 7 }).catch((e: Error) => e)).toMatchObject({
      name: "StoreError",
      code: "changed",
    });
    expect(await previewList(Buffer.from("a,b\n"))).toMatchObject({ ok: false });
  });

  it("refuses a retraction list that takes too long, and leaves none behind", async () => {
    const filler = Array.from({ length: 40_000 }, (_, i) => ({ doi: `10.1000/${i}` }));
    const { takeList } = open({ timeLimit: 20 });
    const made = { by: null, at: "2030-01-01T00:00:00.000Z", revision: null };
    expect(await takeList(Buffer.from(retractionCsv(...filler)), made)).toEqual({
      ok: false,
      message: "Reading it takes longer than 0.02 seconds.",
    });
    expect(await store.retractions.state()).toEqual({ revision: 0, list: null });
  });

  it("says when too many wait, and stops those that wait when it closes", async () => {
    const { import: bring, close } = open({ waiting: 1 });
    const results = Promise.allSettled([1, 2, 3, 4, 5].map(() => bring(heavy)));
    await wait(50);
    await close();
    const names = (await results).map((r) => (r.status === "rejected" ? r.reason.name : "done"));
    expect(new Set(names)).toEqual(new Set(["Busy", "Stopped"]));
  });
});
