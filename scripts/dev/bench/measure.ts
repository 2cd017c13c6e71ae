/** Times two ways of doing a thing in one run and says how many times faster ours is; medians of several rounds. */

export interface Row {
  readonly part: string;
  readonly what: string;
  readonly ours: Figure;
  readonly peer: Figure | null;
  /** Ours over the peer, more is better; null without a peer. */
  readonly ratio: number | null;
  /** Smallest and largest ratio of the rounds. */
  readonly spread: readonly [number, number] | null;
  /** Why the peer was not measured ("pandoc is not installed"); only without a peer. */
  readonly skipped?: string;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const median = (list: readonly number[]): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
};

type Work = () => unknown | Promise<unknown>;

/** `cpu`: processor time of this process, so that a busy machine does not count. */
type Clock = "cpu" | "wall";

/** Returns the time of one call in milliseconds. */
export async function time(work: Work, clock: Clock = "cpu"): Promise<number> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  if (clock === "wall") return performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return Math.max((user + system) / 1000, 0.001);
}

interface Versus {
  readonly part: string;
  readonly what: string;
  /** Units of work that one call does: megabytes, references, requests. */
  readonly amount: number;
  readonly unit: string;
  readonly ours: readonly [name: string, work: Work];
  readonly peer: readonly [name: string, work: Work];
  readonly rounds?: number;
  readonly clock?: Clock;
}

/** Returns a row of rates: ours and the peer's take turns, after one round that is thrown away. */
export async function versus({
  part,
  what,
  amount,
  unit,
  ours,
  peer,
  rounds = 5,
  clock = "cpu",
}: Versus): Promise<Row> {
  await ours[1]();
  await peer[1]();
  const pairs: [number, number][] = [];
  for (let i = 0; i < rounds; i++) pairs.push([await time(ours[1], clock), await time(peer[1], clock)]);
  const ratios = pairs.map(([a, b]) => b / a);
  const rate = (ms: number): number => (amount / ms) * 1000;
  return {
    part,
    what,
    ours: { name: ours[0], value: rate(median(pairs.map((p) => p[0]))), unit: `${unit}/s` },
    peer: { name: peer[0], value: rate(median(pairs.map((p) => p[1]))), unit: `${unit}/s` },
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

/** Returns a row of how the time grows when the work grows tenfold: 10 is linear, less is better. */
export async function growth(part: string, what: string, small: Work, large: Work, rounds = 3): Promise<Row> {
  await small();
  const grown: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const a = await time(small);
    grown.push((await time(large)) / a);
  }
  return {
    part,
    what,
    ours: { name: "time for ten times the work", value: median(grown), unit: "×" },
    peer: { name: "linear", value: 10, unit: "×" },
    ratio: 10 / median(grown),
    spread: [10 / Math.max(...grown), 10 / Math.min(...grown)],
  };
}

/** Returns a row without a peer: there is none, or it is not installed and `skipped` says so. */
export const plain = (
  part: string,
  what: string,
  name: string,
  value: number,
  unit: string,
  skipped?: string,
): Row => ({
  part,
  what,
  ours: { name, value, unit },
  peer: null,
  ratio: null,
  spread: null,
  ...(skipped === undefined ? {} : { skipped }),
});

/** Returns a row of times, the median against a time it should not take, if any: above 1 there is room to spare. */
export const against = (
  part: string,
  what: string,
  times: readonly number[],
  limit: string,
  allowed: number | null,
  unit: string,
): Row => ({
  part,
  what,
  ours: { name: "footing", value: median(times), unit },
  peer: allowed === null ? null : { name: limit, value: allowed, unit },
  ratio: allowed === null ? null : allowed / median(times),
  spread: allowed === null ? null : [allowed / Math.max(...times), allowed / Math.min(...times)],
});
