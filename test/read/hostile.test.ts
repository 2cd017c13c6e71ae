/**
 * Hostile files: each must end within a bound, with a document or one clear problem. Bounds are of processor time, so
 * that a busy machine passes, and many times what the readers take, so that only a cost that grows with the square fails.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Document, Format, Span } from "../../core/model.ts";
import { type ReadOptions, type ReadResult, readDocument } from "../../core/read/index.ts";
import { outline } from "../../core/text/index.ts";
import { makeDocx, paragraph, run } from "./make/docx.ts";
import { makePdf } from "./make/pdf.ts";
import { samples } from "./make/samples.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const bound = 8_000;

/** Reads within the bound; what comes back is a sound document or a problem with a remedy. */
async function read(file: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const started = process.cpuUsage();
  const result = await readDocument(file, options);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(bound);
  if (!result.ok) {
    expect(result.problem.message.length).toBeGreaterThan(10);
    expect(result.problem.remedy).not.toBe("");
    return result;
  }
  const { text, blocks, hints } = result.document;
  const inside = ({ start, end }: Span): boolean => start >= 0 && start <= end && end <= text.length;
  expect([...blocks, ...hints].filter((span) => !inside(span))).toEqual([]);
  return result;
}

/** A bound that a small bomb passes, so that the test packs no large one. */
const small = { expandedBytes: 10 * 1024 * 1024 };
const many = 100_000;
const textual: readonly Format[] = ["text", "markdown", "html", "wikitext"];
const floods: Readonly<Record<string, string>> = {
  "opening brackets": "[".repeat(many),
  "closing brackets": "]".repeat(many),
  digits: "1".repeat(many),
  "et al.": "et al. ".repeat(many / 4),
  quotes: `"'“`.repeat(many / 2),
  "unclosed tags": "<p><b><a href=x>".repeat(many / 8),
  "deep elements": "<div>".repeat(many / 2),
  "attributes without end": `<a ${"b ".repeat(many)}`,
  "stars and underscores": "*_a".repeat(many / 2),
  "nested quotations": `${"> ".repeat(many / 4)}a`,
  "footnote calls": "[^a]".repeat(many / 4),
  "footnote definitions": Array.from({ length: many / 20 }, (_, i) => `[^${i}]: x\n`).join(""),
  "refs without end": "<ref>".repeat(many / 4),
  templates: "{{a|".repeat(many / 4),
  "closed templates": "{{a}}".repeat(many / 8),
  "headings underlined": "a\n==\n".repeat(many / 20),
  "table bars": `a|b\n-|-\n${"|x".repeat(many / 4)}`,
  ampersands: "&amp;&x;&".repeat(many / 8),
  blanks: " \t\u00a0".repeat(many),
  "combining marks": `e${"\u0301".repeat(many)}`,
  "one line of 5 MB": "word ".repeat(1_000_000),
};

describe("a flood of", () => {
  it.each(Object.entries(floods))(
    "%s ends in every textual format",
    async (_, text) => {
      for (const format of textual) await read(bytes(text), { format });
    },
    bound * 15,
  );
});

