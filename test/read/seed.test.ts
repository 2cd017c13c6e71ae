/** The seed page copied from a browser, saved as HTML, as Word and as PDF: the same claims, sources and edges. */
import { beforeAll, describe, expect, it } from "vitest";
import { analysed, type Essence, essence } from "./make/essence.ts";
import { seedDocx, seedHtml, seedPage, seedPdf, seedText } from "./make/seed.ts";

const page = seedPage();
let expected: Essence;
beforeAll(async () => {
  expected = essence(await analysed(seedText));
});

describe("the seed", () => {
  it("has claims, sources and edges as copied text", () => {
    expect(expected.claims.length).toBeGreaterThan(5);
    expect(expected.sources.length).toBeGreaterThan(2);
    expect(expected.edges.length).toBeGreaterThan(3);
  });

  it("gives the same as HTML", async () => {
    expect(essence(await analysed(new TextEncoder().encode(seedHtml(page))))).toEqual(expected);
  });

  it("gives the same as a Word file with real footnotes", async () => {
    expect(essence(await analysed(seedDocx(page)))).toEqual(expected);
  });

  it("gives the same as a PDF", async () => {
    expect(essence(await analysed(seedPdf(page)))).toEqual(expected);
  });
});
