/**
 * `tsx scripts/dev/library/fill.ts LIBRARY TIER`: fills an empty library (a file, or postgres://…) with a generated
 * one and prints what it took as JSON. A process of its own, so that its memory can be measured.
 */
import { generate, type TierName, tiers } from "./generate.ts";
import { openStore } from "./store.ts";

const [address, name] = process.argv.slice(2);
if (address === undefined || name === undefined || !(name in tiers)) {
  process.stderr.write(`fill: give a library and one of ${Object.keys(tiers).join(", ")}\n`);
  process.exit(2);
}
const store = await openStore(address);
const start = performance.now();
let at = 0;
const counts = { documents: 0, statements: 0, edges: 0 };
for (const analysis of generate(tiers[name as TierName])) {
  const bytes = Buffer.from(analysis.document.text);
  const importedAt = new Date(Date.UTC(2030, 0, 1) + at++ * 1000).toISOString();
  await store.add({ analysis, bytes, importedAt, engine: "bench" });
  counts.documents += 1;
  counts.statements += analysis.statements.length;
  counts.edges += analysis.edges.length;
  if (counts.documents % 500 === 0) process.stderr.write(`${counts.documents} documents\n`);
}
while (await store.tidy());
const seconds = (performance.now() - start) / 1000;
await store.close();
const mebibytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ...counts, seconds, mebibytes })}\n`);
