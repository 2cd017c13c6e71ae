/** Review events over real HTTP: recorded whole, once and in order; blind review; the counts; the stream. */
import { randomUUID } from "node:crypto";
import { get as httpGet } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Recorded, ReviewEvent, Verdict } from "../../core/review/index.ts";
import { onEachEngine } from "./engines.ts";
import { type Answer, golden, sampleBytes, startTestServer, type TestServer } from "./support.ts";

onEachEngine("the review", (engine) => {
  let server: TestServer;
  let doc: string;

  beforeEach(async () => {
    server = await startTestServer({ on: engine });
    doc = await bring(sampleBytes);
  });
  afterEach(() => server.stop());

  interface Log {
    readonly document: string;
    readonly items: readonly Recorded[];
    readonly next: number | null;
    readonly version: number;
  }

  async function bring(body: string | Uint8Array, query = ""): Promise<string> {
    const headers = { "content-type": "text/plain" };
    const answer = await server.call("POST", `/api/documents${query}`, { headers, body });
    return answer.json<{ document: { id: string } }>().document.id;
  }

  const send = (events: readonly unknown[], document = doc): Promise<Answer> =>
    server.call("POST", `/api/documents/${document}/review`, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ events }),
    });
  const log = async (query = "", document = doc): Promise<Log> =>
    (await server.call("GET", `/api/documents/${document}/review${query}`)).json<Log>();
  const counts = async (document = doc) =>
    (await server.call("GET", `/api/documents/${document}`)).json<{ counts: { reviewed: object } }>().counts
      .reviewed;

  const pair = (claim = "s3", source = "brew-2010") => ({ kind: "pair", claim, source }) as const;
  const verdict = (given: Verdict, over: object = {}) => ({
    kind: "verdict" as const,
    id: randomUUID(),
    at: "2030-01-01T09:00:00.000Z",
    reviewer: "Ada",
    subject: pair(),
    quote: { exact: "words", prefix: "", suffix: "" },
    verdict: given,
    reasons: [],
    tags: [],
    comment: "",
    ...over,
  });
  const other = (kind: ReviewEvent["kind"], over: object) => ({
    kind,
    id: randomUUID(),
    at: "2030-01-01T09:00:00.000Z",
    reviewer: "Ada",
    ...over,
  });

  describe("recording", () => {
    it("numbers events in the order of recording and gives them back as they were", async () => {
      const { claim, marker } = golden.edges[0]!;
      const events = [
        verdict("supports"),
        other("comment", { subject: pair(), comment: "See page 3." }),
        other("finding", { finding: "f1", quote: "In patients", decision: "dismissed", reason: "Known." }),
        other("correction", { source: "brew-2010", field: "volume", value: "12", before: "11" }),
        other("clear", { subject: { kind: "collective", claim, marker } }),
      ];
      const answer = await send(events);
      expect(answer.status).toBe(201);
      const wanted = events.map((event, i) => ({ seq: i + 1, document: doc, event }));
      expect(answer.json()).toEqual({ items: wanted });
      expect(await log()).toEqual({ document: doc, items: wanted, next: null, version: 5 });
      expect((await log("?after=3")).items.map((r) => r.seq)).toEqual([4, 5]);
      expect(await log("?after=1&limit=2")).toMatchObject({ items: [{ seq: 2 }, { seq: 3 }], next: 3 });
    });

    it("names the reviewer where the client does not", async () => {
      const { reviewer: _, ...event } = verdict("supports");
      expect((await send([event])).json()).toMatchObject({ items: [{ event: { reviewer: "reviewer" } }] });
    });

    it("takes an event that comes again once, and answers as it was recorded", async () => {
      const [one, two] = [verdict("supports"), verdict("cannot-verify", { reviewer: "Ben" })];
      await send([one]);
      const again = await send([two, one, two]);
      expect(again.status).toBe(201);
      expect(again.json<{ items: Recorded[] }>().items.map((r) => r.seq)).toEqual([2, 1, 2]);
      expect((await log()).items).toHaveLength(2);
    });

    it("takes an event sent many times at one moment once", async () => {
      const events = Array.from({ length: 5 }, () => verdict("supports"));
      await Promise.all([1, 2, 3, 4].map(() => send(events)));
      expect((await log()).items.map((r) => [r.seq, r.event.id])).toEqual(
        events.map((e, i) => [i + 1, e.id]),
      );
    });

    it("refuses other content under a known id, and then the whole batch", async () => {
      const event = verdict("supports");
      await send([event]);
      const answer = await send([verdict("supports"), { ...event, verdict: "does-not-support" }]);
      expect([answer.status, answer.json()]).toMatchObject([409, { code: "event-conflict" }]);
      const within = await send([event, { ...event, comment: "!" }]);
      expect(within.status).toBe(409);
      expect((await log()).items).toHaveLength(1);
    });

    it.each([
      ["a pair that nothing cites", { subject: pair("s3", "khatri-2009") }],
      ["an unknown claim", { subject: pair("s99") }],
      ["an unknown marker", { subject: { kind: "collective", claim: "s3", marker: "m99" } }],
    ])("refuses %s and records nothing of the batch", async (_what, over) => {
      const answer = await send([verdict("supports"), verdict("supports", over)]);
      expect([answer.status, answer.json()]).toMatchObject([422, { code: "subject-not-found" }]);
      expect((await log()).version).toBe(0);
    });

    it.each([
      ["an unknown finding", "finding", { finding: "f9", quote: "", decision: "fixed", reason: "" }, 422],
      ["an unknown source", "correction", { source: "x", field: "title", value: "", before: "" }, 422],
      ["no CSL field", "correction", { source: "brew-2010", field: "colour", value: "", before: "" }, 400],
      [
        "a dismissal without a reason",
        "finding",
        { finding: "f1", quote: "", decision: "dismissed", reason: " " },
        400,
      ],
      ["an undo of nothing", "undo", { event: randomUUID() }, 422],
      ["a field too many", "clear", { subject: pair(), colour: "red" }, 400],
      ["an id that is no UUID", "clear", { subject: pair(), id: "1" }, 400],
    ] as const)("refuses %s", async (_what, kind, over, status) => {
      expect((await send([other(kind, over)])).status).toBe(status);
    });

    it("refuses to take back what another reviewer wrote", async () => {
      const event = verdict("supports");
      await send([event]);
      const answer = await send([other("undo", { event: event.id, reviewer: "Ben" })]);
      expect([answer.status, answer.json()]).toMatchObject([403, { code: "not-yours" }]);
      expect((await send([other("undo", { event: event.id })])).status).toBe(201);
    });

    it("knows no document it does not have", async () => {
      expect((await send([verdict("supports")], "doc-x")).status).toBe(404);
      expect((await server.call("GET", "/api/documents/doc-x/review")).status).toBe(404);
      expect((await server.call("GET", "/api/documents/doc-x/review/stream")).status).toBe(404);
    });

    it("answers 304 until something is recorded", async () => {
      const ask = (etag: string) =>
        server.call("GET", `/api/documents/${doc}/review`, { headers: { "if-none-match": etag } });
      const { etag } = (await ask("")).headers;
      expect((await ask(etag!)).status).toBe(304);
      await send([verdict("supports")]);
      expect((await ask(etag!)).status).toBe(200);
    });

    it("keeps what was written when the document goes, and finds it when the file comes back", async () => {
      await send([verdict("supports")]);
      await server.call("DELETE", `/api/documents/${doc}`);
      expect(await bring(sampleBytes)).toBe(doc);
      expect((await log()).items).toHaveLength(1);
      expect(await counts()).toEqual({ pairs: 7, reviewedPairs: 1, conflicts: 0 });
    });
  });

  describe("the counts", () => {
    it("follow verdicts, conflicts, agreements and what is taken back", async () => {
      expect(await counts()).toEqual({ pairs: 7, reviewedPairs: 0, conflicts: 0 });
      const ben = verdict("does-not-support", { reviewer: "Ben" });
      await send([verdict("supports"), ben, verdict("supports", { subject: pair("s2") })]);
      expect(await counts()).toEqual({ pairs: 7, reviewedPairs: 2, conflicts: 1 });
      await send([other("undo", { event: ben.id, reviewer: "Ben" })]);
      expect(await counts()).toEqual({ pairs: 7, reviewedPairs: 2, conflicts: 0 });
      await send([other("clear", { subject: pair("s2") })]);
      expect(await counts()).toEqual({ pairs: 7, reviewedPairs: 1, conflicts: 0 });
    });
  });

  describe("blind review", () => {
    it("keeps others' words on a subject back until the own verdict on it stands", async () => {
      const ben = (over: object = {}) => verdict("supports", { reviewer: "Ben", ...over });
      const written = [
        ben(),
        other("comment", { reviewer: "Ben", subject: pair(), comment: "Clearly wrong." }),
        ben({ subject: pair("s2") }),
        other("correction", {
          reviewer: "Ben",
          source: "brew-2010",
          field: "volume",
          value: "1",
          before: "",
        }),
      ];
      await send(written);
      const seen = async () => (await log("?blind=1&reviewer=Ada")).items.map((r) => r.seq);
      expect(await seen()).toEqual([4]);
      const own = verdict("partly-supports");
      await send([own]);
      expect(await seen()).toEqual([1, 2, 4, 5]);
      await send([other("undo", { event: own.id })]);
      expect(await seen()).toEqual([4, 5, 6]);
      expect((await log()).items).toHaveLength(6);
    });
  });

  describe("the stream", () => {
    it("tells of each batch, until the client goes", async () => {
      const messages: unknown[] = [];
      let heard = () => {};
      const next = () => new Promise<void>((resolve) => (heard = resolve));
      const first = next();
      const request = httpGet(
        { host: "127.0.0.1", port: server.port, path: `/api/documents/${doc}/review/stream` },
        (response) => {
          expect(response.headers["content-type"]).toMatch(/^text\/event-stream/);
          response.setEncoding("utf8").on("data", (text: string) => {
            for (const [, data] of text.matchAll(/^data: (.*)$/gm)) messages.push(JSON.parse(data!));
            if (text.includes("data:")) heard();
          });
          response.on("error", () => {});
        },
      );
      await first;
      const second = next();
      const event = verdict("supports");
      await send([event, verdict("supports", { subject: pair("s2") })]);
      await second;
      await send([event]);
      expect(messages).toEqual([{ seq: 0 }, { seq: 2 }]);
      request.destroy();
    });
  });
});
