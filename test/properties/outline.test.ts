/** What holds for the outline of any text: spans nest, runs repeat, ids stay, hostile input ends soon. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document, Hint, Outline, Span } from "../../core/model.ts";
import { readText } from "../../core/read/text.ts";
import { entriesCited, outline } from "../../core/text/index.ts";

const seed = 20240611;
const golden = join(import.meta.dirname, "../golden");
const texts = ["seed/medical-response.txt", ...readdirSync(golden).filter((f) => f.endsWith(".txt"))].map(
  (f) => readFileSync(join(golden, f), "utf8"),
);
const read = (text: string): Document => readText(new TextEncoder().encode(text), null);

/** Returns what is wrong with spans that must lie apart, in order, inside the text. */
function apart(name: string, spans: readonly Span[], length: number): string[] {
  const wrong: string[] = [];
  let last = 0;
  for (const span of spans) {
    if (span.start < last || span.end <= span.start || span.end > length) {
      wrong.push(`${name} ${span.start}–${span.end} after ${last}`);
    }
    last = span.end;
  }
  return wrong;
}

/** Fails with everything that does not hold. Collected first: one expectation a span would take seconds. */
function holds(document: Document, found: Outline): void {
  const { text } = document;
  const wrong = [
    // A sentence may run on behind a page's end: the page's own words then stand within it.
    ...apart(
      "statement",
      found.statements.filter((s) => s.kind !== "chrome"),
      text.length,
    ),
    ...apart(
      "chrome",
      found.statements.filter((s) => s.kind === "chrome"),
      text.length,
    ),
    ...apart("marker", found.markers, text.length),
    ...apart("note", found.notes, text.length),
    ...apart("block", found.blocks, text.length),
  ];
  const ids = [...found.statements, ...found.markers, ...found.notes].map((x) => x.id);
  if (new Set(ids).size !== ids.length) wrong.push("an id is used twice");
  const noteIds = new Set(found.notes.map((n) => n.id));
  const markers = new Map(found.markers.map((m) => [m.id, m]));
  for (const m of found.markers) {
    if (m.text !== text.slice(m.start, m.end)) wrong.push(`marker text ${m.text}`);
    if (m.notes.some((note) => !noteIds.has(note))) wrong.push(`marker ${m.text} leads nowhere`);
    for (const c of m.cites) if (c.raw !== text.slice(c.start, c.end)) wrong.push(`cite ${c.raw}`);
  }
  for (const s of found.statements) {
    if (s.textEnd < s.start || s.textEnd > s.end) wrong.push(`text end of ${s.text}`);
    for (const id of s.markers) {
      const marker = markers.get(id);
      if (!marker || marker.start < s.start || marker.end > s.end) wrong.push(`marker outside ${s.text}`);
    }
  }
  for (const n of found.notes) {
    if (n.bodyStart < n.start || n.bodyEnd < n.bodyStart || n.bodyEnd > n.end)
      wrong.push(`body of note ${n.label}`);
  }
  expect(wrong).toEqual([]);
}

/** Pieces that look like the things an outline decides about. */
const bits = fc.constantFrom(
  "word",
  " ",
  " ",
  ". ",
  ".1",
  ".2 ",
  "1",
  "12,3",
  "[1]",
  "[2–4]",
  "(3)",
  "(Brew, 2010)",
  "Brew (2010)",
  "¹",
  "²⁻³",
  "*",
  "†",
  "\n",
  "\n\n",
  "\r\n",
  "\t",
  "References\n\n",
  "1. ",
  "2. ",
  "[1] ",
  "Notes\n",
  "et al.",
  "ibid.",
  "(p. 4)",
  "[@key]",
  "[^1]",
  "[^1]: ",
  "Weber T. Title. J Med. 2010;1:2-3.\n",
  "https://doi.org/10.1/x",
  "“",
  "”",
  "(",
  ")",
  "[",
  "]",
  "\f",
  "A",
  "é",
  "😀",
  "\u00ad",
);

