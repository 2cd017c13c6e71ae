/** The JSON Schema of the Analysis, as it is published in `data/schema/`. */
import { z } from "zod";
import { analysisSchema } from "./schema.ts";

/** Returns the schema (JSON Schema 2020-12) that `footing parse --json` keeps to. */
export function publishedSchema(): Readonly<Record<string, unknown>> {
  return {
    $id: "urn:footing:schema:analysis-1",
    title: "Footing analysis",
    ...z.toJSONSchema(analysisSchema, { target: "draft-2020-12" }),
  };
}
