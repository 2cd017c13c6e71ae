/** Double-spaced text: read like the same text without the empty lines, and found again in the file. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "../../core/read/text.ts";
import { outline } from "../../core/text/index.ts";
import { fileRegions } from "../../core/text-position.ts";

const read = (text: string) => readText(new TextEncoder().encode(text), "page.txt");
const page = `Rain on borrowed umbrellas

Most of the iodine in the body lies in the gland, which builds two hormones
from it and lets them go at a pace that nobody has measured so far.1 Without
enough of it the gland swells, and a goiter that can be seen from afar may
follow within some months of a diet of cabbage, rice and rain water.2

The salt that is sold in shops holds forty milligrams of it in a kilogram,
less where the bags have been open for a year or have stood in the sun,
and none at all where the maker thought that nobody would look at it.1,2
Bread made with such salt gives an adult a third of what a day needs.

References

1. Adler A, Brook C. Salt and the gland: a survey of four hundred kitchens in
the north of the country. J Med. 2001;1:1-2.
2. Baker B. What the sun does to a bag of salt. J Salt. 2002;2:1-2.`;
const doubled = `${page.replaceAll("\n", "\n\n")}\n`;

describe("a double-spaced text", () => {
  it("gives the outline of the single-spaced one, and says so", () => {
    const document = read(doubled);
    expect(document.text).toBe(page);
    expect(document.notices).toHaveLength(1);
    expect(outline(document)).toEqual(outline(read(`${page}\n`)));
  });

  it("is found again in the file, with any line ends", () => {
    for (const file of [doubled, doubled.replaceAll("\n", "\r\n")]) {
      const document = read(file);
      const at = fileRegions(document, file);
      const start = document.text.indexOf("Bread made");
      const region = at({ start, end: start + 10 })!;
      const lines = file.split(/\r?\n/);
      expect(lines[region.start.line - 1]!.slice(region.start.column - 1, region.end.column - 1)).toBe(
        "Bread made",
      );
    }
  });

  it("is one only where sentences break off: paragraphs of one line, lists and verses are left alone", () => {
    const paragraphs = page.replace(/(?<!\n)\n(?!\n)/g, " ");
    const list = Array.from({ length: 30 }, (_, i) => `Item ${i} of the list without a stop`).join("\n\n");
    for (const text of [page, paragraphs, list, doubled.toUpperCase().trimEnd()])
      expect(read(`${text}\n`).text).toBe(text.replace(/\n$/, ""));
  });

  it("keeps every word and its place, whatever the text", () => {
    const line = fc.oneof(fc.constant(""), fc.lorem({ maxCount: 12 }), fc.string({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(line, { minLength: 20, maxLength: 60 }), (lines) => {
        const file = lines.map((l) => l.replace(/[\r\n]/g, " ")).join("\n\n");
        const { text, origins } = read(file);
        expect(text.split(/\s+/).join(" ").trim()).toBe(file.split(/\s+/).join(" ").trim());
        for (const { start, end, source } of origins)
          expect(file.slice(source, source + end - start)).toBe(text.slice(start, end));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
