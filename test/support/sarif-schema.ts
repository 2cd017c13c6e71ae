/** The published SARIF 2.1.0 schema (OASIS), as Microsoft's SARIF SDK carries it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Returns the schema for a validator of draft 7. It is written in draft 4, of which it uses nothing that draft 7
 * reads otherwise but the name of its identifier.
 */
export function publishedSarifSchema(): Readonly<Record<string, unknown>> {
  const path = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  if ($schema !== "http://json-schema.org/draft-04/schema#" || typeof id !== "string")
    throw new Error(`${path}: not the schema that was looked at`);
  return { $id: id, ...schema };
}
