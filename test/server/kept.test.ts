/** Answers that are kept: never older than the request, whoever changed the library, and never more than the memory. */
import { afterAll, expect, it } from "vitest";
import type { Analysis } from "../../core/model.ts";
import { importDocument } from "../../server/import.ts";
import { Answers, KeptAnswers } from "../../server/kept.ts";
import { openStore } from "../../server/store/open.ts";
import { gathered } from "../../server/store/reads.ts";
import type { Store } from "../../server/store/store.ts";
import { dropSpare, onEachEngine } from "./engines.ts";
import { sampleBytes, startTestServer, testEngine } from "./support.ts";

afterAll(dropSpare);

const bring = (store: Store, bytes: Uint8Array, change: (analysis: Analysis) => Analysis = (a) => a) =>
  importDocument(
    {
      store,
      engine: { ...testEngine, analyse: async (document) => change(await testEngine.analyse(document)) },
      now: () => new Date(0),
    },
    { bytes, name: null },
  );

onEachEngine("a kept answer", (engine) => {
  it("gives way when another program changes the library", async () => {
    const server = await startTestServer({ on: engine });
    const other = await openStore(server.address);
    try {
      const result = await bring(other, sampleBytes);
      if (!result.ok) throw new Error("the sample was not brought in");
      const { id } = result.document;
      const claim = async () => {
        const answer = await server.call("GET", `/api/documents/${id}/claims/s3`);
        return answer.status === 200 ? answer.json<{ claim: { text: string } }>().claim.text : answer.status;
      };
      const listed = async (path: string) =>
        (await server.call("GET", path)).json<{ items: unknown[] }>().items.length;
      const before = await claim();
      const works = await listed("/api/sources");
      expect([await claim(), await listed("/api/sources")]).toEqual([before, works]);
      expect(works).toBeGreaterThan(0);

      await other.remove(id);
      expect([await claim(), await listed("/api/sources"), await listed("/api/documents")]).toEqual([
        404, 0, 0,
      ]);

      // The same bytes have the same id, and another engine says other things about them.
      await bring(other, sampleBytes, (analysis) => ({
        ...analysis,
        statements: analysis.statements.map((s) => (s.id === "s3" ? { ...s, label: "9.9" } : s)),
      }));
      const again = await server.call("GET", `/api/documents/${id}/claims/s3`);
      expect(again.json()).toMatchObject({ claim: { label: "9.9" } });
      expect([await listed("/api/sources"), await listed("/api/documents")]).toEqual([works, 1]);
    } finally {
      await other.close();
      await server.stop();
    }
  });

  it("is asked for by its tag", async () => {
    const server = await startTestServer({ on: engine });
    try {
      await bring(server.store, sampleBytes);
      for (let i = 0; i < 2; i++) {
        const first = await server.call("GET", "/api/documents");
        const headers = { "if-none-match": first.headers.etag! };
        const second = await server.call("GET", "/api/documents", { headers });
        expect([second.status, second.text, second.headers["content-type"]]).toEqual([304, "", undefined]);
      }
    } finally {
      await server.stop();
    }
  });
});

it("the memory keeps what was asked for last, and not more than it may", () => {
  const kept = new KeptAnswers(200_000);
  const answer = (n: number) => ({ body: "x".repeat(n), etag: "", origin: "" });
  for (let i = 0; i < 100; i++) {
    kept.keep(`${i}`, answer(2_000));
    expect(kept.get("0")).toBeDefined();
    expect(kept.bytes).toBeLessThanOrEqual(200_000);
  }
  expect(kept.get("99")).toBeDefined();
  expect(kept.get("1")).toBeUndefined();
  kept.keep("large", answer(100_000));
  expect(kept.get("large")).toBeUndefined();
  expect(kept.get("99")).toBeDefined();
});

it("an answer that takes long is made once for all who ask meanwhile, and again when the library changes", async () => {
  const answers = new Answers(1_000_000);
  let state = "a";
  let made = 0;
  const ask = () =>
    answers.shared(
      "list",
      async () => state,
      async () => {
        const own = ++made;
        const seen = state;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return `${own} of ${seen}`;
      },
    );
  const bodies = await Promise.all([ask(), ask(), ask()]);
  expect(bodies.map((b) => b.body)).toEqual(["1 of a", "1 of a", "1 of a"]);
  const early = [ask(), ask()];
  state = "b";
  const late = await ask();
  await Promise.all(early);
  expect(late.body).toBe("2 of b");
  expect((await ask()).body).toBe("2 of b");
});

it("what is made while the library changes is not kept", async () => {
  const answers = new Answers(1_000_000);
  let state = "a";
  const make = async () => {
    const seen = state;
    state = "b";
    return seen;
  };
  const one = answers.shared("list", async () => state, make);
  expect((await one).body).toBe("a");
  expect(
    (
      await answers.shared(
        "list",
        async () => state,
        async () => state,
      )
    ).body,
  ).toBe("b");
});

it("questions of one moment are gathered, and an answer is younger than its question", async () => {
  const asked: string[][] = [];
  let value = 1;
  const ask = gathered(async (keys) => {
    asked.push([...keys]);
    const now = value;
    await new Promise((resolve) => setTimeout(resolve, 10));
    return new Map(keys.filter((k) => k !== "none").map((k) => [k, now]));
  });
  const first = [ask("a"), ask("b"), ask("a"), ask("none")];
  await new Promise((resolve) => setTimeout(resolve, 5));
  value = 2;
  const second = ask("a");
  expect(await Promise.all(first)).toEqual([1, 1, 1, undefined]);
  expect(await second).toBe(2);
  expect(asked).toEqual([["a", "b", "none"], ["a"]]);
});

it("a question that fails, fails for all who asked, and the next one is asked anew", async () => {
  let broken = true;
  const ask = gathered(async (keys) => {
    if (broken) throw new Error("gone");
    return new Map(keys.map((k) => [k, k]));
  });
  const both = await Promise.allSettled([ask("a"), ask("b")]);
  expect(both.map((b) => b.status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await ask("a")).toBe("a");
});
