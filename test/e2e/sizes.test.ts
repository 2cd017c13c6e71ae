/** What a reader's browser has to fetch: the shell before the first sight of the text, and the graph behind it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const folder = join(inject("packageDir"), "dist/client");
const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Record<
  string,
  Chunk
>;

/** Returns the chunk and all that it imports before it runs. */
function closure(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, found);
  return found;
}

const kilobytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;

const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;
const shell = closure(entry);
const lazy = (key: string): string[] =>
  [...closure(key)].filter((k) => !shell.has(k)).map((k) => manifest[k]!.file);

describe("sizes, gzipped", () => {
  it("keeps the shell's scripts within 140 kB", () => {
    expect(kilobytes([...shell].map((key) => manifest[key]!.file))).toBeLessThan(140);
  });

  it("keeps the style sheets within 15 kB", () => {
    expect(kilobytes(new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? [])))).toBeLessThan(15);
  });

  it("keeps the graph's chunk within 65 kB", () => {
    expect(kilobytes(lazy("graph/canvas.tsx"))).toBeLessThan(65);
  });

  it("contains no reader, no bibliography program and no database", () => {
    const all = Object.values(manifest)
      .filter((chunk) => chunk.file.endsWith(".js"))
      .map((chunk) => readFileSync(join(folder, chunk.file), "utf8"))
      .join("\n");
    for (const trace of ["citation-js", "kysely", "sqlite", "pdfjs", "mammoth", "rehype", "saxes"])
      expect(all.toLowerCase()).not.toContain(trace);
  });
});
