/** Threads that read a library in a file: they say what the file says, and hold up nothing. */
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { importDocument } from "../../server/import.ts";
import { openStore } from "../../server/store/open.ts";
import type { Reader } from "../../server/store/sqlite-driver.ts";
import { openReaders } from "../../server/store/sqlite-readers.ts";
import type { Store } from "../../server/store/store.ts";
import { sampleBytes, temporaryFolder, testEngine } from "./support.ts";

const page = { after: null, limit: 50 };
const slow = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000000)
  select count(*) from n`;

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, "library.sqlite");
});
afterEach(() => folder.dispose());

const bring = async (store: Store, bytes: Uint8Array, name: string) => {
  const brought = await importDocument(
    { store, engine: testEngine, now: () => new Date(0) },
    { bytes, name },
  );
  if (!brought.ok) throw new Error(brought.problem.message);
};

it("answer as the library does without them, and see what was committed before the question", async () => {
  const store = await openStore(path, { readers: 2 });
  const alone = await openStore(path);
  try {
    for (const text of [
      sampleBytes,
      Buffer.from("Hands should be washed.[1]\n\n[1] Brew A. Washing. 2010."),
    ]) {
      await bring(store, text, `${text.length}.txt`);
      const [document] = (await store.documents(page)).items;
      const ask = (from: Store) =>
        Promise.all([
          from.library.search("hands", ["source", "claim"], page),
          from.library.sources(page, null),
          from.library.sameWording(page),
          from.pageJson("claims", document!.id, page),
          from.pageJson("sources", document!.id, page),
          from.pageJson("claims", "doc-none", page),
        ]);
      expect(await ask(store)).toEqual(await ask(alone));
    }
    const many = await Promise.all(
      Array.from({ length: 200 }, () => store.library.search("hands", ["claim"], page)),
    );
    expect(new Set(many).size).toBe(1);
  } finally {
    await store.close();
    await alone.close();
  }
});

/** Asks a new library by one thread. */
async function withThread(ask: (reads: Reader) => Promise<void>): Promise<void> {
  const store = await openStore(path);
  await store.close();
  const reads = openReaders(path, 1);
  try {
    await ask(reads);
  } finally {
    await reads.close();
  }
}

it("let short questions through while a long one is asked", () =>
  withThread(async (reads) => {
    await reads.long.row("select 1", []);
    const order: string[] = [];
    const long = reads.long.row(slow, []).then(() => order.push("long"));
    await reads.row("select 1", []);
    order.push("short");
    await long;
    expect(order).toEqual(["short", "long"]);
  }));

it("say what went wrong, and go on with the next question", () =>
  withThread(async (reads) => {
    await expect(reads.long.rows("select * from nothing", [])).rejects.toThrow(/nothing/);
    expect(await reads.long.rows("select 1 union select 2", [])).toEqual([[1], [2]]);
  }));
