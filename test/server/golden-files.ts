/** Golden documents as files, for tests that need a library of honest documents. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../golden");

/** Returns the golden documents that are text. */
export const readGoldenFiles = (): readonly { readonly name: string; readonly bytes: Buffer }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
