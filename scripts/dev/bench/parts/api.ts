/** The API of a new library with its sample page, as shipped. `store` asks the same of a large one. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build, builtPath } from "../built.ts";
import { besideExpress } from "../express.ts";
import type { Row } from "../measure.ts";

async function serve(data: string): Promise<{ readonly url: string; readonly pid: number; stop(): void }> {
  const child = spawn(
    process.execPath,
    [builtPath("scripts/footing.ts"), "serve", "--port", "0", "--data", data],
    { stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, DATABASE_URL: "" } },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, pid: child.pid!, stop: () => child.kill() };
  }
  throw new Error("bench: the server did not say its address");
}

/** Returns the rows. */
export async function apiRows(): Promise<Row[]> {
  build();
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const server = await serve(join(folder, "bench.sqlite"));
  try {
    const list = (await (await fetch(new URL("/api/documents", server.url))).json()) as {
      items: { id: string }[];
    };
    return await besideExpress({
      part: "api",
      what: "a claim and its sources, against Express with the same bytes from memory",
      url: server.url,
      pid: server.pid,
      paths: [`/api/documents/${list.items[0]!.id}/claims/1.3`],
      connections: 25,
      seconds: 2,
    });
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
