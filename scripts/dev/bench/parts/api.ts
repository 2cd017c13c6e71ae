/** The API against Express alone, each in its own process. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type Row, versus } from "../measure.ts";

const root = resolve(import.meta.dirname, "../../../..");

/** Starts the real server as its own process and returns its address. */
async function serve(data: string): Promise<{ readonly url: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "scripts/footing.ts"), "serve", "--port", "0", "--data", data],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: () => child.kill() };
  }
  throw new Error("bench: the server did not say its address");
}

/** Returns the rows. */
export async function apiRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const server = await serve(join(folder, "bench.sqlite"));
  const list = (await (await fetch(new URL("/api/documents", server.url))).json()) as {
    items: { id: string }[];
  };
  const address = new URL(`/api/documents/${list.items[0]!.id}/claims/1.3`, server.url);
  const body = await (await fetch(address)).text();
  const bare = spawn(process.execPath, ["--input-type=module", "-e", plainServer(body)], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const bareAddress = String((await once(bare.stdout, "data"))[0]).trim();
  const many = async (url: string | URL): Promise<void> => {
    for (let i = 0; i < 40; i++)
      await Promise.all(Array.from({ length: 25 }, async () => (await fetch(url)).arrayBuffer()));
  };
  // The work is in the other process: here the clock on the wall counts.
  const row = await versus({
    part: "api",
    what: "a claim and its sources, against Express with the same bytes from memory",
    amount: 1000,
    unit: "requests",
    clock: "wall",
    ours: ["GET …/claims/1.3", () => many(address)],
    peer: ["plain Express", () => many(bareAddress)],
  });
  bare.kill();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
  return [row];
}

const plainServer = (body: string): string => `import express from "express";
  const app = express().get("/", (_, res) => res.type("json").send(${JSON.stringify(body)}));
  const server = app.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port + "/"));`;
