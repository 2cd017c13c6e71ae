/**
 * The library on each engine: one transaction an import, one document for equal bytes, pages, clear refusals; then
 * what only a file does.
 */
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "../../core/json.ts";
import { importDocument } from "../../server/import.ts";
import { openStore } from "../../server/store/open.ts";
import { openDatabase } from "../../server/store/sqlite-driver.ts";
import type { Store } from "../../server/store/store.ts";
import { dropSpare, onEachEngine, type Place, postgresql } from "./engines.ts";
import { golden, sampleBytes, temporaryFolder, testEngine } from "./support.ts";

const first = { after: null, limit: 50 };

/** Brings texts in, one a millisecond. */
function importerInto(store: () => Store) {
  let clock = 0;
  return (text: string | Uint8Array, name: string | null = null) =>
    importDocument(
      { store: store(), engine: testEngine, now: () => new Date(clock++) },
      { bytes: typeof text === "string" ? Buffer.from(text) : text, name },
    );
}

onEachEngine("the library", (engine) => {
  let place: Place;
  let store: Store;
  let bring: ReturnType<typeof importerInto>;

  beforeEach(async () => {
    place = await engine.place();
    store = await openStore(place.address);
    bring = importerInto(() => store);
  });
  afterEach(async () => {
    await store.close();
    await place.dispose();
  });

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
      const before = await place.rows();
      await expect(bring(text)).rejects.toMatchObject({ name: "StoreError", code: "inconsistent" });
      expect(await place.rows()).toEqual(before);
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
      const before = await place.rows();
      const result = await bring(sampleBytes);
      if (!result.ok) throw new Error("not imported");
      expect(await store.remove(result.document.id)).toBe(true);
      expect(await store.remove(result.document.id)).toBe(false);
      expect(await place.rows()).toEqual(before);
    });
  });

  describe("reading", () => {
    it("is the same after closing and opening", async () => {
      await bring(sampleBytes, "medical-response.txt");
      const [before] = (await store.documents(first)).items;
      const claim = await store.claim(before!.id, "1.3");
      await store.close();
      store = await openStore(place.address);
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
    it("refuses a library of a newer version", async () => {
      await place.run("insert into kysely_migration values ('9999-later', '2099-01-01')");
      await expect(openStore(place.address)).rejects.toThrow(/newer Footing/);
      await place.run("delete from kysely_migration where name = '9999-later'");
    });
  });
});

describe.skipIf(!postgresql.there)("a library in a database that several servers use on PostgreSQL", () => {
  let place: Place;
  beforeEach(async () => {
    place = await postgresql.place();
  });
  afterEach(() => place.dispose());
  afterAll(dropSpare);

  it("is made once when they start at once", async () => {
    const address = await place.another();
    const opened = await Promise.all([1, 2, 3].map(() => openStore(address)));
    for (const one of opened) await one.ping();
    await Promise.all(opened.map((one) => one.close()));
  });

  it("takes the same bytes once, and tells each server what the others record", async () => {
    const [a, b] = [await openStore(place.address), await openStore(place.address)];
    const results = await Promise.all([a, b, a, b].map((s) => importerInto(() => s)(sampleBytes)));
    expect(results.filter((r) => r.ok && r.created)).toHaveLength(1);
    const [document] = (await a.documents(first)).items;
    const heard = new Promise<number>((resolve) => {
      b.watchReview(document!.lineage, resolve);
    });
    const comment = (n: number) => ({
      kind: "comment" as const,
      id: `0b2e3e5c-8f63-4f0e-9c39-2f0c6a1d7e${n}`,
      at: "2030-01-01T00:00:00Z",
      reviewer: "Ada",
      subject: { kind: "pair" as const, claim: "s3", source: "brew-2010" },
      comment: "Look again.",
    });
    // Listening begins with a connection; what is recorded before it stands is not told.
    let n = 10;
    const timer = setInterval(() => void a.record(document!.id, [comment(n++)]), 100);
    expect(await heard).toBeGreaterThan(0);
    clearInterval(timer);
    const events = Array.from({ length: 20 }, (_, i) => comment(40 + i));
    await Promise.all(events.map((e, i) => [a, b][i % 2]!.record(document!.id, [e])));
    const log = await a.review(document!.id, { after: 0, limit: 100, blind: null });
    expect(log!.items.map((r) => r.seq)).toEqual(log!.items.map((_, i) => i + 1));
    expect(log!.items.filter((r) => events.some((e) => e.id === r.event.id))).toHaveLength(20);
    await Promise.all([a.close(), b.close()]);
  });
});

describe("a library in a file", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.dispose());

  it("says which file is no library", async () => {
    const path = join(folder.path, "notes.sqlite");
    writeFileSync(path, "Dear diary, ".repeat(100));
    await expect(openStore(path)).rejects.toMatchObject({
      code: "unusable",
      message: expect.stringContaining(path),
    });
  });

  it("is one whole file when closed", async () => {
    const file = join(folder.path, "library.sqlite");
    const store = await openStore(file);
    await importerInto(() => store)(sampleBytes);
    await store.close();
    const copy = join(folder.path, "copy.sqlite");
    copyFileSync(file, copy);
    const again = await openStore(copy);
    expect((await again.documents(first)).items).toHaveLength(1);
    await again.close();
  });
});

describe("a library in a database", () => {
  it("says which address does not answer, without the password", async () => {
    await expect(openStore("postgres://ada:secret@127.0.0.1:1/library")).rejects.toMatchObject({
      code: "unusable",
      message: expect.stringMatching(/^(?!.*secret).*ada:…@127\.0\.0\.1:1/s),
    });
  });
});

describe("the driver", () => {
  it("refuses values that would end the process", () => {
    const folder = temporaryFolder();
    const database = openDatabase(join(folder.path, "values.sqlite"));
    database.prepare("create table t (v)").run([]);
    for (const value of [true, undefined, {}, new Date(0)]) {
      expect(() => database.prepare("insert into t values (?)").run([value])).toThrow(TypeError);
    }
    database.close();
    folder.dispose();
  });
});
