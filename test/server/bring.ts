/** Papers, and documents that cite them, brought into a library without a text being read. */
import { expect } from "vitest";
import type { Csl } from "../../core/model.ts";
import { analysisSchema } from "../../core/schema.ts";
import { type MadeClaim, makeAnalysis } from "../../scripts/dev/library/analysis.ts";
import type { TestServer } from "./support.ts";

export const paper = (title: string, more: Partial<Csl> = {}): Csl => ({
  type: "article-journal",
  title,
  author: [{ family: "Brew", given: "A" }],
  issued: { "date-parts": [[2010]] },
  ...more,
});

export const washing = "Washing of hands in hospital wards";

/** Returns what brings a document in, each a moment after the one before, and gives its id. One claim a source if not said. */
export function bringsTo(server: () => TestServer) {
  let clock = 0;
  return async (
    name: string,
    sources: readonly Csl[],
    claims: readonly MadeClaim[] = sources.map((_, i) => ({ text: `Claim ${i} of ${name}.`, cites: [i] })),
    replaces: string | null = null,
  ): Promise<string> => {
    const analysis = makeAnalysis({
      name,
      claims,
      sources: sources.map((csl, i) => ({ csl, key: `key${i}`, label: csl.title ?? "Untitled" })),
    });
    expect(analysisSchema.safeParse(analysis).error).toBeUndefined();
    const bytes = Buffer.from(analysis.document.text);
    const importedAt = new Date(clock++).toISOString();
    await server().store.add({ analysis, bytes, importedAt, engine: "1", replaces });
    return analysis.document.id;
  };
}
