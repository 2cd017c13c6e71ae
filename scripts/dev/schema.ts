/** Writes the published JSON Schemas, of the Analysis and of the configuration; the tests hold the files to them. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { publishedConfigSchema } from "../../core/audit/config.ts";
import { publishedSchema } from "../../core/published-schema.ts";

const folder = resolve(import.meta.dirname, "../../data/schema");
for (const [name, schema] of [
  ["analysis", publishedSchema()],
  ["config", publishedConfigSchema()],
] as const)
  writeFileSync(resolve(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
