/** The text is sacred on the screen as well: every character, once, in order; and hostile text stays text. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FlowPart, flow, type Inline, type Paragraph } from "../../client/reading/flow.ts";
import { stretches } from "../../client/reading/stretches.ts";
import { analyse } from "../../core/analyse.ts";
import type { Analysis, Block, BlockKind, Marker, Note, Statement } from "../../core/model.ts";
import { readText } from "../../core/read/text.ts";
import { setUpDesk } from "./support/desk.ts";

const paragraphs = (part: FlowPart): readonly Paragraph[] =>
  "paragraphs" in part ? part.paragraphs : [part];

function words(text: string, parts: readonly Inline[]): string {
  return parts.map((p) => (p.kind === "claim" ? words(text, p.parts) : text.slice(p.start, p.end))).join("");
}

/** What the flow and the notes show together, without white space, which may be set otherwise. */
function shown(analysis: Pick<Analysis, "document" | "blocks" | "statements" | "markers" | "notes">): string {
  const { text } = analysis.document;
  const pieces = [
    ...stretches(flow(analysis))
      .flat()
      .flatMap(paragraphs)
      .map((p) => ({ start: p.start, words: words(text, p.parts) })),
    ...analysis.notes.map((n) => ({ start: n.start, words: text.slice(n.start, n.end) })),
  ].sort((a, b) => a.start - b.start);
  return pieces
    .map((p) => p.words)
    .join("")
    .replace(/\s+/g, "");
}

describe("the flow", () => {
  const folder = resolve(import.meta.dirname, "../golden");
  const files = readdirSync(folder).filter((f) => f.endsWith(".txt"));
  it.each(files)("shows every character of %s once", (file) => {
    const analysis = analyse(readText(readFileSync(join(folder, file)), file));
    expect(shown(analysis)).toBe(analysis.document.text.replace(/\s+/g, ""));
  });

  it("does so whatever blocks, statements, markers and notes it is given", () => {
    const span = fc
      .tuple(fc.nat(120), fc.nat(40))
      .map(([start, length]) => ({ start, end: start + length + 1 }));
    const kinds: readonly BlockKind[] = [
      "text",
      "heading",
      "paragraph",
      "list-item",
      "table-row",
      "chrome",
      "note",
    ];
    const input = fc.record({
      text: fc.string({
        minLength: 162,
        maxLength: 200,
        unit: fc.constantFrom("a", "b", "1", " ", "\n", ".", "é"),
      }),
      blocks: fc.array(fc.tuple(span, fc.constantFrom(...kinds))),
      statements: fc.array(
        fc.tuple(span, fc.constantFrom("claim" as const, "chrome" as const, "heading" as const)),
      ),
      markers: fc.array(span),
      notes: fc.array(span, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(input, ({ text, blocks, statements, markers, notes }) => {
        const apart = notes
          .sort((a, b) => a.start - b.start)
          .filter((n, i, all) => i === 0 || n.start >= all[i - 1]!.end);
        const analysis = {
          document: { text } as Analysis["document"],
          blocks: blocks.map(([s, kind]): Block => ({ ...s, kind })),
          statements: statements.map(([s, kind], i) => ({ ...s, kind, id: `s${i}` }) as Statement),
          markers: markers.map((s, i) => ({ ...s, id: `m${i}` }) as Marker),
          notes: apart.map((s, i) => ({ ...s, id: `n${i}` }) as Note),
        };
        expect(shown(analysis)).toBe(text.replace(/\s+/g, ""));
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("on the screen", () => {
  const desk = setUpDesk();

  it("is the document's own text when what was added is taken away", async () => {
    const page = await desk.openSample();
    const seen = await page.evaluate(() => {
      const article = document.querySelector(".document")!.cloneNode(true) as HTMLElement;
      for (const added of article.querySelectorAll("[data-added]")) added.remove();
      const pieces = [...article.querySelectorAll<HTMLElement>("[data-from]")];
      pieces.sort((a, b) => Number(a.dataset.from) - Number(b.dataset.from));
      return pieces.map((p) => p.textContent).join("");
    });
    expect(seen.replace(/\s+/g, "")).toBe(desk.sample().analysis.document.text.replace(/\s+/g, ""));
    expect(await page.locator(".fold").count()).toBe(2);
  });

  it("leaves hostile text as text", async () => {
    const page = await desk.open();
    const hostile = [
      "A claim <img src=x onerror=alert(1)> with <script>alert(2)</script> inside it stands here.1",
      "",
      "",
      '1 Eve "><svg onload=alert(3)> Mallory. {{constructor}} javascript:alert(4). J Bad Things. 2001;1(1):1-2.',
    ].join("\n");
    await page.getByRole("button", { name: "Import" }).click();
    await page.getByRole("textbox", { name: /paste the text/ }).fill(hostile);
    await page.getByRole("button", { name: "Read the text" }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".document").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator(".document").textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await page.locator(".document img, .document script, .document svg:not(.glyph)").count()).toBe(0);
  });
});
