/** Properties of origins: a run stands in the file as it stands in the text, and nearly all words have a place. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../core/model.ts";
import { readDocument } from "../../core/read/index.ts";
import { fileRegions } from "../../core/text-position.ts";
import { samples } from "../read/make/samples.ts";

const golden = join(import.meta.dirname, "../golden");
const files: readonly (readonly [string, string, "markdown" | "html"])[] = [
  ["a policy brief", readFileSync(join(golden, "d07-cookstove-brief.md"), "utf8"), "markdown"],
  ["an encyclopaedia's page", readFileSync(join(golden, "d09-canal-encyclopaedia.html"), "utf8"), "html"],
  ["a Markdown sample", new TextDecoder().decode(samples.markdown), "markdown"],
  ["an HTML sample", new TextDecoder().decode(samples.html), "html"],
];

async function read(text: string, format: "markdown" | "html"): Promise<Document> {
  const result = await readDocument(new TextEncoder().encode(text), { format });
  if (!result.ok) throw new Error(result.problem.message);
  return result.document;
}

/** Runs are in order, apart, and stand in the file letter by letter. */
function sound({ text, origins }: Document, file: string): void {
  let last = 0;
  for (const { start, end, source } of origins) {
    expect(start >= last && end > start && end <= text.length).toBe(true);
    expect(file.slice(source, source + end - start)).toBe(text.slice(start, end));
    last = end;
  }
}

describe.each(files)("the origins of %s", (_, file, format) => {
  it.each([
    ["as it is", file],
    ["with the line ends of Windows", file.replace(/\r?\n/g, "\r\n")],
  ])("%s", async (__, text) => {
    const document = await read(text, format);
    sound(document, text);
    const words = [...document.text.matchAll(/\p{L}{3,}/gu)];
    const held = words.filter(({ index, 0: word }) =>
      document.origins.some((o) => o.start <= index && index + word.length <= o.end),
    );
    expect(held.length / words.length).toBeGreaterThan(0.97);
  });
});

describe("origins", () => {
  const pieces = [
    "Words of a claim",
    " with *stress*",
    " and `code`",
    " a\\_b \\*c",
    " x &amp; y &nbsp;z",
    "[^1]",
    "^[A note of *its* own.]",
    "\n\n",
    "\n> quoted\n> on two lines\n\n",
    "\n\n- an item\n- another\n\n",
    "\n\n<div>raw <b>tags</b> & more</div>\n\n",
    "\n\n```\nas  it\n  stands\n```\n\n",
    "\n\n| a | b |\n|---|---|\n| c | d |\n\n",
    "\r\n\r\n",
    "\n\n[^1]: A note\n    that goes on.\n\n",
    "<!-- gone -->",
    "é 𝒳 ",
  ];
  it("hold for Markdown put together at random", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }),
        async (parts) => {
          const text = `Words. ${parts.join("")}`;
          const document = await read(text, "markdown");
          sound(document, text);
        },
      ),
      { seed: 20_260_102, numRuns: 300 },
    );
  });

  it("lead to the word's own line and column", async () => {
    const text = "# Air\r\n\r\nAn *odd* claim\r\nwith a \\[sign\\] and R&amp;D in Gent.\r\n";
    const document = await read(text, "markdown");
    const at = document.text.indexOf("Gent");
    expect(fileRegions(document, text)({ start: at, end: at + 4 })).toEqual({
      start: { line: 4, column: 32 },
      end: { line: 4, column: 36 },
    });
  });
});
