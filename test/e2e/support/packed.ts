/**
 * The package as a user gets it: built and packed from a copy of the tree, so that the tree stays as it is, and
 * installed in an empty folder. Takes what it can from npm's cache.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../../..");
const parts = [
  "core",
  "server",
  "scripts",
  "client",
  "data",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "vite.config.ts",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
];

export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Packed {
  /** Holds everything made here; to be removed by the caller. */
  readonly folder: string;
  /** A folder of a user's own with the package in its `node_modules`; null where it cannot be installed. */
  readonly home: string | null;
  /** Why it could not be installed. */
  readonly why: string | null;
  readonly files: readonly PackedFile[];
  readonly unpackedSize: number;
}

const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];

/** Returns the package packed and installed. A registry out of reach is no error; see `why`. */
export async function pack(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), "footing-packed-"));
  const tree = join(folder, "tree");
  mkdirSync(tree);
  for (const part of parts) cpSync(join(root, part), join(tree, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  // The runner sets NODE_ENV to "test", which would build the page for development.
  const env = { ...process.env, NODE_ENV: "production" };
  await run("npm", ["run", "build"], { cwd: tree, env });
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json"], { cwd: tree, env });
  const [packed] = JSON.parse(stdout) as [
    { filename: string; files: readonly PackedFile[]; unpackedSize: number },
  ];
  const home = join(folder, "home");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true, "type": "module" }\n');
  const tarball = join(tree, packed.filename);
  const result = { folder, files: packed.files, unpackedSize: packed.unpackedSize };
  const install = (...how: string[]) =>
    run("npm", ["install", ...how, ...quiet, tarball], { cwd: home, env });
  try {
    await install("--offline").catch(() => install("--prefer-offline"));
  } catch (error) {
    const text = String((error as { stderr?: string }).stderr ?? error);
    const unreachable = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENOTCACHED/.exec(text)?.[0];
    if (unreachable === undefined) throw error;
    return { ...result, home: null, why: `the registry is out of reach (${unreachable})` };
  }
  return { ...result, home, why: null };
}
