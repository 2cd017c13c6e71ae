/**
 * `npm run bench`: speed as ratios against a peer in the same run. `-- read graph` runs only those parts;
 * `-- --keep` writes the record to docs/bench/, with the date and the versions, and its table into the README.
 */
import { cpus } from "node:os";
import { versions } from "./bench/installed.ts";
import type { Row } from "./bench/measure.ts";
import { type Part, parts } from "./bench/parts.ts";
import { keepRecord, writeReadme } from "./bench/record.ts";
import { benchTable } from "./bench/table.ts";

const words = process.argv.slice(2);
const keep = words.includes("--keep");
const unknown = words.filter((w) => w !== "--keep" && !(w in parts));
if (unknown.length > 0) {
  process.stderr.write(`bench: no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}\n`);
  process.exit(2);
}
const named = words.filter((w): w is Part => w in parts);
const wanted = named.length > 0 ? named : (Object.keys(parts) as Part[]);
if (keep && named.length > 0) {
  process.stderr.write("bench: a record holds all parts; leave the names out or leave --keep out\n");
  process.exit(2);
}
if (named.length === 0) {
  // The large libraries take an hour to make: they are measured when `store` is asked for by name.
  process.env.FOOTING_BENCH_TIERS ??= "S,M";
  process.env.FOOTING_BENCH_ENGINES ??= "SQLite";
}

const rows: Row[] = [];
const begun = performance.now();
for (const part of wanted) {
  const start = performance.now();
  rows.push(...(await parts[part]()));
  process.stderr.write(`${part}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
}
process.stdout.write(benchTable(rows));
process.stderr.write(`${((performance.now() - begun) / 60_000).toFixed(1)} minutes\n`);
if (keep) {
  const date = new Date().toISOString().slice(0, 10);
  keepRecord({ date, node: process.version, cores: cpus().length, versions: versions(), rows });
  writeReadme();
}
