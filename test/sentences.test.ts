/** Runs the sentence cases: each input against its expected outline, and the kinds of single sentences. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../core/text/sentences/index.ts";

const folder = join(import.meta.dirname, "cases/sentences");

interface Case {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
}

/** A case file: a line of purpose, then cases "=== name", input, a line of three dots, expected outline. */
function cases(file: string): Case[] {
  return readFileSync(join(folder, file), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const name = part.slice(0, part.indexOf("\n"));
      const [input, expected] = part.slice(name.length + 1).split(/^\.\.\.\n/m);
      return { name, input: input!.replace(/\n$/, ""), expected: expected!.trimEnd() };
    });
}

/** One sentence a line; a line end inside a sentence is shown as ⏎. */
function outline(text: string): string {
  return splitSentences(text)
    .map((s) => text.slice(s.start, s.end).replace(/\r?\n/g, "⏎"))
    .join("\n");
}

for (const file of readdirSync(folder).filter((f) => f.endsWith(".case") && f !== "kinds.case")) {
  describe(`sentences: ${file}`, () => {
    it.each(cases(file).map((c) => [c.name, c] as const))("%s", (_, c) => {
      expect(outline(c.input)).toBe(c.expected);
    });
  });
}
