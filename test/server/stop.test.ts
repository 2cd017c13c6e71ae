/** A server that is told to stop lets end what was asked of it, whether or not somebody still waits for the answer. */
import { type RequestOptions, request } from "node:http";
import { expect, it } from "vitest";
import { openStore } from "../../server/store/open.ts";
import { UnderWay } from "../../server/under-way.ts";
import { engines } from "./engines.ts";
import { documentText, expectWhole, server } from "./processes.ts";

/** Sends a request and hangs up a moment after it has gone out. */
const hangUp = (options: RequestOptions, body = ""): Promise<void> =>
  new Promise((resolve) => {
    const out = request({ host: "127.0.0.1", agent: false, ...options });
    out.on("error", () => {});
    out.end(body, () => {
      setTimeout(() => {
        out.destroy();
        resolve();
      }, 20);
    });
  });

it.each(engines.filter((engine) => engine.there))(
  "calls nothing a fault that clients asked for who have hung up, on $name",
  async (engine) => {
    const place = await engine.place();
    const running = await server(place.address);
    const [, port] = await running.says(/open at http:\/\/127\.0\.0\.1:(\d+)/);
    const long = (n: number): string => documentText(n).repeat(150);
    await running.call("POST", "/api/documents?name=kept.txt", "text/plain", long(1));
    const headers = { "content-type": "text/plain" };
    await Promise.all([
      ...[2, 3].map((n) => hangUp({ port, method: "POST", path: "/api/documents", headers }, long(n))),
      ...Array.from({ length: 60 }, (_, n) =>
        hangUp({ port, path: `/api/search?q=smoke+number${n}&limit=200` }),
      ),
    ]);
    expect(await running.kill("SIGTERM")).toBe(0);
    await expect(running.says(/"msg":"fault"/).then((m) => m.input)).rejects.toThrow("ended before it said");
    const store = await openStore(place.address);
    expect(await expectWhole(store)).toContain("kept.txt");
    await store.close();
    await place.dispose();
  },
  60_000,
);

it("waits for what is under way, for what that leads to, and no longer than it is told", async () => {
  const underWay = new UnderWay();
  const done: string[] = [];
  const later = (ms: number, name: string): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, ms)).then(() => void done.push(name));
  void underWay.of(later(20, "first").then(() => void underWay.of(later(20, "second"))));
  const failed = underWay.of(later(5, "failed").then(() => Promise.reject(new Error("failed"))));
  await expect(Promise.all([failed, underWay.ended(10_000)])).rejects.toThrow("failed");
  await underWay.ended(10_000);
  expect(done).toEqual(["failed", "first", "second"]);
  void underWay.of(new Promise(() => {}));
  await underWay.ended(10);
});
