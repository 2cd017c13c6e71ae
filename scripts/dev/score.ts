/**
 * `npm run score`: every figure of the labelled sets beside the last accepted one. Exits 1 when a figure fell.
 * `-- --accept` records today's figures in test/baseline.json; `-- golden sentences` runs only those parts.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { figures, type Part, partNames } from "./score/figures.ts";

const root = resolve(import.meta.dirname, "../..");
const shared = process.env.FOOTING_SHARED ?? resolve(root, "../shared");
const baselineFile = join(root, "test/baseline.json");
/** Half of the last digit that is shown: what is smaller is no fall. */
const tolerance = 0.0005;

const words = process.argv.slice(2);
const accept = words.includes("--accept");
const wanted = partNames.filter((p) => words.length === (accept ? 1 : 0) || words.includes(p)) as Part[];

if (!existsSync(join(shared, "bench"))) {
  console.log(`No labelled sets at ${shared}: nothing to score.`);
  process.exit(0);
}
const out = mkdtempSync(join(tmpdir(), "footing-score-"));
const today = figures(shared, out, wanted);
rmSync(out, { recursive: true });

const baseline = existsSync(baselineFile)
  ? (JSON.parse(readFileSync(baselineFile, "utf8")) as Record<string, number>)
  : {};
const shown = (value: number): string => (100 * value).toFixed(2).padStart(7);
let fallen = 0;
for (const [name, value] of today) {
  const before = baseline[name];
  const fell = before !== undefined && value < before - tolerance;
  if (fell) fallen++;
  const change =
    before === undefined
      ? "   new"
      : Math.abs(value - before) <= tolerance
        ? ""
        : `${value > before ? " + " : " FELL "}${shown(Math.abs(value - before)).trim()}`;
  console.log(`${name.padEnd(52)}${shown(value)}${change}`);
}
if (accept) {
  const kept = { ...baseline, ...Object.fromEntries(today) };
  const rounded = Object.fromEntries(Object.entries(kept).map(([k, v]) => [k, Math.round(v * 1e5) / 1e5]));
  writeFileSync(baselineFile, `${JSON.stringify(rounded, null, 2)}\n`);
  console.log(`\n${today.size} figures accepted.`);
} else {
  console.log(`\n${today.size} figures, ${fallen} fell below the accepted ones.`);
  if (fallen > 0) process.exitCode = 1;
}
