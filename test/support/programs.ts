/** Programs that are on this machine or not: tests that need one are skipped by name where it is missing. */
import { spawnSync } from "node:child_process";

const known = new Map<string, boolean>();

/** Returns true when the program can be started. */
export function installed(program: string): boolean {
  const before = known.get(program);
  if (before !== undefined) return before;
  const found =
    (spawnSync(program, ["--version"], { stdio: "ignore" }).error as { code?: string } | undefined)?.code !==
    "ENOENT";
  known.set(program, found);
  return found;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end, at most two minutes. */
export function ran(program: string, args: readonly string[], input = "", cwd?: string): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    input,
    encoding: "utf8",
    timeout: 120_000,
    maxBuffer: 1 << 28,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { code: status, out: stdout, err: stderr };
}
