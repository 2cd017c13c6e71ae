/** The JSON Schema of the Analysis, as it is published in `data/schema/`. */
import { z } from "zod";
import { analysisSchema } from "./schema.ts";

/** Returns the schema (JSON Schema 2020-12) that `footing parse --json` keeps to. */
export function publishedSchema(): Readonly<Record<string, unknown>> {
  return {
    $id: "https://footing.dev/schema/analysis-1.json",
    title: "Footing analysis",
    ...z.toJSONSchema(analysisSchema, { target: "draft-2020-12", reused: "ref" }),
  };
}
