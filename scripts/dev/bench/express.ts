/** Our server against Express alone: the same bytes from memory, in a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Load, load } from "./load.ts";
import type { Row } from "./measure.ts";

const root = resolve(import.meta.dirname, "../../..");

async function bareExpress(url: string, paths: readonly string[], file: string) {
  const bodies: Record<string, string> = {};
  for (const path of paths) bodies[path] = await (await fetch(new URL(path, url))).text();
  writeFileSync(file, JSON.stringify(bodies));
  const program = `import express from "express"; import { readFileSync } from "node:fs";
    const bodies = new Map(Object.entries(JSON.parse(readFileSync(${JSON.stringify(file)}, "utf8"))));
    const app = express().get("/api/documents/:document/claims/:claim", (req, res) => res.type("json").send(bodies.get(req.path)));
    const server = app.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = String((await once(child.stdout, "data"))[0]).trim();
  return { address, pid: child.pid!, stop: () => child.kill() };
}

/** A server in a process of its own. */
interface Listening {
  readonly url: string;
  readonly pid: number;
}

interface Beside extends Listening {
  readonly part: string;
  readonly what: string;
  /** Of claims: `/api/documents/{document}/claims/{claim}`. */
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Each connection asks for claims of its own. */
  readonly apart?: boolean;
  /** Starts a new server for each round; `url` gives the bytes only. */
  readonly anew?: () => Promise<Listening & { stop(): Promise<void> }>;
}

/** Returns two rows: requests a second, and requests for a second of processor time. The two take turns. */
export async function besideExpress({
  part,
  what,
  url,
  pid,
  paths,
  anew,
  ...options
}: Beside): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const bare = await bareExpress(url, paths, join(folder, "bodies.json"));
  const ours = async () => {
    const server = await anew?.();
    const own = await load(server?.url ?? url, paths, { ...options, pid: server?.pid ?? pid });
    await server?.stop();
    return own;
  };
  const peer = () => load(bare.address, paths, { ...options, pid: bare.pid });
  const pairs: (readonly [Load, Load])[] = [];
  try {
    await ours();
    await peer();
    for (let round = 0; round < 5; round++) pairs.push([await ours(), await peer()]);
  } finally {
    bare.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const row = (unit: string, of: (one: Load) => number, text: string): Row => {
    const middle = (list: readonly number[]) => [...list].sort((a, b) => a - b)[2]!;
    const ratios = pairs.map(([a, b]) => of(a) / of(b));
    return {
      part,
      what: text,
      ours: { name: "GET …/claims/…", value: middle(pairs.map(([a]) => of(a))), unit },
      peer: { name: "Express", value: middle(pairs.map(([, b]) => of(b))), unit },
      ratio: middle(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
    };
  };
  // Where other programs use the processor too, what a second of it does tells more than a second on the wall.
  return [
    row("requests/s", (one) => one.rate, what),
    row("requests per second of processor time", (one) => 1000 / one.cpu, `${what}, by processor time`),
  ];
}
