/** Questions put together: each gets its own answer or its own failure, in turn, and none waits for more than a few. */
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeAnalysis } from "../../scripts/dev/library/analysis.ts";
import { encodeCursor } from "../../server/store/cursor.ts";
import type { OpenDb } from "../../server/store/engine.ts";
import type { SearchHit } from "../../server/store/library/types.ts";
import { openStore } from "../../server/store/open.ts";
import { fromJson, type Json } from "../../server/store/packed.ts";
import { createWay } from "../../server/store/postgresql-words.ts";
import type { Questions } from "../../server/store/reads.ts";
import type { Page } from "../../server/store/store.ts";
import { createTogether } from "../../server/store/together.ts";
import { onEachEngine, type Place } from "./engines.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe("questions put together", () => {
  it("go eight at most in each lane, those that came first first", async () => {
    const asked: (readonly number[])[] = [];
    const ask = createTogether<number, number>(2, async (values) => {
      asked.push(values);
      await wait(1);
      return values.map((n) => n * 10);
    });
    const all = numbers(30);
    expect(await Promise.all(all.map(ask))).toEqual(all.map((n) => n * 10));
    expect(asked.flat()).toEqual(all);
    expect(Math.max(...asked.map((values) => values.length))).toBe(8);
    expect(asked).toHaveLength(4);
  });

  it("go at once where a lane is free, and others do not wait for a slow one", async () => {
    let end = (): void => {};
    const slow = new Promise<void>((resolve) => {
      end = resolve;
    });
    const ask = createTogether<string, string>(2, async (values) => {
      if (values.includes("slow")) await slow;
      return values;
    });
    const order: string[] = [];
    const first = ask("slow").then((row) => order.push(row));
    await wait(1);
    for (const value of ["a", "b"]) order.push(await ask(value));
    end();
    await first;
    expect(order).toEqual(["a", "b", "slow"]);
  });

  it("fail alone", async () => {
    const ask = createTogether<number, number>(1, async (values) => {
      if (values.includes(3)) throw new Error("no three");
      return values;
    });
    const answers = await Promise.allSettled(numbers(8).map(ask));
    expect(answers.map((answer) => answer.status === "fulfilled")).toEqual(numbers(8).map((n) => n !== 3));
    expect(await ask(4)).toBe(4);
  });
});

describe("the way to words", () => {
  const counted: readonly (readonly [string, number, string | null, number | null])[] = [
    ["claim_index", 500_000, "common", 0.5],
    ["claim_index", 500_000, "usual", 0.01],
    ["claim_index", 500_000, null, 0.002],
    ["library_sources", 50_000, "journal", 0.9],
    ["library_sources", 50_000, null, 0.01],
  ];
  const term = (word: string, prefix = false) => ({ word, prefix });
  const indexes = [
    ["claim_index_words_above_375000", 1],
    ["claim_index_words_above_484375", 1],
    ["claim_index_words_above_499000", 0],
  ];
  const wayOf = (rows: typeof counted, parts: readonly unknown[] = []) => {
    const way = createWay({
      rows: async (text: string) => (text.includes("pg_stats") ? rows : parts),
      row: async () => [1, 500_000],
    } as unknown as Questions);
    return (terms: Parameters<typeof way>[0], before = Number.MAX_SAFE_INTEGER) =>
      way(terms, { before, most: 51 });
  };

  it.each([
    [["rare"], true],
    [["common"], false],
    [["common", "usual"], false],
    [["usual", "usual"], true],
    [["common", "rare"], true],
    [["journal"], false],
  ] as const)("%j goes with others where they are rare: %j", async (words, wanted) => {
    const { claims, works } = await wayOf(counted)(words.map((word) => term(word)));
    expect(claims.few && works.few).toBe(wanted);
  });

  it("never by their beginnings, and all of them where nothing was counted", async () => {
    const few = { claims: { few: true }, works: { few: true } };
    expect(await wayOf(counted)([term("rare"), term("rar", true)])).toMatchObject({
      claims: { few: false },
      works: { few: false },
    });
    expect(await wayOf([["claim_index", -1, null, null]])([term("common")])).toMatchObject(few);
  });

  it.each([
    // 500 claims, 125 of them in the larger part.
    [["rare"], undefined, { few: true, above: 375_000 }],
    [["rare", "rare"], undefined, { few: true, above: null }],
    // 2,500 claims, 78 in the smaller part: not plenty for a page of fifty.
    [["common", "usual"], undefined, { few: true, above: 375_000 }],
    [["usual"], undefined, { few: true, above: 484_375 }],
    // 250,000: the newest claims themselves are gone through.
    [["common"], undefined, { few: false, above: 484_375 }],
    // Behind the parts, or near their ends.
    [["usual"], 300_000, { few: false, above: null }],
    [["usual"], 490_000, { few: false, above: 375_000 }],
  ] as const)(
    "%j below %j: the newest claims first where plenty of hits are there",
    async (words, before, wanted) => {
      const terms = words.map((word) => term(word));
      const way = await wayOf(counted, indexes)(terms, before);
      expect(way.claims).toEqual(wanted);
    },
  );

  it("goes through the works that lead where many have the words", async () => {
    const leading = async (word: string) => (await wayOf(counted)([term(word)])).works.leading;
    expect(await leading("journal")).toBe(true);
    expect(await leading("rare")).toBe(false);
  });
});

