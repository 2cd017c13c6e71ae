/** Backup and restore: the same answers byte for byte, on either engine and across; a damaged file restores nothing. */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../../server/accounts/password.ts";
import { backup, restore } from "../../server/store/backup/index.ts";
import { openStore } from "../../server/store/open.ts";
import { retractionCsv } from "../support/retraction-list.ts";
import { dropSpare, engines, sqlite } from "./engines.ts";
import { readGoldenFiles } from "./golden-files.ts";
import { sampleBytes, startTestServer, temporaryFolder } from "./support.ts";

const folder = temporaryFolder();
afterAll(() => folder.dispose());
const about = { version: "1.2.3", at: "2030-01-01T00:00:00.000Z" };

type Server = Awaited<ReturnType<typeof startTestServer>>;

/** A library with documents in versions, verdicts, merges to decide, a retraction list, an account and a token. */
async function fill({ call, store, rechecked }: Server): Promise<void> {
  const bring = async (body: string | Uint8Array, query = "") =>
    (await call("POST", `/api/documents${query}`, { headers: { "content-type": "text/plain" }, body })).json<{
      document: { id: string };
    }>().document.id;
  const id = await bring(sampleBytes, "?name=medical-response.txt");
  const event = {
    kind: "verdict",
    id: randomUUID(),
    at: "2030-01-01T09:00:00.000Z",
    reviewer: "Ada",
    subject: { kind: "pair", claim: "s3", source: "brew-2010" },
    quote: { exact: "words \u2028 and 𝔘", prefix: "", suffix: "" },
    verdict: "supports",
    reasons: [],
    tags: [],
    comment: "",
  };
  const headers = { "content-type": "application/json" };
  await call("POST", `/api/documents/${id}/review`, { headers, body: JSON.stringify({ events: [event] }) });
  const first = await bring("One version.#Second claim.", "?name=v.txt");
  await bring("One version.#Second claim, changed.", `?name=v.txt&replaces=${first}`);
  for (const { name, bytes } of readGoldenFiles()) await bring(bytes, `?name=${name}`);
  const title = "Progressive multifocal leukoencephalopathy and other forms of JC virus disease";
  const listHeaders = { "content-type": "text/csv" };
  await call("PUT", "/api/retractions", { headers: listHeaders, body: retractionCsv({ title }) });
  await rechecked();
  await store.accounts.add({
    ...{ name: "Ada", role: "admin", blind: false, createdAt: about.at },
    password: await hashPassword("correct horse battery"),
  });
  await store.accounts.addToken({ id: "t", account: "Ada", label: "x", createdAt: about.at, hash: "aa" });
  await store.accounts.secret("session", () => "the servers' secret");
  await store.accounts.keepSession("bb", { account: "Ada", data: "{}", expires: 9e12 });
}

/** What the API answers about everything in the library. */
async function answers({ call }: Server): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  const ask = async (path: string) => {
    const answer = await call("GET", path);
    seen[path] =
      `${answer.status} ${answer.headers.etag} ${createHash("sha256").update(answer.body).digest("hex")}`;
    return answer;
  };
  const list = (await ask("/api/documents?limit=200")).json<{ items: { id: string }[] }>();
  for (const { id } of list.items) {
    for (const part of [
      "",
      "/analysis",
      "/original",
      "/claims",
      "/sources",
      "/findings",
      "/review",
      "/versions",
    ]) {
      await ask(`/api/documents/${id}${part}`);
    }
  }
  const listed = ["/api/retractions", "/api/retractions/checking", "/api/retractions/sources"];
  for (const path of [
    ...listed,
    "/api/sources",
    "/api/merges",
    "/api/search?q=smoke",
    "/api/search?q=version",
  ])
    await ask(path);
  return seen;
}