describe("outline", () => {
  it("nests its spans on text put together at random", () => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 120 }), (parts) => {
        const document = read(parts.join(""));
        holds(document, outline(document));
      }),
      { seed, numRuns: 400 },
    );
  });

  it("nests its spans on damaged documents", () => {
    const damage = fc.record({
      text: fc.constantFrom(...texts),
      cuts: fc.array(fc.tuple(fc.nat(2600), fc.nat(40), fc.string({ maxLength: 6, unit: "binary" })), {
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(damage, ({ text, cuts }) => {
        let hurt = text;
        for (const [at, length, put] of cuts) hurt = hurt.slice(0, at) + put + hurt.slice(at + length);
        const document = read(hurt);
        holds(document, outline(document));
      }),
      { seed, numRuns: 250 },
    );
  });

  it("reads every beginning of a document", () => {
    for (let length = 0; length < texts[0]!.length; length += 13) {
      const document = read(texts[0]!.slice(0, length));
      holds(document, outline(document));
    }
  });

  it("gives the same outline twice", () => {
    for (const text of texts) expect(outline(read(text))).toEqual(outline(read(text)));
  });

  it("keeps all ids when a paragraph is put in front", () => {
    const before = outline(read(texts[0]!));
    const more = texts[0]!.replace(
      "Medical Response\n",
      "Medical Response\n\nA first paragraph tells nothing of it.\n",
    );
    const after = outline(read(more));
    const ids = new Set([...after.statements, ...after.markers, ...after.notes].map((x) => x.id));
    for (const x of [...before.statements, ...before.markers, ...before.notes])
      expect(ids.has(x.id)).toBe(true);
  });

  it("reads CRLF as LF", () => {
    for (const text of texts.filter((t) => !t.includes("\r"))) {
      const shape = (o: Outline, t: string) => ({
        statements: o.statements.map((s) => [
          s.kind,
          s.label,
          t.slice(s.start, s.end).replace(/\r/g, "").trimEnd(),
        ]),
        markers: o.markers.map((m) => [m.style, m.labels, m.dangling]),
        notes: o.notes.map((n) => [n.label, n.scope, t.slice(n.bodyStart, n.bodyEnd).replace(/\r/g, "")]),
      });
      const [lf, crlf] = [read(text), read(text.replace(/\n/g, "\r\n"))];
      expect(shape(outline(crlf), crlf.text)).toEqual(shape(outline(lf), lf.text));
    }
  });

  it("takes links of the format for facts", () => {
    const text = "One claim.1 Another claim 2 m2.\n\n1 Adler, Lamps.\n\n2 Baker, Gates.";
    const body = (label: string, words: string): Hint => {
      const start = text.indexOf(`${label} ${words}`);
      return {
        kind: "note-body",
        id: `fn${label}`,
        label,
        type: "footnote",
        start,
        end: start + 2 + words.length,
        bodyStart: start + 2,
      };
    };
    const document: Document = {
      ...read(text),
      format: "html",
      blocks: [
        { start: 0, end: 31, kind: "paragraph" },
        { start: 33, end: 48, kind: "note" },
        { start: 50, end: 65, kind: "note" },
      ],
      hints: [
        { kind: "note-call", start: 10, end: 11, target: "fn1" },
        { kind: "note-call", start: 26, end: 27, target: "fn2" },
        body("1", "Adler, Lamps."),
        body("2", "Baker, Gates."),
      ],
    };
    const found = outline(document);
    holds(document, found);
    expect(found.conventions).toEqual(["note-call"]);
    expect(found.markers.map((m) => [m.start, m.labels])).toEqual([
      [10, ["1"]],
      [26, ["2"]],
    ]);
    expect(found.notes.map((n) => [n.label, n.type])).toEqual([
      ["1", "footnote"],
      ["2", "footnote"],
    ]);
  });
});

describe("outline of hostile input", () => {
  const many = 20_000;
  const hostile: Readonly<Record<string, string>> = {
    "opening brackets": "[".repeat(many),
    "numbers in brackets": "[1]".repeat(many),
    "unclosed numbers": "(1,".repeat(many),
    digits: "1".repeat(many),
    "glued digits": "word1 ".repeat(many),
    "et al.": "Smith et al. (2010) ".repeat(many / 10),
    names: `${"Smith and ".repeat(many)}2010`,
    quotes: "“".repeat(many),
    keys: "[@a; ".repeat(many),
    symbols: "a† ".repeat(many),
    labels: "1. a\n".repeat(many),
    years: "(2010) ".repeat(many),
    entries: "Weber, T. (2010). A title. J Med, 1, 1-2.\n\n".repeat(many / 20),
    "wrapped entries": `References\n\n${"De La Al-Ruiz, A.-B. & van der Aa-Bb, X., 2010. A title of a book that is long enough.\nPress, Town.\n".repeat(many / 20)}`,
    "names without an end": `References\n\n${`${"Aa-Bb-Cc-Dd-Ee XX, ".repeat(5)}and so on it goes.\n`.repeat(many / 20)}`,
    headings: "References\n\n".repeat(many / 10),
    pages: `${texts[1]}\f`.repeat(40),
    "heads of pages": Array.from({ length: many / 4 }, (_, i) => `Okafor ${i}`).join("\n\n"),
    "one long line": "Lorem ipsum dolor sit amet. ".repeat(many * 2),
    blanks: " ".repeat(many * 10),
    "wide ranges": "[1-9999] ".repeat(many / 10),
  };

  it.each(Object.entries(hostile))("ends soon: %s", (_, text) => {
    const document = read(text);
    const start = performance.now();
    const found = outline(document);
    entriesCited(document.text, found);
    expect(performance.now() - start).toBeLessThan(5000);
    holds(document, found);
  });
});
