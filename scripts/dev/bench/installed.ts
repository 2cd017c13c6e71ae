/** What stands on this machine to measure against: packages of npm and programs. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const modules = resolve(import.meta.dirname, "../../../node_modules");
/** Peers that are no dependency lie here: beside the others, and gone with them at the next `npm ci`. */
const fetched = join(modules, ".cache/footing-bench");

/** Packages of npm that a row may stand beside. */
const packages = [
  "@citation-js/core",
  "@retorquere/bibtex-parser",
  "csv-parse",
  "express",
  "graphology",
  "graphology-gexf",
  "libsql",
  "minisearch",
  "sentencex",
] as const;

/** Returns the version of a package, or null where it is not installed. */
export function packageVersion(name: string): string | null {
  const file = [modules, join(fetched, "node_modules")]
    .map((folder) => join(folder, name, "package.json"))
    .find((path) => existsSync(path));
  return file === undefined ? null : (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/**
 * Returns the path of a package's entry, which is installed when it is asked for the first time; null where that does
 * not succeed. No script of a package is run.
 */
export function fetchedPackage(name: string): string | null {
  mkdirSync(fetched, { recursive: true });
  const require = createRequire(join(fetched, "package.json"));
  try {
    if (!existsSync(join(fetched, "node_modules", name)))
      execFileSync(
        "npm",
        ["install", "--prefix", fetched, "--no-save", "--ignore-scripts", "--no-audit", name],
        {
          stdio: "ignore",
        },
      );
    return require.resolve(name);
  } catch {
    return null;
  }
}

/** Returns the first line that a program says of its version, or null where there is none. */
export function programVersion(name: string): string | null {
  try {
    return execFileSync(name, ["--version"], { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .split("\n")[0]!;
  } catch {
    return null;
  }
}

/** Returns the versions of what is installed, by name. */
export function versions(): Readonly<Record<string, string>> {
  const found = packages.map((name) => [name, packageVersion(name)] as const);
  return Object.fromEntries(
    [...found, ["pandoc", programVersion("pandoc")] as const].flatMap(([name, version]) =>
      version === null ? [] : [[name, version]],
    ),
  );
}