for (const from of engines) {
  describe.skipIf(!from.there)(`a backup from ${from.name}`, () => {
    const file = join(folder.path, `${from.name}.footing`);
    let before: Record<string, string>;
    beforeAll(async () => {
      const server = await startTestServer({ on: from });
      await fill(server);
      before = await answers(server);
      await backup(server.address, file, about);
      await server.stop();
      expect(Object.values(before).filter((a) => !a.startsWith("200"))).toEqual([]);
    }, 120_000);
    afterAll(dropSpare);

    for (const to of engines) {
      it.skipIf(!to.there)(`answers the same from ${to.name}`, { timeout: 120_000 }, async () => {
        const server = await startTestServer({
          on: {
            ...to,
            place: async () => {
              const place = await to.place();
              await restore(file, place.address);
              return place;
            },
          },
        });
        expect(await answers(server)).toEqual(before);
        const { accounts, retractions } = server.store;
        expect(await retractions.checking()).toMatchObject({ waiting: 0, sources: { possible: 1 } });
        expect(await accounts.find("ada")).toMatchObject({ name: "Ada", role: "admin" });
        expect(await accounts.tokenOwner("aa")).toMatchObject({ name: "Ada" });
        expect(await accounts.session("bb")).toBeNull();
        await expect(restore(file, server.address)).rejects.toThrow(/holds something already/);
        await server.stop();
      });
    }
  });
}

describe("a backup file", () => {
  const file = join(folder.path, "whole.footing");
  beforeAll(async () => {
    const server = await startTestServer();
    await fill(server);
    await backup(server.address, file, about);
    await server.stop();
  }, 120_000);

  it("holds no secret in clear, and leaves nothing beside it", () => {
    const text = gunzipSync(readFileSync(file)).toString();
    expect(text).toContain('"Ada"');
    expect(text).not.toMatch(/correct horse battery|the servers' secret/);
    expect(readdirSync(folder.path).filter((f) => f.endsWith(".tmp"))).toEqual([]);
  });

  const whole = () => readFileSync(file);
  const unpacked = () => gunzipSync(whole()).toString().split("\n").slice(0, -1);
  const packed = (lines: readonly string[]) => gzipSync(lines.map((l) => `${l}\n`).join(""));
  const cases: readonly (readonly [what: string, make: () => Uint8Array, why: RegExp])[] = [
    ["nothing", () => Buffer.alloc(0), /breaks off|damaged/],
    ["another file", () => Buffer.from("Dear diary"), /no backup/],
    ["another gzip", () => gzipSync("Dear diary\n"), /no backup/],
    ["cut in the middle", () => whole().subarray(0, whole().length / 2), /breaks off|damaged/],
    ["cut by its last byte", () => whole().subarray(0, -1), /breaks off|damaged/],
    ["without its end", () => packed(unpacked().slice(0, -1)), /breaks off/],
    ["with a row left out", () => packed(unpacked().filter((_, i) => i !== 2)), /checksum/],
    ["with a word changed", () => packed(unpacked().map((l) => l.replace('"Ada"', '"Eve"'))), /checksum/],
    ["with something behind its end", () => packed([...unpacked(), unpacked()[1]!]), /follows its end/],
    ["with a table of its own", () => packed([unpacked()[0]!, '{"table":"sessions","row":{}}']), /damaged/],
    [
      "of a newer version",
      () => packed([unpacked()[0]!.replace(/"schema":"\d+/, '"schema":"9999')]),
      /newer/,
    ],
  ];
  it.each(cases)("is refused %s, and nothing is restored", async (what, make, why) => {
    const damaged = join(folder.path, "damaged.footing");
    writeFileSync(damaged, make());
    const place = await sqlite.place();
    await expect(restore(damaged, place.address), what).rejects.toThrow(why);
    const rows = await place.rows();
    expect(Object.values(rows).reduce((sum, n) => sum + n, 0)).toBe(0);
    await place.dispose();
  });

  it("with a bit turned anywhere restores nothing, or all of it", async () => {
    const bytes = whole();
    const damaged = join(folder.path, "bit.footing");
    for (let i = 0; i < 12; i++) {
      const copy = Buffer.from(bytes);
      const at = Math.floor((copy.length * (i + 0.5)) / 12);
      copy[at] = copy[at]! ^ 0x10;
      writeFileSync(damaged, copy);
      const place = await sqlite.place();
      await expect(restore(damaged, place.address), `at ${at}`).rejects.toThrow(/nothing was restored/);
      const store = await openStore(place.address);
      expect((await store.documents({ after: null, limit: 1 })).items).toEqual([]);
      await store.close();
      await place.dispose();
    }
  });
});
