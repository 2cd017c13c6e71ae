/** Runs the readers' cases: each small file against the page of blocks, calls and notes it must give. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Format } from "../../core/model.ts";
import { readDocument } from "../../core/read/index.ts";
import { makeDocx, type WordParts } from "./make/docx.ts";
import { printReading } from "./make/outline.ts";

const folder = join(import.meta.dirname, "../cases/read");
const rewrite = process.env.UPDATE_CASES === "1";

/** The input of a Word case: the body, then parts behind lines `@@ footnotes` and the like. */
function word(input: string): Uint8Array {
  const [body = "", ...rest] = input.split(/^@@ /m);
  const parts = rest.map((part) => [
    part.slice(0, part.indexOf("\n")).trim(),
    part.slice(part.indexOf("\n") + 1),
  ]);
  return makeDocx({ body, ...(Object.fromEntries(parts) as Partial<WordParts>) });
}

const formats: Readonly<Record<string, Format>> = {
  "html.case": "html",
  "jats.case": "jats",
  "markdown.case": "markdown",
  "wikitext.case": "wikitext",
  "docx.case": "docx",
};

describe.each(Object.entries(formats))("%s", (file, format) => {
  const path = join(folder, file);
  const source = readFileSync(path, "utf8");
  const [purpose, ...chunks] = source.split(/^=== /m);
  const rewritten: string[] = [];
  for (const chunk of chunks) {
    const name = chunk.slice(0, chunk.indexOf("\n"));
    const [input = "", expected = ""] = chunk.slice(name.length + 1).split(/^\.{3}\n/m);
    it(name, async () => {
      const bytes = format === "docx" ? word(input) : new TextEncoder().encode(input.replace(/\n$/, ""));
      const result = await readDocument(bytes, { format });
      const shown = result.ok
        ? printReading(result.document)
        : `✗ ${result.problem.code}: ${result.problem.message}`;
      rewritten.push(`=== ${name}\n${input}...\n${shown}\n`);
      if (!rewrite) expect(shown).toBe(expected.trimEnd());
    });
  }
  if (rewrite) {
    it("writes the file anew", async () => {
      const { writeFileSync } = await import("node:fs");
      writeFileSync(path, `${purpose}${rewritten.join("\n")}`);
    });
  }
});

it("has a runner for every case file", () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(formats).sort());
});
