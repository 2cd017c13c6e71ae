/**
 * How fast documents come in with one `footing work` and with two, each with one thread, on one PostgreSQL; and beside
 * it what two cores are worth, in processes that only read the same documents and share nothing.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { makeDatabase } from "../library/database.ts";
import { builtPath } from "./built.ts";
import { articleText } from "./material.ts";
import type { Row } from "./measure.ts";

const documents = Number(process.env.FOOTING_BENCH_WORKED ?? 350);
/** Characters of a document: an article. */
const size = 20_000;

/** Starts the built program and waits until it says a line with the words. */
async function start(args: readonly string[], words: RegExp): Promise<readonly [ChildProcess, string]> {
  const child = spawn(process.execPath, [builtPath("scripts/footing.ts"), ...args], {
    cwd: tmpdir(),
    env: { ...process.env, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.resume();
  for await (const line of createInterface({ input: child.stdout }))
    if (words.test(line)) return [child, line];
  throw new Error(`bench: footing ${args[0]} ended early`);
}

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, "exit");
}

interface Import {
  readonly id: string;
  readonly state: string;
  readonly documents: { readonly created: number };
}

/** Returns the documents a second that so many workers bring in. */
async function rateWith(workers: number): Promise<number> {
  const { address, drop } = await makeDatabase(`footing_bench_workers_${workers}`);
  const [server, line] = await start(
    ["serve", "--port", "0", "--no-sample", "--no-work", "--data", address],
    /http:/,
  );
  const url = /http:\/\/\S+/.exec(line)![0];
  const helpers: ChildProcess[] = [];
  try {
    for (let i = 0; i < workers; i++)
      helpers.push((await start(["work", "--threads", "1", "--data", address], /Working/))[0]);
    const files = Array.from({ length: documents }, (_, i) => [`${i}.txt`, strToU8(articleText(i, size))]);
    const body = zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 1 });
    const look = async (path: string, init?: RequestInit): Promise<Import> =>
      (await (await fetch(new URL(path, url), init)).json()) as Import;
    const headers = { "content-type": "application/zip" };
    const { id } = await look("/api/imports", { method: "POST", headers, body });
    // The first document warms a worker's thread up.
    let seen = await look(`/api/imports/${id}`);
    while (seen.documents.created < workers) seen = await look(`/api/imports/${id}`);
    const [from, begun] = [seen.documents.created, performance.now()];
    while (seen.state !== "done") {
      await wait(250);
      seen = await look(`/api/imports/${id}`);
    }
    return ((seen.documents.created - from) * 1000) / (performance.now() - begun);
  } finally {
    for (const child of [...helpers, server]) await end(child);
    await drop();
  }
}

/** Returns the documents a second that so many processes read, each for itself. */
async function rateAlone(processes: number): Promise<number> {
  const rates = Array.from({ length: processes }, async () => {
    const file = fileURLToPath(new URL("./read-alone.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", file, String(size)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    for await (const part of child.stdout) said += String(part);
    return Number(said);
  });
  return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0);
}

/** Returns the row: two over one, the middle of three rounds. */
async function row(
  what: string,
  names: readonly [string, string],
  rate: (n: number) => Promise<number>,
): Promise<Row> {
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < 3; round++) pairs.push([await rate(1), await rate(2)]);
  const sorted = pairs
    .map(([one, two]) => ({ one, two, ratio: two / one }))
    .sort((a, b) => a.ratio - b.ratio);
  const middle = sorted[1]!;
  return {
    part: "store",
    what,
    ours: { name: names[0], value: middle.two, unit: "documents/s" },
    peer: { name: names[1], value: middle.one, unit: "documents/s" },
    ratio: middle.ratio,
    spread: [sorted[0]!.ratio, sorted[2]!.ratio],
  };
}

/** Returns two workers over one, and two processes over one for what this machine's cores are worth. */
export async function workerRows(): Promise<Row[]> {
  return [
    await row(
      `PostgreSQL: ${documents} documents of ${size} characters brought in`,
      ["two workers", "one worker"],
      rateWith,
    ),
    await row(
      `${size} characters read and analysed, nothing shared: what a second core is worth`,
      ["two processes", "one process"],
      rateAlone,
    ),
  ];
}
