/** The format is found by content; the name only breaks ties; what is no document is refused with a remedy. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../core/read/index.ts";
import { makeDocx, paragraph, run } from "./make/docx.ts";
import { makePdf } from "./make/pdf.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe("the format", () => {
  it.each<[string, string | null, Uint8Array]>([
    ["text", null, bytes("A plain page.\n\nIt has [1] and * and (2).\n")],
    ["text", "a.md.txt", bytes("# not a heading, but one line\n")],
    ["markdown", null, bytes("# Title\n\nWords[^1] and [a link](https://x.org).\n\n[^1]: A note.\n")],
    ["markdown", "a.md", bytes("Just words.\n")],
    ["markdown", "a.txt", bytes("# Title\n\nA [@key2010, p. 3].[^1]\n\n[^1]: A note.\n")],
    ["html", "a.txt", bytes("<!-- saved --><!DOCTYPE html><p>Words</p>")],
    ["html", null, bytes("<p>Words <b>here</b></p>")],
    [
      "html",
      null,
      bytes('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>x</p></body></html>'),
    ],
    [
      "jats",
      "a.html",
      bytes('<?xml version="1.0"?><!DOCTYPE article><article><body><p>x</p></body></article>'),
    ],
    ["wikitext", null, bytes("'''A''' is [[b]].<ref>{{cite web|title=T}}</ref>\n\n== C ==\nWords.\n")],
    [
      "wikitext",
      null,
      bytes("<mediawiki><page><title>T</title><revision><text>''A''</text></revision></page></mediawiki>"),
    ],
    ["docx", "a.pdf", makeDocx({ body: paragraph(run("Words")) })],
    ["pdf", "a.docx", makePdf([{ lines: [{ x: 72, y: 72, size: 12, text: "Words enough to read" }] }])],
  ])("is %s (%s)", async (format, name, file) => {
    const result = await readDocument(file, { name });
    expect(result.ok ? result.document.format : result.problem).toBe(format);
  });
});

describe("a refusal", () => {
  it.each<[string, string, RegExp, Uint8Array]>([
    ["nothing", "empty", /empty/, new Uint8Array()],
    ["blanks", "empty", /no words/, bytes(" \n\n ")],
    ["tags without words", "empty", /no words/, bytes("<!DOCTYPE html><script>x</script>")],
    ["old Word", "foreign", /old Word/, latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest")],
    [
      "a locked Word file",
      "encrypted",
      /password/,
      latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"EncryptedPackage".split("").join("\0")}\0`),
    ],
    ["a spreadsheet", "foreign", /Excel/, zipSync({ "xl/workbook.xml": strToU8("<x/>") })],
    ["a book", "foreign", /EPUB/, zipSync({ "META-INF/container.xml": strToU8("<x/>") })],
    ["an archive", "foreign", /zip archive/, zipSync({ "a.txt": strToU8("x") })],
    ["a picture", "foreign", /picture \(PNG\)/, latin("\x89PNG\r\n\x1a\n")],
    [
      "an EndNote library",
      "foreign",
      /list of references/,
      bytes('<?xml version="1.0"?><xml><records><record/></records></xml>'),
    ],
    ["rich text", "foreign", /Rich Text/, latin("{\\rtf1 x}")],
    ["noise", "foreign", /not a document/, Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256)],
    ["other XML", "foreign", /TEI/, bytes("<?xml version='1.0'?><TEI><text/></TEI>")],
    [
      "half a Word file",
      "truncated",
      /end of the file/,
      makeDocx({ body: paragraph(run("Words")) }).subarray(0, 300),
    ],
    ["a PDF of pictures", "scanned", /no text/, makePdf([{ lines: [] }, { lines: [] }])],
    [
      "a locked PDF",
      "encrypted",
      /password/,
      makePdf([{ lines: [{ x: 9, y: 9, size: 9, text: "x" }] }], {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >> /ID [<00> <00>]`,
      }),
    ],
    ["no PDF behind the sign", "damaged", /cannot be opened|cannot be read/, bytes("%PDF-1.4\nnothing")],
  ])("for %s is %s", async (_, code, message, file) => {
    const result = await readDocument(file);
    if (result.ok) throw new Error("read it");
    expect(result.problem.code).toBe(code);
    expect(result.problem.message).toMatch(message);
    expect(result.problem.remedy).toMatch(/\.$/);
  });

  it("names the limit that was passed", async () => {
    const limits = [
      [{ bytes: 10 }, "too-large"],
      [{ depth: 5 }, "too-deep"],
      [{ characters: 20 }, "too-large"],
      [{ elements: 3 }, "too-large"],
    ] as const;
    const file = bytes(`<!DOCTYPE html>${"<div>".repeat(9)}Words in a page that is not short.`);
    for (const [limit, code] of limits) {
      const result = await readDocument(file, { limits: limit });
      expect(result.ok ? "read" : result.problem.code).toBe(code);
    }
  });
});

describe("the document", () => {
  it("is the same for the same bytes and knows its hash", async () => {
    const file = bytes("<p>Words</p>");
    const [a, b] = await Promise.all([readDocument(file), readDocument(file, { name: "x.html" })]);
    if (!a.ok || !b.ok) throw new Error("not read");
    expect(b.document).toEqual({ ...a.document, name: "x.html" });
    expect(a.document.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("takes the bibliography beside it", async () => {
    const bibliography = [
      { name: "a.bib", bytes: bytes("@book{rowe1979, author={Rowe, Martin}, title={Tolls}, year=1979}") },
      { name: "b.json", bytes: bytes('[{"id": 7, "type": "book", "title": "T", "abstract": "x"}]') },
    ];
    const result = await readDocument(bytes("See [@rowe1979].\n"), { name: "a.md", bibliography });
    expect(result.ok && result.document.bibliography).toEqual([
      {
        id: "rowe1979",
        type: "book",
        author: [{ family: "Rowe", given: "Martin" }],
        title: "Tolls",
        issued: { "date-parts": [[1979]] },
      },
      { id: "7", type: "book", title: "T" },
    ]);
  });

  it("keeps encodings apart", async () => {
    const page = (charset: string) => `<!DOCTYPE html><meta charset="${charset}"><p>Gr\xfc\xdfe`;
    const result = await readDocument(latin(page("iso-8859-1")));
    expect(result.ok && result.document.text).toBe("Grüße");
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[..."<p>Größe</p>"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const second = await readDocument(utf16);
    expect(second.ok && second.document.text).toBe("Größe");
  });
});
