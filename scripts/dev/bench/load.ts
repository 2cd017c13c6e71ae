/** Requests against a server on this machine: bounded in number and time, never against another address. */
import { readFileSync } from "node:fs";
import autocannon from "autocannon";

export interface Load {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds of processor time of the server for each request; NaN where the system does not tell. */
  readonly cpu: number;
}

/** Clock ticks of Linux, a fixed part of its interface. */
const ticks = 100;

/** Returns the processor time of a process in milliseconds; NaN where there is no /proc. */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
  } catch {
    return Number.NaN;
  }
}

function localOnly(url: string): void {
  const { hostname } = new URL(url);
  if (hostname !== "127.0.0.1" && hostname !== "[::1]" && hostname !== "localhost")
    throw new Error(`bench: ${hostname} is not this machine`);
}

/** Each connection begins at another place of the list, so that they do not all ask for one thing at a time. */
function turned<T>(list: readonly T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/** The part of the list that one of so many connections asks for, the others none of it. */
const share = <T>(list: readonly T[], one: number, of: number): T[] =>
  list.filter((_, i) => i % of === one % of);

/** Keeps `connections` busy with the paths, one after the other. Throws when an answer is no 200. */
export async function load(
  url: string,
  paths: readonly string[],
  {
    connections,
    seconds,
    pid,
    apart = false,
  }: {
    readonly connections: number;
    readonly seconds: number;
    readonly pid: number;
    /** Each connection asks for paths of its own. */
    readonly apart?: boolean;
  },
): Promise<Load> {
  localOnly(url);
  let client = 0;
  const before = cpuOf(pid);
  const result = await autocannon({
    url,
    connections,
    duration: Math.min(seconds, 30),
    setupClient(one) {
      const step = Math.ceil(paths.length / connections);
      const own = apart ? share(paths, client, connections) : turned(paths, step * client);
      client += 1;
      one.setRequests(own.map((path) => ({ method: "GET", path })));
    },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`bench: ${result.non2xx} answers were no 200, ${result.errors} requests failed`);
  return {
    p50: result.latency.p50,
    p99: result.latency.p99,
    rate: result.requests.average,
    cpu: (cpuOf(pid) - before) / Math.max(1, result.requests.total),
  };
}

/** Returns the mean time of an answer when one asks after the other, in milliseconds; each path twice at least. */
export async function meanMs(url: string, paths: readonly string[], rounds = 2): Promise<number> {
  localOnly(url);
  const some = paths.slice(0, 150);
  for (const path of some) await (await fetch(new URL(path, url))).arrayBuffer();
  const start = performance.now();
  for (let round = 0; round < rounds; round++)
    for (const path of some) await (await fetch(new URL(path, url))).arrayBuffer();
  return (performance.now() - start) / (rounds * some.length);
}
