/** Bulk imports over real HTTP: archives, forms, what is set aside, stopping, trying again, hostile archives. */
import { createHash } from "node:crypto";
import { get as httpGet } from "node:http";
import { strToU8, type Zippable, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ImportItem, ImportSummary } from "../../server/store/imports/types.ts";
import { onEachEngine } from "./engines.ts";
import { startTestServer, type TestServer } from "./support.ts";

let server: TestServer;
const zip = (files: Zippable) => zipSync(files, { mtime: new Date(2030, 0, 1) });
const text = (words: string) => strToU8(words);
const post = (body: Uint8Array, type = "application/zip", query = "") =>
  server.call("POST", `/api/imports${query}`, { headers: { "content-type": type }, body });
const get = async <T>(path: string) => (await server.call("GET", path)).json<T>();
const items = async (id: string, query = "") =>
  (await get<{ items: ImportItem[] }>(`/api/imports/${id}/items${query}`)).items;

/** Waits until the import has ended. */
async function ended(id: string): Promise<ImportSummary> {
  for (let i = 0; i < 200; i++) {
    const summary = await get<ImportSummary>(`/api/imports/${id}`);
    if (summary.state === "done" || summary.state === "cancelled") return summary;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the import did not end");
}
const started = async (body: Uint8Array, type?: string) => {
  const answer = await post(body, type);
  expect(answer.status).toBe(202);
  return answer.json<ImportSummary>().id;
};

function form(parts: readonly (readonly [name: string, bytes: Uint8Array])[]): [Uint8Array, string] {
  const boundary = "----footing";
  const chunks = parts.flatMap(([name, bytes]) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n` +
        "Content-Type: application/octet-stream\r\n\r\n",
    ),
    bytes,
    Buffer.from("\r\n"),
  ]);
  return [
    Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    `multipart/form-data; boundary=${boundary}`,
  ];
}

onEachEngine("bulk import", (engine) => {
  beforeEach(async () => {
    server = await startTestServer({ on: engine, maxBytes: 100_000 });
  });
  afterEach(() => server.stop());

  describe("an import", () => {
    it("brings in an archive: each document once, the others with their reason", async () => {
      const body = zip({
        "a.txt": text("First claim."),
        "deep/er/b.txt": text("Second claim."),
        "again/a.txt": text("First claim."),
        "picture.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        "broken.txt": text("broken edge"),
        "alone.bib": text("@book{a, title={T}}"),
        "__MACOSX/a.txt": text("debris"),
        ".hidden": text("debris"),
      });
      const answer = await post(body, "application/zip", "?name=reading");
      expect(answer.headers.location).toMatch(/^\/api\/imports\/imp-/);
      const { id } = answer.json<ImportSummary>();
      expect(await ended(id)).toMatchObject({
        name: "reading",
        state: "done",
        by: null,
        trouble: null,
        documents: { total: 6, waiting: 0, created: 2, known: 1, aside: 3, cancelled: 0 },
      });
      const all = await items(id);
      // Which of two equal files comes first is nobody's business.
      const twins = all.filter((i) => i.name.endsWith("/a.txt") || i.name === "a.txt");
      expect(twins.map((i) => i.state).sort()).toEqual(["created", "known"]);
      const others = all.filter((i) => !twins.includes(i));
      expect(others.map((i) => [i.name, i.state, i.problem?.code ?? null])).toEqual([
        ["broken.txt", "aside", "inconsistent"],
        ["deep/er/b.txt", "created", null],
        ["picture.png", "aside", "foreign"],
        ["alone.bib", "aside", "orphan"],
      ]);
      expect(await items(id, "?state=aside&limit=2")).toHaveLength(2);
      const { items: documents } = await get<{ items: { name: string }[] }>("/api/documents");
      expect(documents.map((d) => d.name).sort()).toEqual(["a.txt", "b.txt"]);
      expect((await get<{ items: ImportSummary[] }>("/api/imports")).items.map((i) => i.id)).toEqual([id]);
    });

    it("takes the files of a form, with the bibliography beside a text", async () => {
      const id = await started(
        ...form([
          ["folder/cites.md", text("A claim [@brew2010].")],
          ["folder/cites.bib", text("@article{brew2010, author={Brew, A.}, title={Smoke}, year={2010}}")],
          ["C:\\\\texts\\\\other.txt", text("Another one.")],
        ]),
      );
      expect((await ended(id)).documents).toMatchObject({ total: 2, created: 2 });
      const document = (await items(id)).find((i) => i.name === "folder/cites.md")?.document;
      const analysis = await get<{ document: { bibliography: unknown[] } }>(
        `/api/documents/${document}/analysis`,
      );
      expect(analysis.document.bibliography).toHaveLength(1);
    });

    it("finds nothing new in what it brought in before", async () => {
      const body = zip({ "a.txt": text("First claim."), "b.txt": text("Second claim.") });
      await ended(await started(body));
      expect((await ended(await started(body))).documents).toMatchObject({ created: 0, known: 2 });
    });

    it("tells those who watch how far it has come", async () => {
      const id = await started(zip({ "a.txt": text("First claim.") }));
      const messages = await new Promise<ImportSummary[]>((resolve, reject) => {
        const seen: ImportSummary[] = [];
        httpGet({ host: "127.0.0.1", port: server.port, path: `/api/imports/${id}/events` }, (response) => {
          response.on("data", (chunk: Buffer) => {
            for (const [, data] of chunk.toString().matchAll(/^data: (.*)$/gm)) seen.push(JSON.parse(data!));
            if (seen.at(-1)?.state !== "done") return;
            response.destroy();
            resolve(seen);
          });
        }).on("error", reject);
      });
      expect(messages.at(-1)).toMatchObject({ id, state: "done", documents: { created: 1 } });
    });

    it("can be stopped: what waits is dropped, what came in stays", async () => {
      const body = zip(
        Object.fromEntries([...Array(400).keys()].map((i) => [`${i}.txt`, text(`Claim ${i}.`)])),
      );
      const id = await started(body);
      const stopped = await server.call("DELETE", `/api/imports/${id}`);
      expect(stopped.json()).toMatchObject({ state: "cancelled" });
      const { documents } = await ended(id);
      expect(documents.waiting).toBe(0);
      expect(documents.cancelled).toBeGreaterThan(0);
      expect(documents.created + documents.cancelled).toBe(400);
    });

    it("reads again what was set aside", async () => {
      const id = await started(zip({ "broken.txt": text("broken edge"), "a.txt": text("Sound.") }));
      const first = await ended(id);
      expect((await server.call("POST", `/api/imports/${id}/retry`)).status).toBe(200);
      // The document may be settled before the answer is: that it was read shows in the end of the import.
      const second = await ended(id);
      expect(second.documents).toMatchObject({ created: 1, aside: 1 });
      expect(second.finishedAt).not.toBe(first.finishedAt);
    });
  });

  describe("a hostile archive", () => {
    const png = "not an archive";
    it.each([
      ["no archive", text(png)],
      ["an empty body", new Uint8Array()],
      ["a cut archive", zip({ "a.txt": text("words ".repeat(1000)) }).subarray(0, 60)],
    ])("is refused whole: %s", async (_what, body) => {
      const answer = await post(body);
      expect([answer.status, answer.json()]).toMatchObject([400, { code: "bad-request" }]);
      expect((await get<{ items: unknown[] }>("/api/imports")).items).toEqual([]);
    });

    it("is refused by its type", async () => {
      expect((await post(text("x"), "text/plain")).status).toBe(415);
      expect((await post(text("x"), "multipart/form-data")).status).toBe(400);
    });

    it("names no place outside itself: names are labels", async () => {
      const id = await started(zip({ "../../etc/passwd": text("One."), "/root/x.txt": text("Two.") }));
      await ended(id);
      expect((await items(id)).map((i) => [i.name, i.state])).toEqual([
        ["../../etc/passwd", "created"],
        ["/root/x.txt", "created"],
      ]);
      const { items: documents } = await get<{ items: { name: string }[] }>("/api/documents");
      expect(documents.map((d) => d.name).sort()).toEqual(["passwd", "x.txt"]);
    });

    it("does not unpack past the limit, whatever its directory claims", async () => {
      const honest = zip({ "bomb.txt": new Uint8Array(50_000_000), "a.txt": text("Sound.") });
      const id = await started(honest);
      await ended(id);
      expect((await items(id)).map((i) => [i.name, i.state, i.problem?.code ?? null])).toEqual([
        ["a.txt", "created", null],
        ["bomb.txt", "aside", "too-large"],
      ]);
      // The same with a directory that says 10 bytes.
      const lying = Buffer.from(honest);
      const at = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      lying.writeUInt32LE(10, at + 24);
      const second = await started(lying);
      await ended(second);
      expect((await items(second)).map((i) => i.problem?.code ?? null)).toEqual([null, "damaged"]);
    });

    it("sets a damaged file aside and reads the others", async () => {
      const body = Buffer.from(
        zipSync({ "a.txt": [text("First claim. ".repeat(9)), { level: 0 }], "b.txt": text("Second.") }),
      );
      body[body.indexOf("First claim.") + 3] = 0x21;
      const id = await started(body);
      await ended(id);
      const [a, b] = await items(id);
      expect([b?.state, a?.state]).toEqual(["created", expect.stringMatching(/created|aside/)]);
    });
  });

  it("keeps no bytes of what has come in", async () => {
    const words = "Words that are unlike any others here.";
    const id = await started(zip({ "a.txt": text(words) }));
    await ended(id);
    const hash = createHash("sha256").update(words).digest("hex");
    expect(await server.store.documentByHash(hash)).not.toBeNull();
    expect(await server.store.imports.payload({ import: id, position: 0 })).toBeNull();
  });
});
