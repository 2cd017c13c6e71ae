/**
 * `npm run bench`: speed as ratios against a peer in the same run. `-- read graph` runs only those parts, `-- store`
 * the one that is left out otherwise;
 * `-- --keep` writes the table to docs/bench/ with the date and the versions.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { versions } from "./bench/installed.ts";
import type { Row } from "./bench/measure.ts";
import { type Part, parts } from "./bench/parts.ts";
import { benchTable } from "./bench/table.ts";

/** Takes an hour: only when it is named. */
const long: ReadonlySet<string> = new Set(["store"]);

const words = process.argv.slice(2);
const keep = words.includes("--keep");
const unknown = words.filter((w) => w !== "--keep" && !(w in parts));
if (unknown.length > 0) {
  process.stderr.write(`bench: no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}\n`);
  process.exit(2);
}
const named = words.filter((w): w is Part => w in parts);
const wanted = named.length > 0 ? named : (Object.keys(parts) as Part[]).filter((p) => !long.has(p));

const rows: Row[] = [];
for (const part of wanted) {
  process.stderr.write(`${part} …\n`);
  rows.push(...(await parts[part]()));
}
process.stdout.write(benchTable(rows));
if (keep) {
  const date = new Date().toISOString().slice(0, 10);
  const record = { date, node: process.version, cores: cpus().length, versions: versions(), rows };
  const folder = join(resolve(import.meta.dirname, "../.."), "docs/bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${date}.json`), `${JSON.stringify(record, null, 2)}\n`);
}
