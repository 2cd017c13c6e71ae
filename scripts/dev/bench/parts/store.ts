/**
 * The store under load on each engine: what an import costs, how soon a server with the library answers, the 99th
 * percentile at 50 connections, how each question grows from tier M to L, and the claim against Express with the
 * same bytes from memory. Takes an hour when the libraries have to be made; FOOTING_BENCH_DIR keeps them there, and
 * uses those that are there already.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { answers, makeDatabase, settleDatabase } from "../../library/database.ts";
import { type TierName, tiers } from "../../library/generate.ts";
import { type Questions, questionsOf } from "../../library/questions.ts";
import { besideExpress } from "../express.ts";
import { cpuOf, load, meanMs } from "../load.ts";
import { plain, type Row } from "../measure.ts";
import { benchTable } from "../table.ts";
import { workerRows } from "../workers.ts";

const root = resolve(import.meta.dirname, "../../../..");
const connections = 50;

interface Library {
  readonly engine: string;
  readonly tier: TierName;
  readonly address: string;
  readonly questions: Questions;
  readonly url: string;
  readonly pid: number;
  /** The same library behind a server that keeps no answers. */
  readonly anew: { readonly url: string; readonly pid: number };
  readonly rows: readonly Row[];
  stop(): Promise<void>;
}

/** Starts the built server and returns its address and the milliseconds until it answered. */
async function serve(address: string, ...flags: readonly string[]) {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [
      join(root, "dist/scripts/footing.js"),
      "serve",
      "--port",
      "0",
      "--no-sample",
      ...flags,
      "--data",
      address,
    ],
    { cwd: tmpdir(), env: { ...process.env, DATABASE_URL: "" }, stdio: ["ignore", "pipe", "inherit"] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    await (await fetch(new URL("/api/health", url))).arrayBuffer();
    const ms = performance.now() - begun;
    const stop = async () => {
      child.kill();
      await once(child, "exit");
    };
    return { url, ms, cpu: cpuOf(child.pid!), pid: child.pid!, stop };
  }
  throw new Error("bench: the server did not say its address");
}

/** Fills a library in a process of its own, unless it has documents already. */
function fill(address: string, tier: TierName): readonly Row[] {
  const script = join(root, "scripts/dev/library/fill.ts");
  const out = execFileSync(process.execPath, ["--import", "tsx", script, address, tier], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const made = JSON.parse(out.toString()) as Record<"statements" | "seconds" | "mebibytes", number>;
  const what = `import of tier ${tier}, ${tiers[tier].documents} documents, one process`;
  const engine = address.startsWith("postgres") ? "PostgreSQL" : "SQLite";
  return [
    plain("store", `${engine}: ${what}`, "peak memory", made.mebibytes, "MiB"),
    plain("store", `${engine}: ${what}`, "rate", made.statements / made.seconds, "statements/s"),
  ];
}

async function open(engine: string, tier: TierName, address: string, isThere: boolean): Promise<Library> {
  const rows: Row[] = isThere ? [] : [...fill(address, tier)];
  if (!isThere && address.startsWith("postgres")) await settleDatabase(address);
  const questions = await questionsOf(address);
  const { url, ms, cpu, pid, stop } = await serve(address);
  const size = `${questions.documents} documents`;
  rows.push({
    ...plain("store", `${engine}: start with ${size} until it answers`, "time", ms, "ms"),
    peer: { name: "processor time", value: cpu, unit: "ms" },
  });
  const forgetful = await serve(address, "--cache-mb", "0");
  const stopBoth = async () => {
    await stop();
    await forgetful.stop();
  };
  return { engine, tier, address, questions, url, pid, anew: forgetful, rows, stop: stopBoth };
}

async function underLoad({ engine, questions, url, pid }: Library, how: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, paths] of Object.entries(questions.paths)) {
    await load(url, paths, { connections, seconds: 2, pid });
    const { p50, p99, rate, cpu } = await load(url, paths, { connections, seconds: 5, pid });
    const what = `${engine}: ${kind}, ${how}, ${questions.documents} documents, ${connections} connections`;
    rows.push({
      ...plain("store", what, "99th percentile", p99, "ms"),
      peer: {
        name: `median ${p50} ms, ${cpu.toFixed(2)} ms of processor time each`,
        value: rate,
        unit: "requests/s",
      },
    });
  }
  return rows;
}

