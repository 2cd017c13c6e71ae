/** The published JSON Schema is the one the code validates with, and an independent validator accepts it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { publishedSchema } from "../core/published-schema.ts";
import { readText } from "../core/read/text.ts";

const root = resolve(import.meta.dirname, "..");
const published = JSON.parse(
  readFileSync(resolve(root, "data/schema/analysis.schema.json"), "utf8"),
) as object;

describe("data/schema/analysis.schema.json", () => {
  it("is up to date (npm run schema)", () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(publishedSchema())));
  });

  it("accepts the sample's analysis and refuses a changed one", () => {
    const validate = new Ajv2020({ strict: false }).compile(published);
    const page = readFileSync(resolve(root, "data/samples/medical-response.txt"));
    const analysis = JSON.parse(JSON.stringify(analyse(readText(page, "medical-response.txt"))));
    validate(analysis);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...analysis, statements: [{ ...analysis.statements[0], kind: "rumour" }] })).toBe(
      false,
    );
  });
});
