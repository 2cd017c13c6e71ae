/** What stands on this machine to measure against: packages of npm and programs. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const modules = resolve(import.meta.dirname, "../../../node_modules");

/** Packages of npm that a row may stand beside. */
const packages = [
  "@citation-js/core",
  "@retorquere/bibtex-parser",
  "express",
  "graphology",
  "libsql",
  "sentencex",
] as const;

/** Returns the version of a package, or null where it is not installed. */
export function packageVersion(name: string): string | null {
  const file = join(modules, name, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version : null;
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