async function growth(small: Library, large: Library): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of Object.keys(large.questions.paths)) {
    const ratios: number[] = [];
    let last = 0;
    for (let round = 0; round < 3; round++) {
      const before = await meanMs(small.anew.url, small.questions.paths[kind]!);
      last = await meanMs(large.anew.url, large.questions.paths[kind]!);
      ratios.push(last / before);
    }
    ratios.sort((a, b) => a - b);
    const sizes = `${small.questions.documents} → ${large.questions.documents} documents`;
    rows.push({
      ...plain("store", `${large.engine}: ${kind}, ${sizes}, one connection`, "growth", ratios[1]!, "×"),
      peer: { name: "then", value: last, unit: "ms" },
      spread: [ratios[0]!, ratios[2]!],
    });
  }
  return rows;
}

/** Claims that are given again, made for each request, and asked for the first time, against Express. */
async function againstExpress(library: Library): Promise<Row[]> {
  const { engine, address, url, pid, anew, questions } = library;
  const cited = questions.paths["claim neighbourhood"]!;
  const any = questions.anyClaim;
  const beside = { part: "store", connections, seconds: 3 };
  const what = (which: string, list: readonly string[]) =>
    `${engine}: ${which} ${list.length} claims of ${questions.documents} documents, against Express with the same bytes from memory`;
  // Its code is warm then, and its memory holds next to none of the others.
  const fresh = async () => {
    const server = await serve(address);
    await load(server.url, cited, { connections, seconds: 2, pid: server.pid });
    return server;
  };
  return [
    ...(await besideExpress({ ...beside, what: what("given again,", cited), url, pid, paths: cited })),
    ...(await besideExpress({ ...beside, ...anew, what: what("made anew,", cited), paths: cited })),
    ...(await besideExpress({
      ...beside,
      ...{ what: what("asked for the first time, any of", any), paths: any, apart: true },
      ...{ url: anew.url, pid: anew.pid, anew: fresh },
    })),
  ];
}

/** Returns the rows. FOOTING_BENCH_TIERS names the sizes, "M,L" when missing; FOOTING_BENCH_ENGINES what is asked. */
export async function storeRows(): Promise<Row[]> {
  const wanted = (process.env.FOOTING_BENCH_TIERS ?? "M,L").split(",") as TierName[];
  const kept = process.env.FOOTING_BENCH_DIR;
  const folder = kept ?? mkdtempSync(join(tmpdir(), "footing-bench-"));
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["run", "build:engine", "--silent"], { cwd: root, stdio: "inherit" });
  const rows: Row[] = [];
  const engines = (process.env.FOOTING_BENCH_ENGINES ?? "SQLite,PostgreSQL,workers").split(",");
  const measure = async (engine: string, place: (tier: TierName) => Promise<readonly [string, boolean]>) => {
    const libraries: Library[] = [];
    for (const tier of wanted) libraries.push(await open(engine, tier, ...(await place(tier))));
    for (const library of libraries) rows.push(...library.rows);
    const [small, large] = [libraries[0]!, libraries.at(-1)!];
    if (small !== large) rows.push(...(await growth(small, large)));
    rows.push(...(await underLoad(large, "given again")));
    rows.push(...(await underLoad({ ...large, ...large.anew }, "made anew")));
    rows.push(...(await againstExpress(large)));
    for (const library of libraries) await library.stop();
    // The rest may take long: what is known is shown.
    process.stderr.write(benchTable(rows));
  };
  if (engines.includes("SQLite"))
    await measure("SQLite", async (tier) => {
      const file = join(folder, `${tier}.sqlite`);
      return [file, existsSync(file)];
    });
  const postgresql = engines.includes("PostgreSQL");
  const workers = engines.includes("workers");
  if ((postgresql || workers) && !(await answers()))
    rows.push({ ...plain("store", "PostgreSQL", "", 0, ""), skipped: "no PostgreSQL answers" });
  else {
    const drops: (() => Promise<void>)[] = [];
    if (postgresql)
      await measure("PostgreSQL", async (tier) => {
        const { address, isNew, drop } = await makeDatabase(`footing_bench_${tier.toLowerCase()}`);
        if (kept === undefined) drops.push(drop);
        return [address, !isNew];
      });
    for (const drop of drops) await drop();
    if (workers) rows.push(...(await workerRows()));
  }
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  return rows;
}