describe("XML", () => {
  it("expands no entities", async () => {
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      "",
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE article [<!ENTITY l0 "ha">${laughs}]><article><body><p>&l12;</p></body></article>`;
    const result = await read(bytes(bomb));
    expect(result.ok && result.document.text).toBe("&l12;");
  });

  it("reads no file that an entity names", async () => {
    const file = `<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]><article><body><p>a&x;b</p></body></article>`;
    const result = await read(bytes(file), { format: "jats" });
    expect(result.ok && result.document.text).toBe("a&x;b");
  });

  it("is bounded in depth", async () => {
    const result = await read(bytes(`<article>${"<sec>".repeat(many)}`), { format: "jats" });
    expect(result.ok ? "read" : result.problem.code).toBe("too-deep");
  });
});

describe("a zip", () => {
  it("that unpacks without end is stopped on its way", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    const result = await read(bomb, { limits: small });
    expect(result.ok ? "read" : result.problem.code).toBe("bomb");
  }, 30_000);

  it("that lies about its sizes is found out", async () => {
    const file = makeDocx({ body: paragraph(run("Words")) });
    const lying = file.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 5, true);
    }
    const result = await read(lying);
    expect(result.ok ? "read" : result.problem.code).toBe("damaged");
  });

  it("with styles that are based on one another in a ring is read", async () => {
    const ring =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const result = await read(makeDocx({ body: paragraph(run("Words"), "A"), styles: ring }));
    expect(result.ok && result.document.text).toBe("Words");
  });

  it("with fields that never end is read or refused", async () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(2_000);
    await read(makeDocx({ body: paragraph(open + run("Words")) }));
  });
});

describe("a PDF", () => {
  const words = [{ lines: [{ x: 72, y: 72, size: 12, text: "Words enough to be read" }] }];
  const broken = (from: RegExp, to: string): Uint8Array =>
    latin(new TextDecoder("latin1").decode(makePdf(words)).replace(from, to));

  it.each<[string, Uint8Array]>([
    ["a page tree that is its own parent", broken(/\/Kids \[6 0 R\]/, "/Kids [2 0 R]")],
    ["a page that is its own contents", broken(/\/Contents 7 0 R/, "/Contents 6 0 R")],
    ["contents that point at themselves", broken(/\/Length \d+/, "/Length 7 0 R")],
    ["a font that is its own encoding", broken(/\/Encoding \/WinAnsiEncoding/, "/Encoding 3 0 R")],
    ["a billion pages", broken(/\/Count 1/, "/Count 1000000000")],
    ["a table of objects that begins nowhere", broken(/startxref\n\d+/, "startxref\n99999999")],
    ["names in a ring", makePdf(words, { extra: ["<< /Kids [8 0 R] >>"] })],
  ])("with %s ends", async (_, file) => {
    await read(file);
  });

  it("whose contents unpack without end is stopped", async () => {
    const { zlibSync } = await import("fflate");
    const packed = zlibSync(new Uint8Array(30 * 1024 * 1024).fill(0x20), { level: 9 });
    const text = new TextDecoder("latin1").decode(makePdf(words));
    const stream = `/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
    const [head, tail] = text.split(/\/Length \d+ >>\nstream\n[\s\S]*?(?=\nendstream)/) as [string, string];
    const file = new Uint8Array([...latin(head + stream), ...packed, ...latin(tail)]);
    const result = await read(file, { limits: small });
    expect(result.ok ? "read" : result.problem.code).toBe("bomb");
  }, 30_000);
});

describe("a file cut off", () => {
  const golden = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, "../golden", name));
  /** The sample with a part of it so many times, so that it has pages to lose. */
  const longer = (format: "jats" | "wikitext", part: RegExp, times: number): Uint8Array =>
    bytes(new TextDecoder().decode(samples[format]).replace(part, (found) => found.repeat(times)));
  const line = (y: number, text: string, size = 12) => ({ x: 72, y, size, text });
  const files: Readonly<Record<Format, Uint8Array>> = {
    text: golden("d01-monoxide-page.txt"),
    markdown: golden("d07-cookstove-brief.md"),
    html: golden("d09-canal-encyclopaedia.html"),
    docx: golden("more/m04-salvage-law.docx"),
    pdf: makePdf([
      {
        lines: [
          line(72, "On narrow canals", 18),
          line(110, "The canal opened late and carried lime for forty years [1]. It closed"),
          line(126, "when the railway came, as two of its keepers wrote [2]."),
          line(700, "References"),
          line(720, "[1] Carver A. Lime and water. Hale: Brook Press; 1984."),
          line(736, "[2] Rowe B. Keepers. J Canals. 1990;3(2):41-44."),
        ],
      },
    ]),
    jats: longer("jats", /<sec>.*<\/sec>/s, 6),
    wikitext: longer("wikitext", /The canal[\s\S]*\|\}\n/, 6),
  };

  it.each(Object.keys(files) as Format[])(
    "at every length ends (%s)",
    async (format) => {
      const file = files[format];
      for (let length = 0; length <= file.length; length++) {
        const result = await read(file.subarray(0, length));
        if (result.ok) expect(timeOfOutline(result.document)).toBeLessThan(bound);
      }
    },
    120_000,
  );
});

/** Milliseconds of processor time that the statements, markers and notes take. */
function timeOfOutline(document: Document): number {
  const started = process.cpuUsage();
  outline(document);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
