/**
 * `npm run bench`: speed as ratios against a peer in the same run. `-- read graph` runs only those parts;
 * `-- --keep` writes the table to docs/bench/ with the date and versions.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import type { Row } from "./bench/measure.ts";
import { type Part, parts } from "./bench/parts.ts";

const words = process.argv.slice(2);
const keep = words.includes("--keep");
const named = words.filter((w): w is Part => w in parts);
const wanted = named.length > 0 ? named : (Object.keys(parts) as Part[]);

const short = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const rows: Row[] = [];
for (const part of wanted) {
  process.stderr.write(`${part} …\n`);
  rows.push(...(await parts[part]()));
}
console.log("| part | what | ours | peer | ratio | spread |\n|---|---|---|---|---|---|");
for (const { part, what, ours, peer, ratio, spread } of rows) {
  const figure = (f: Row["ours"] | null): string =>
    f === null ? "" : `${short(f.value)} ${f.unit} (${f.name})`;
  const range = spread === null ? "" : `${short(spread[0])}–${short(spread[1])}`;
  console.log(
    `| ${part} | ${what} | ${figure(ours)} | ${figure(peer)} | ${ratio === null ? "" : short(ratio)} | ${range} |`,
  );
}
if (keep) {
  const date = new Date().toISOString().slice(0, 10);
  const record = { date, node: process.version, cpu: cpus()[0]?.model ?? "", cores: cpus().length, rows };
  writeFileSync(
    join(resolve(import.meta.dirname, "../.."), "docs/bench", `${date}.json`),
    `${JSON.stringify(record, null, 2)}\n`,
  );
}
