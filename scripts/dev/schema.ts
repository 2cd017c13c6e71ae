/** Writes the published JSON Schema of the Analysis; the tests hold the file to it. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { publishedSchema } from "../../core/published-schema.ts";

const file = resolve(import.meta.dirname, "../../data/schema/analysis.schema.json");
writeFileSync(file, `${JSON.stringify(publishedSchema(), null, 2)}\n`);
