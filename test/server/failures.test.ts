/** A disk that is full and a database that goes: a clear error, nothing lost that was acknowledged, nothing half. */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../server/store/open.ts";
import { fromSource } from "../support/from-source.ts";
import { dropSpare, postgresql, sqlite } from "./engines.ts";
import { expectWhole } from "./processes.ts";
import { sampleBytes, startTestServer } from "./support.ts";

describe("a full disk", () => {
  // A file may not grow beyond the limit, as on a disk that is full; the signal is ignored so that the write fails.
  it.skipIf(process.platform === "win32")(
    "refuses what does not fit, and keeps the rest",
    async () => {
      const place = await sqlite.place();
      await (await openStore(place.address)).close();
      const script = join(import.meta.dirname, "fill-until.ts");
      const command = `trap '' XFSZ; ulimit -f 6000; exec "${process.execPath}" ${fromSource.join(" ")} "${script}" "${place.address}"`;
      const child = spawnSync("bash", ["-c", command], { encoding: "utf8", timeout: 120_000 });
      const lines = child.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const refused = lines.find((l) => "code" in l);
      expect([refused, child.stderr]).toMatchObject([{ code: "unwritable" }, ""]);
      expect(refused!.message).toMatch(/^the library cannot be written: /);
      expect(lines.at(-1)).toEqual({ readable: true });

      const store = await openStore(place.address);
      await expectWhole(store);
      const acknowledged = lines.filter((l) => "document" in l);
      expect(acknowledged.length).toBeGreaterThan(5);
      for (const { document, event } of acknowledged as { document: string; event?: string }[]) {
        expect((await store.document(document))?.id).toBe(document);
        if (event === undefined) continue;
        const log = await store.review(document, { after: 0, limit: 10, blind: null });
        expect(log!.items.map((r) => r.event.id)).toContain(event);
      }
      await store.close();
      expect(await place.run("pragma integrity_check")).toEqual([{ integrity_check: "ok" }]);
      await place.dispose();
    },
    150_000,
  );
});

/** Stands between the server and its database, and can be taken away. */
async function between(address: string) {
  const target = new URL(address);
  const open = new Set<Socket>();
  let gone = false;
  const proxy: Server = createServer((near) => {
    if (gone) return near.destroy();
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [a, b] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(a);
      a.pipe(b);
      a.on("error", () => {});
      a.on("close", () => {
        open.delete(a);
        b.destroy();
      });
    }
    return near;
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const url = new URL(address);
  url.hostname = "127.0.0.1";
  url.port = String((proxy.address() as { port: number }).port);
  return {
    address: url.href,
    take() {
      gone = true;
      for (const socket of open) socket.destroy();
    },
    give() {
      gone = false;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => proxy.close(() => resolve()));
    },
  };
}

describe.skipIf(!postgresql.there)("a database that goes, on PostgreSQL", () => {
  it("is said to be unreachable, and is used again when it is back", async () => {
    const place = await postgresql.place();
    const line = await between(place.address);
    const server = await startTestServer({
      on: {
        ...postgresql,
        place: async () => ({ ...place, address: line.address, dispose: async () => {} }),
      },
    });
    const headers = { "content-type": "text/plain" };
    const bring = await server.call("POST", "/api/documents", { headers, body: sampleBytes });
    const { id } = bring.json<{ document: { id: string } }>().document;
    const comment = () => ({
      kind: "comment",
      id: randomUUID(),
      at: "2030-01-01T00:00:00Z",
      reviewer: "Ada",
      subject: { kind: "pair", claim: "s3", source: "brew-2010" },
      comment: "Looked at.",
    });
    const send = (event: object) =>
      server.call("POST", `/api/documents/${id}/review`, {
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ events: [event] }),
      });
    const acknowledged: string[] = [];
    const asked = Array.from({ length: 30 }, comment);
    const answers = asked.map(async (event, i) => {
      if (i === 10) line.take();
      const answer = await send(event);
      if (answer.status === 201) acknowledged.push(event.id);
      return answer;
    });
    for (const answer of await Promise.all(answers)) expect([201, 503]).toContain(answer.status);
    const refused = await server.call("GET", `/api/documents/${id}`);
    expect([refused.status, refused.json(), refused.headers["retry-after"]]).toMatchObject([
      503,
      { code: "store-unreachable" },
      "5",
    ]);
    expect(refused.text).not.toMatch(/127\.0\.0\.1|ECONN|password/);
    line.give();
    for (const event of asked) expect((await send(event)).status).toBe(201);
    const log = await server.store.review(id, { after: 0, limit: 100, blind: null });
    const kept = log!.items.map((r) => r.event.id);
    expect(new Set(kept).size).toBe(kept.length);
    expect(kept.toSorted()).toEqual(asked.map((e) => e.id).toSorted());
    expect(acknowledged.filter((event) => !kept.includes(event))).toEqual([]);
    await server.stop();
    await line.stop();
    await place.dispose();
    await dropSpare();
  }, 60_000);
});
