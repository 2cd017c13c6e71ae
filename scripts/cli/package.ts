/** Where the package lies, found from this file: the same from `scripts/` under tsx and from `dist/scripts/`. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
}

function find(folder: string): { readonly dir: string; readonly version: string } {
  const file = join(folder, "package.json");
  if (existsSync(file)) {
    const { name, version = "0.0.0" } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    if (name === "footing") return { dir: folder, version };
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package: no package.json of footing above this file");
  return find(parent);
}

/** The package's folder and version. */
export const footingPackage = find(import.meta.dirname);
