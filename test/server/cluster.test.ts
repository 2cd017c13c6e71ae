/**
 * Two servers and two workers on one PostgreSQL: one of each is killed half-way through an import, and every
 * document comes in once. FOOTING_CLUSTER says how many documents (default 60).
 */
import { setTimeout as wait } from "node:timers/promises";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ImportSummary } from "../../server/store/imports/types.ts";
import { openStore } from "../../server/store/open.ts";
import { dropSpare, postgresql } from "./engines.ts";
import { documentText, expectWhole, footing, server } from "./processes.ts";

const documents = Number(process.env.FOOTING_CLUSTER ?? 60);

describe.skipIf(!postgresql.there)("many processes on PostgreSQL", () => {
  it("bring every document in once, one worker and one server killed half-way", {
    timeout: 240_000 + documents * 200,
  }, async () => {
    const place = await postgresql.place();
    try {
      const [one, two] = [await server(place.address, "--no-work"), await server(place.address, "--no-work")];
      const workers = [1, 2].map(() => footing(["work", "--threads", "1", "--data", place.address]));
      await Promise.all(workers.map((w) => w.says(/Working/)));
      const names = [...Array(documents).keys()].map((i) => `${i}.txt`);
      const files = names.map((name, i) => [name, strToU8(documentText(i + 1))]);
      const { id } = await one.call<ImportSummary>(
        "POST",
        "/api/imports",
        "application/zip",
        zipSync(Object.fromEntries(files)),
      );
      const look = () => two.call<ImportSummary>("GET", `/api/imports/${id}`);
      let seen: ImportSummary;
      do {
        await wait(50);
        seen = await look();
      } while (seen.documents.created < documents / 2);
      await Promise.all([workers[0]!.kill(), one.kill()]);
      expect(seen.documents.created).toBeLessThan(documents);
      while (seen.state !== "done") {
        await wait(200);
        seen = await look();
      }
      expect(seen.documents).toMatchObject({ total: documents, created: documents, known: 0, aside: 0 });
      expect([await workers[1]!.kill("SIGTERM"), await two.kill("SIGTERM")]).toEqual([0, 0]);
      const store = await openStore(place.address);
      expect([...(await expectWhole(store))].sort()).toEqual([...names].sort());
      await store.close();
    } finally {
      await place.dispose();
      await dropSpare();
    }
  });

  it("give no sign of life without a job in hand, so that what servers keep stands", {
    timeout: 60_000,
  }, async () => {
    const place = await postgresql.place();
    try {
      const idle = [await server(place.address, "--no-sample"), await server(place.address, "--no-sample")];
      // Longer than between two signs of life.
      await wait(4_000);
      expect((await place.rows()).workers).toBe(0);
      for (const one of idle) expect(await one.kill("SIGTERM")).toBe(0);
    } finally {
      await place.dispose();
      await dropSpare();
    }
  });
});
