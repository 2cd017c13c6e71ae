/** Versions over real HTTP: the preview, a document that replaces another, what changed, and what is taken away. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onEachEngine } from "./engines.ts";
import { sampleBytes, startTestServer, type TestServer } from "./support.ts";

onEachEngine("versions", (engine) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ on: engine });
  });
  afterEach(() => server.stop());

  interface Summary {
    readonly id: string;
    readonly lineage: string;
    readonly version: number;
    readonly latest: boolean;
    readonly previous: string | null;
  }

  const plain = { "content-type": "text/plain" };
  const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = plain) =>
    server.call("POST", path, { headers, body });
  const bring = async (body: string, query = ""): Promise<Summary> =>
    (await post(`/api/documents${query}`, body)).json<{ document: Summary }>().document;
  const versions = async (id: string) =>
    (await server.call("GET", `/api/documents/${id}/versions`))
      .json<{ items: Summary[] }>()
      .items.map(({ id, version, latest, previous }) => ({ id, version, latest, previous }));

  const first = "Walls are old. Roofs are new.#Floors creak at night.";
  const second = "Walls are old. Roofs are new.#Floors creak all day.";

  describe("a version", () => {
    it("follows the one it replaces", async () => {
      const one = await bring(first, "?name=house.txt");
      expect(one).toMatchObject({ lineage: one.id, version: 1, latest: true, previous: null });
      const two = await bring(second, `?name=house.txt&replaces=${one.id}`);
      expect(two).toMatchObject({ lineage: one.id, version: 2, latest: true, previous: one.id });
      const three = await bring("Third.", `?replaces=${one.id}`);
      expect(three).toMatchObject({ lineage: one.id, version: 3, previous: two.id });
      const all = [
        { id: one.id, version: 1, latest: false, previous: null },
        { id: two.id, version: 2, latest: false, previous: one.id },
        { id: three.id, version: 3, latest: true, previous: two.id },
      ];
      for (const { id } of all) expect(await versions(id)).toEqual(all);
    });

    it("is none of its own where the bytes are known", async () => {
      const one = await bring(first);
      const again = await post(`/api/documents?replaces=${one.id}`, first);
      expect([again.status, again.json()]).toEqual([200, { created: false, document: one }]);
    });

    it("needs something to replace", async () => {
      const answer = await post("/api/documents?replaces=doc-x", first);
      expect([answer.status, answer.json()]).toMatchObject([404, { code: "document-not-found" }]);
      expect((await server.call("GET", "/api/documents")).json()).toMatchObject({ items: [] });
    });

    it("leaves its neighbours joined when it goes", async () => {
      const ids: string[] = [];
      for (const text of ["a", "b", "c"])
        ids.push((await bring(text, ids[0] === undefined ? "" : `?replaces=${ids[0]}`)).id);
      await server.call("DELETE", `/api/documents/${ids[1]}`);
      expect(await versions(ids[0]!)).toEqual([
        { id: ids[0], version: 1, latest: false, previous: null },
        { id: ids[2], version: 3, latest: true, previous: ids[0] },
      ]);
      await server.call("DELETE", `/api/documents/${ids[2]}`);
      expect(await versions(ids[0]!)).toEqual([{ id: ids[0], version: 1, latest: true, previous: null }]);
    });

    it("has the reviews of all versions, each with the one it was written on", async () => {
      const one = await bring(sampleBytes.toString());
      const two = await bring(second, `?replaces=${one.id}`);
      const event = {
        kind: "comment",
        id: "0b2e3e5c-8f63-4f0e-9c39-2f0c6a1d7e11",
        at: "2030-01-01T00:00:00Z",
        reviewer: "Ada",
        subject: { kind: "pair", claim: "s3", source: "brew-2010" },
        comment: "Look again.",
      };
      await post(`/api/documents/${one.id}/review`, JSON.stringify({ events: [event] }));
      for (const { id } of [one, two]) {
        const log = await server.call("GET", `/api/documents/${id}/review`);
        const items = [{ seq: 1, document: one.id, event }];
        expect(log.json()).toEqual({ document: id, items, next: null, version: 1 });
      }
    });
  });

  describe("the diff", () => {
    it("tells sentence by sentence what changed, against the version before or the one named", async () => {
      const one = await bring(first);
      const two = await bring(second, `?replaces=${one.id}`);
      const changed = (await server.call("GET", `/api/documents/${two.id}/diff`)).json();
      expect(changed).toMatchObject({
        document: two.id,
        from: one.id,
        changes: [
          { kind: "same" },
          {
            kind: "edited",
            before: { text: "Floors creak at night." },
            after: { text: "Floors creak all day." },
          },
        ],
        counts: { same: 1, moved: 0, edited: 1, added: 0, removed: 0 },
      });
      expect((await server.call("GET", `/api/documents/${two.id}/diff?from=${one.id}`)).json()).toEqual(
        changed,
      );
      const none = await server.call("GET", `/api/documents/${one.id}/diff`);
      expect(none.json()).toMatchObject({ from: one.id, counts: { same: 2, edited: 0 } });
    });

    it("is refused between two documents", async () => {
      const [one, other] = [await bring(first), await bring("Another.")];
      expect((await server.call("GET", `/api/documents/${other.id}/diff?from=${one.id}`)).status).toBe(400);
      expect((await server.call("GET", `/api/documents/${other.id}/diff?from=doc-x`)).status).toBe(404);
    });
  });

  describe("the preview", () => {
    it("counts what would be found and keeps nothing", async () => {
      const answer = await post("/api/documents/preview?name=page.txt", sampleBytes);
      expect(answer.json()).toMatchObject({
        counts: { claims: 10, markers: 4, notes: 4, sources: 3, reviewed: { pairs: 7, reviewedPairs: 0 } },
        format: "text",
        warnings: 1,
        known: null,
        previous: null,
      });
      expect((await server.call("GET", "/api/documents")).json()).toMatchObject({ items: [] });
    });

    it("knows the same bytes", async () => {
      const one = await bring(first, "?name=house.txt");
      const answer = await post("/api/documents/preview", first);
      expect(answer.json()).toMatchObject({ known: one, previous: null, counts: { claims: 2 } });
    });

    it("offers the earlier version with the reason", async () => {
      await bring("Quite another text.", "?name=house.txt");
      const one = await bring(first, "?name=house.txt");
      const answer = await post("/api/documents/preview?name=house.txt", second);
      expect(answer.json()).toMatchObject({
        known: null,
        previous: { document: one, reason: "the same name, and 50 % of the sentences" },
      });
      expect((await post("/api/documents/preview?name=shed.txt", second)).json()).toMatchObject({
        previous: null,
      });
    });

    it("takes a file with its bibliography as JSON, and says what is no file", async () => {
      const json = { "content-type": "application/json" };
      const body = (fields: object) => JSON.stringify({ name: "a.txt", ...fields });
      const file = body({ base64: Buffer.from(first).toString("base64"), bibliography: [] });
      expect((await post("/api/documents/preview", file, json)).json()).toMatchObject({
        counts: { claims: 2 },
      });
      expect((await post("/api/documents/preview", body({ base64: "§" }), json)).status).toBe(400);
      expect((await post("/api/documents/preview", "")).status).toBe(422);
    });
  });
});
