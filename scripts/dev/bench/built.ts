/**
 * The engine as it is shipped. Running from source renames each function at each call (`tsx` keeps names), which a user
 * never pays for.
 */
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "../../..");

let isBuilt = false;

/** Builds the engine into `dist/`, once a run. */
export function build(): void {
  if (isBuilt) return;
  execFileSync("npm", ["run", "--silent", "build:engine"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  isBuilt = true;
}

/** Returns the path of a built module, named by its source (`core/text/index.ts`). */
export const builtPath = (source: string): string => join(root, "dist", source.replace(/\.ts$/, ".js"));

/** Returns the built module; `build` must have run. */
export const built = async <T>(source: string): Promise<T> =>
  (await import(pathToFileURL(builtPath(source)).href)) as T;