onEachEngine("a library that is asked by many", (engine) => {
  let place: Place;
  beforeEach(async () => {
    place = await engine.place();
  });
  afterEach(() => place.dispose());

  it("gives each search its own page", async () => {
    const store = await openStore(place.address);
    const claims = numbers(60).map((i) => ({ text: `Common words and rare${i % 20}.`, cites: [0] }));
    const paper = { csl: { type: "book", title: "Rare7 and rare8" }, key: "a", label: "A" } as const;
    const analysis = makeAnalysis({ name: "many", claims, sources: [paper] });
    const bytes = Buffer.from(analysis.document.text);
    await store.add({ analysis, bytes, importedAt: new Date(0).toISOString(), engine: "1" });
    const allPages = async (
      q: string,
      kinds: readonly ("source" | "claim")[],
    ): Promise<readonly string[]> => {
      const pages: string[] = [];
      for (let after: string | null = null; pages.length === 0 || after !== null; ) {
        const page = await store.library.search(q, kinds, { after, limit: 2 });
        pages.push(page);
        after = fromJson(page).next;
      }
      return pages;
    };
    const asked = numbers(20).flatMap((i) =>
      ([["source", "claim"], ["claim"], ["source"]] as const).map((kinds) => ({ i, kinds })),
    );
    const byTurns: (readonly string[])[] = [];
    for (const { i, kinds } of asked) byTurns.push(await allPages(`rare${i}`, kinds));
    // Three claims each, and the work for two of the words.
    expect(byTurns.map((pages) => pages.length).slice(0, 3)).toEqual([2, 2, 1]);
    expect(fromJson(byTurns[21]![0]! as Json<Page<SearchHit>>).items.map((hit) => hit.kind)).toEqual([
      "source",
      "claim",
    ]);
    expect(await Promise.all(asked.map(({ i, kinds }) => allPages(`rare${i}`, kinds)))).toEqual(byTurns);
    // Beginnings of words go another way to the same rows.
    const beginnings = asked.map(({ i, kinds }) => (i < 10 ? null : allPages(`rare${i}*`, kinds)));
    for (const [n, pages] of (await Promise.all(beginnings)).entries())
      if (pages !== null) expect(pages).toEqual(byTurns[n]);
    await store.close();
  });

  it("gives each list its own page, and each source its own claims", async () => {
    const store = await openStore(place.address);
    const papers = numbers(6).map((i) => ({
      csl: { type: "book", title: `Treatise ${i}` } as const,
      key: `k${i}`,
      label: `L${i}`,
    }));
    for (const name of ["one", "two", "three"]) {
      const claims = numbers(12).map((i) => ({
        text: `In ${name} this is claim ${i}.`,
        cites: [i % 6, (i + 1) % 6],
      }));
      const analysis = makeAnalysis({ name, claims, sources: papers });
      const bytes = Buffer.from(analysis.document.text);
      await store.add({ analysis, bytes, importedAt: new Date(0).toISOString(), engine: "1" });
    }
    const first = { after: null, limit: 3 };
    const works = fromJson(await store.library.sources({ after: null, limit: 50 }, null)).items;
    const documents = (await store.documents({ after: null, limit: 10 })).items;
    const sourcesOf = async (id: string) => (await store.sources(id, { after: null, limit: 10 })).items;
    const sources = (
      await Promise.all(
        documents.map(async ({ id }) => (await sourcesOf(id)).map((s) => ({ id, source: s.source.id }))),
      )
    ).flat();
    const questions: (() => Promise<unknown>)[] = [
      ...documents.flatMap(({ id }) =>
        (["claims", "sources", "findings"] as const).map((list) => () => store.pageJson(list, id, first)),
      ),
      ...works.map(
        ({ id }) =>
          () =>
            store.library.claims(id, first),
      ),
      ...sources.map(
        ({ id, source }) =>
          () =>
            store.source(id, source),
      ),
      () => store.library.sources(first, null),
      () => store.library.claims("no such work", first),
      () => store.source(documents[0]!.id, "no such source"),
    ];
    expect(questions.length).toBeGreaterThan(30);
    const byTurns: unknown[] = [];
    for (const ask of questions) byTurns.push(await ask());
    expect(new Set(byTurns.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(20);
    expect(await Promise.all(questions.map((ask) => ask()))).toEqual(byTurns);
    await store.close();
  });

  it.each([[[1.5]], [[2 ** 31]], [[-(2 ** 40)]], [["1"]], [[]]])(
    "refuses %j as the cursor of a page that no list gave",
    async (key) => {
      const store = await openStore(place.address);
      const page = (...parts: readonly (string | number)[]) => ({ after: encodeCursor(parts), limit: 2 });
      const refused = { name: "StoreError", code: "bad-cursor" };
      await expect(store.pageJson("claims", "doc", page(...key))).rejects.toMatchObject(refused);
      await expect(store.library.claims("work", page("doc", ...key))).rejects.toMatchObject(refused);
      await expect(store.library.sources(page(1, ...key, "work"), null)).rejects.toMatchObject(refused);
      const hits = store.library.search("word", ["source"], page("source", 1, ...key, "work"));
      await expect(hits).rejects.toMatchObject(refused);
      await store.close();
    },
  );

  describe("through its reads", () => {
    let opened: OpenDb;
    beforeEach(() => {
      opened = engine.open(place.address);
    });
    afterEach(async () => {
      await opened.engine.close();
      await opened.db.destroy();
    });

    it("gets a row for each list of values", async () => {
      const ask = opened.engine.reads.together<readonly [string, number]>({
        types: ["text", "bigint"],
        text: ([text, number]) => `select ${text}, ${number} + 1`,
      });
      const rows = await Promise.all(numbers(50).map((n) => ask([`"{${n}\\,`, n])));
      expect(rows).toEqual(numbers(50).map((n) => [`"{${n}\\,`, n + 1]));
    });

    it.runIf(engine.name === "PostgreSQL")(
      "has one plan for all values, whatever its address says",
      async () => {
        const ask = opened.engine.reads.together<readonly [string]>({
          types: ["text"],
          text: ([name]) => `select current_setting(${name})`,
        });
        expect(await ask(["plan_cache_mode"])).toEqual(["force_generic_plan"]);
        const [there, missing] = await Promise.allSettled([ask(["jit"]), ask(["no_such_setting"])]);
        expect(there).toEqual({ status: "fulfilled", value: ["off"] });
        expect(missing!.status).toBe("rejected");
      },
    );
  });
});
