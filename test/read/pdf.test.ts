/** PDF pages made for one difficulty each. */
import { describe, expect, it } from "vitest";
import { readDocument } from "../../core/read/index.ts";
import { printReading } from "./make/outline.ts";
import { makePdf, type PdfLine, type PdfOptions, type PdfPage, setParagraph } from "./make/pdf.ts";

async function shown(pages: readonly PdfPage[], options?: PdfOptions): Promise<string> {
  const result = await readDocument(makePdf(pages, options));
  if (!result.ok) throw new Error(result.problem.message);
  return printReading(result.document).replace(/⟨page \d+⟩/g, "");
}

const prose =
  "Eastern courts long treated the flow of a stream as something that no owner could exhaust, and under that rule a mill could take water but had to return it undiminished to the bed.";
const set = (text: string, x: number, y: number, width: number, size = 10): PdfLine[] =>
  setParagraph([{ text }], { x, y, width, size }).lines;

describe("a PDF", () => {
  it("is read column by column, the paragraph going on over the gutter", async () => {
    const left = set(`${prose} ${prose}`, 50, 100, 230);
    const cut = left.findIndex((line) => line.y > 160);
    const right = left
      .slice(cut)
      .map((line) => ({ ...line, x: line.x + 265, y: line.y - left[cut]!.y + 100 }));
    expect(await shown([{ lines: [...left.slice(0, cut), ...right] }])).toBe(`paragraph ${prose} ${prose}`);
  });

  it("sorts the columns itself where the file jumps about", async () => {
    const left = set(prose, 50, 100, 230);
    const right = set(prose.toUpperCase(), 315, 100, 230);
    const rows = [...left, ...right].sort((a, b) => b.y - a.y || a.x - b.x);
    const text = await shown([{ lines: rows }]);
    expect(text.toUpperCase()).toBe(`paragraph ${prose}\nparagraph ${prose}`.toUpperCase());
  });

  it("names running heads and page numbers, and joins the paragraph over the page", async () => {
    const words = set(`${prose} ${prose}`, 50, 100, 480);
    const page = (lines: PdfLine[], number: string): PdfPage => ({
      lines: [
        { x: 50, y: 40, size: 8, text: "Journal of Water, Vol. 2" },
        ...lines,
        { x: 290, y: 810, size: 8, text: number },
      ],
    });
    const cut = words.findIndex((line) => line.y > 120);
    const second = words.slice(cut).map((line) => ({ ...line, y: line.y - 20 }));
    expect(await shown([page(words.slice(0, cut), "11"), page(second, "12")])).toBe(
      [
        `paragraph ${prose} ${prose}`,
        "chrome Journal of Water, Vol. 2",
        "chrome 11",
        "chrome Journal of Water, Vol. 2",
        "chrome 12",
      ].join("\n"),
    );
  });

  it("rejoins parted words, keeps real hyphens and marks raised numbers", async () => {
    const at = (y: number, text: string, x = 50): PdfLine => ({ x, y, size: 10, text });
    const lines = [
      at(100, "The treatment of a long-term illness, a well-known treat-"),
      at(112, "ment, is long-"),
      at(124, "term care"),
      { x: 87.6, y: 120.5, size: 6, text: "3,5" },
      at(124, "and no more.", 99),
    ];
    expect(await shown([{ lines }])).toBe(
      "paragraph The treatment of a long-term illness, a well-known treatment, is long-term care^{3,5} and no more.",
    );
  });

  it("puts the notes at the foot behind the paragraph that crosses the page", async () => {
    const place = { x: 50, y: 130, width: 480, size: 10 };
    const runs = [{ text: prose }, { text: "1", raised: true }, { text: ` ${prose} ${prose}` }];
    const words = setParagraph(runs, place).lines;
    const cut = words.findIndex((line) => line.y > 155);
    const note = set("Halvorsen v. Pike Mill Co., 41 N.E. 210.", 54, 703, 400, 8);
    const first = [...words.slice(0, cut), { x: 50, y: 700, size: 6, text: "1" }, ...note];
    const second = words.slice(cut).map((line) => ({ ...line, y: line.y - 20 }));
    const text = await shown([{ lines: first }, { lines: second }]);
    expect(text.split("\n").map((line) => line.split(" ")[0])).toEqual(["paragraph", "note"]);
    expect(text).toContain("note ^{1} Halvorsen v. Pike Mill Co.");
  });

  it("tells headings by their type and a list of entries by its hanging indent", async () => {
    const entry = (y: number, label: string): PdfLine[] => [
      {
        x: 50,
        y,
        size: 9,
        text: `${label} Rowe M. Tolls and tonnage of the western canals, and what became of`,
      },
      { x: 64, y: y + 11, size: 9, text: "them in the years of the railway. Leicester: Midland; 1979." },
    ];
    const lines = [
      ...set(prose, 50, 100, 480),
      { x: 50, y: 150, size: 13, text: "References", bold: true },
      ...entry(170, "1."),
      ...entry(192, "2."),
      ...entry(214, "3."),
    ];
    const text = await shown([{ lines }]);
    expect(text.split("\n").map((line) => line.slice(0, 14))).toEqual([
      "paragraph East",
      "heading1 Refer",
      "paragraph 1. R",
      "paragraph 2. R",
      "paragraph 3. R",
    ]);
  });

  it("knows the printed page numbers", async () => {
    const labels = "/PageLabels << /Nums [0 << /S /D /St 674 >>] >>";
    const file = new TextDecoder("latin1")
      .decode(makePdf([{ lines: set(prose, 50, 100, 480) }, { lines: set(prose, 50, 100, 480) }]))
      .replace("/Type /Catalog", `/Type /Catalog ${labels}`);
    const result = await readDocument(Uint8Array.from(file, (c) => c.charCodeAt(0)));
    expect(result.ok && result.document.hints.filter(({ kind }) => kind === "page")).toMatchObject([
      { label: "674" },
      { label: "675" },
    ]);
  });
});
