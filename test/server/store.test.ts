/** The library in its file: one transaction an import, one document for equal bytes, pages, clear refusals. */
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "../../core/json.ts";
import { importDocument } from "../../server/import.ts";
import { openSqliteStore } from "../../server/store/sqlite.ts";
import { openDatabase } from "../../server/store/sqlite-driver.ts";
import type { Store } from "../../server/store/store.ts";
import { golden, sampleBytes, temporaryFolder, testEngine } from "./support.ts";

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let store: Store;
let clock: number;

beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder.path, "deep", "er", "library.sqlite");
  store = await openSqliteStore(file);
  clock = 0;
});
afterEach(async () => {
  await store.close();
  folder.dispose();
});

const bring = (text: string | Uint8Array, name: string | null = null) =>
  importDocument(
    { store, engine: testEngine, now: () => new Date(clock++) },
    { bytes: typeof text === "string" ? Buffer.from(text) : text, name },
  );

const first = { after: null, limit: 50 };

function rowsIn(path: string): Record<string, number> {
  const database = openDatabase(path);
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like '%kysely%'")
    .all([]) as { name: string }[];
  const rows = tables.map(({ name }) => {
    const [row] = database.prepare(`select count(*) as n from ${name}`).all([]) as { n: number }[];
    return [name, row!.n] as const;
  });
  database.close();
  return Object.fromEntries(rows);
}

describe("import", () => {
  it("stores the document, its parts and its counts", async () => {
    const result = await bring(sampleBytes, "medical-response.txt");
    expect(result).toMatchObject({
      ok: true,
      created: true,
      document: {
        name: "medical-response.txt",
        format: "text",
        bytes: sampleBytes.length,
        engine: "1.2.3",
        importedAt: "1970-01-01T00:00:00.000Z",
        counts: {
          claims: 10,
          markers: 4,
          notes: 4,
          sources: 3,
          directEdges: 5,
          carriedEdges: 2,
          directClaims: 4,
          carriedClaims: 2,
          findings: { error: 0, warning: 1, info: 0 },
        },
      },
    });
  });

  it("knows the same bytes again, under any name", async () => {
    const before = await bring(sampleBytes, "a.txt");
    const again = await bring(sampleBytes, "b.txt");
    expect(again).toEqual({ ...before, created: false });
    expect((await store.documents(first)).items).toHaveLength(1);
  });

  it("makes one document of the same bytes brought at the same moment", async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => bring(sampleBytes)));
    expect(results.filter((r) => r.ok && r.created)).toHaveLength(1);
    expect((await store.documents(first)).items).toHaveLength(1);
  });

  it.each(["broken edge", "broken span", "broken shape"])("leaves nothing of a %s", async (text) => {
    await bring("a sound one");
    const before = rowsIn(file);
    await expect(bring(text)).rejects.toMatchObject({ name: "StoreError", code: "inconsistent" });
    expect(rowsIn(file)).toEqual(before);
    expect(await bring("another sound one")).toMatchObject({ ok: true, created: true });
  });

  it("gives the reader's reason for a file it cannot read", async () => {
    expect(await bring(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))).toMatchObject({
      ok: false,
      problem: { code: "foreign" },
    });
  });

  it("keeps the file byte for byte", async () => {
    const result = await bring(sampleBytes);
    if (!result.ok) throw new Error("not imported");
    expect(Buffer.from((await store.original(result.document.id))!)).toEqual(sampleBytes);
  });

  it("keeps text that a C string would cut", async () => {
    const text = "before\u0000after 𝔘 \ud800 x";
    const document = { ...golden.document, text, title: text };
    const analysis = await testEngine.analyse(document);
    await store.add({ analysis, bytes: new Uint8Array(), importedAt: "2030", engine: "1" });
    const { items } = await store.claims(document.id, first);
    expect(items[0]?.text).toBe(text);
    expect((await store.document(document.id))?.title).toBe("before\ufffdafter 𝔘 \ufffd x");
  });

  it("takes a document away with all its parts", async () => {
    await bring("left alone");
    const before = rowsIn(file);
    const result = await bring(sampleBytes);
    if (!result.ok) throw new Error("not imported");
    expect(await store.remove(result.document.id)).toBe(true);
    expect(await store.remove(result.document.id)).toBe(false);
    expect(rowsIn(file)).toEqual(before);
  });
});

describe("reading", () => {
  it("is the same after closing and opening", async () => {
    await bring(sampleBytes, "medical-response.txt");
    const [before] = (await store.documents(first)).items;
    const claim = await store.claim(before!.id, "1.3");
    await store.close();
    store = await openSqliteStore(file);
    expect((await store.documents(first)).items).toEqual([before]);
    expect(canonicalJson(await store.claim(before!.id, "1.3"))).toBe(canonicalJson(claim));
  });

  it("pages through documents, newest first, without skipping or repeating one", async () => {
    for (let i = 0; i < 7; i++) await bring(`text ${i}`, `${i}`);
    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<Store["documents"]>> = await store.documents({ after, limit: 3 });
      seen.push(...page.items.map((d) => d.name));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(["6", "5", "4", "3", "2", "1", "0"]);
  });

  it("refuses to choose between two claims of one number", async () => {
    const result = await bring("one#two");
    if (!result.ok) throw new Error("not imported");
    expect(await store.claim(result.document.id, "1.1")).toEqual({
      kind: "ambiguous",
      candidates: ["s0", "s1"],
    });
    expect(await store.claim(result.document.id, "s1")).toMatchObject({ kind: "found" });
    expect(await store.claim(result.document.id, "")).toEqual({ kind: "missing" });
  });

  it("gives nothing of one document to another", async () => {
    await bring(sampleBytes);
    const other = await bring("other");
    if (!other.ok) throw new Error("not imported");
    expect(await store.claim(other.document.id, "1.6")).toEqual({ kind: "missing" });
    expect((await store.sources(other.document.id, first)).items).toEqual([]);
  });
});

describe("opening", () => {
  it("says which file is no library", async () => {
    const path = join(folder.path, "notes.sqlite");
    writeFileSync(path, "Dear diary, ".repeat(100));
    await expect(openSqliteStore(path)).rejects.toMatchObject({
      code: "unusable",
      message: expect.stringContaining(path),
    });
  });

  it("refuses a library of a newer version", async () => {
    await store.close();
    const database = openDatabase(file);
    database.prepare("insert into kysely_migration values ('9999-later', '2099-01-01')").run([]);
    database.close();
    await expect(openSqliteStore(file)).rejects.toThrow(/newer Footing/);
    store = await openSqliteStore(join(folder.path, "fresh.sqlite"));
  });

  it("leaves one whole file behind when closed", async () => {
    await bring(sampleBytes);
    await store.close();
    const copy = join(folder.path, "copy.sqlite");
    copyFileSync(file, copy);
    store = await openSqliteStore(copy);
    expect((await store.documents(first)).items).toHaveLength(1);
  });
});

describe("the driver", () => {
  it("refuses values that would end the process", () => {
    const database = openDatabase(join(folder.path, "values.sqlite"));
    database.prepare("create table t (v)").run([]);
    for (const value of [true, undefined, {}, new Date(0)]) {
      expect(() => database.prepare("insert into t values (?)").run([value])).toThrow(TypeError);
    }
    database.close();
  });
});
