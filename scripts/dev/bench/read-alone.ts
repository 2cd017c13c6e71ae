/** Reads and analyses articles for some seconds and says how many a second: one process of the bench's comparison. */
import { pathToFileURL } from "node:url";
import type { analyse as Analyse } from "../../../core/analyse.ts";
import type { readDocument as Read } from "../../../core/read/index.ts";
import { builtPath } from "./built.ts";
import { articleText } from "./material.ts";

const size = Number(process.argv[2]);
/** Documents that warm the process up; milliseconds that are measured. */
const warm = 40;
const lasts = 10_000;

const built = (path: string): Promise<unknown> => import(pathToFileURL(builtPath(path)).href);
const { analyse } = (await built("core/analyse.ts")) as { analyse: typeof Analyse };
const { readDocument } = (await built("core/read/index.ts")) as { readDocument: typeof Read };

async function read(n: number): Promise<void> {
  const result = await readDocument(new TextEncoder().encode(articleText(n, size)), { name: `${n}.txt` });
  if (!result.ok) throw new Error(result.problem.message);
  analyse(result.document);
}

for (let n = 0; n < warm; n++) await read(n);
const begun = performance.now();
let count = 0;
while (performance.now() - begun < lasts) await read(warm + count++);
process.stdout.write(String((count * 1000) / (performance.now() - begun)));
