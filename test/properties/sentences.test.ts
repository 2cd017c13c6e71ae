/** Properties of the sentence splitter: what its spans cover, what cannot change them, and how long it may take. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../core/model.ts";
import { isChromeLine, isDocumentLine, isHeadingLine } from "../../core/text/kinds.ts";
import { splitSentences } from "../../core/text/sentences/index.ts";

const seed = 20_240_229;
const piece = fc.constantFrom(
  ...[
    "The gene is lost.1 ",
    "Dr. A. B. Weber, e.g. ",
    "(see Fig. 2. Not there) ",
    "“It went. It came.” ",
    "n = 5.2,3 ",
  ],
  ...[
    "... ",
    ". . . ",
    "[1,2] ",
    ".[3][4] Next ",
    "¹,² ",
    "† ",
    "1) one 2) two ",
    "• item ",
    "a\n",
    "b\r\n",
    "\n\n",
    "\t",
  ],
  ...[
    ")",
    "(",
    "[",
    "]",
    '"',
    "'",
    "«",
    "»",
    "„",
    "“",
    "”",
    "’",
    ".",
    "!",
    "?",
    "…",
    "。",
    "\u00a0",
    "\u2029",
    "\ufeff",
  ],
  ...[
    "U.S. ",
    "et al. ",
    "3. Mai ",
    "cDNA ",
    "é",
    "ß",
    "漢字",
    "😀",
    "\ud83d",
    "0",
    "12",
    "2004.5 By ",
    ", ",
    "- ",
    "*",
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((p) => p.join("")),
  fc.string({ unit: "binary", maxLength: 80 }),
);
const run = (property: fc.IProperty<[string]> | fc.IProperty<[string, string]>) =>
  fc.assert(property as fc.IProperty<unknown>, { seed, numRuns: 3000 });

function sound(input: string, spans: readonly Span[], from = 0, to = input.length): void {
  let at = from;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(to);
    expect(input.slice(at, start).trim()).toBe("");
    expect(input.slice(start, end).trim()).toBe(input.slice(start, end));
    at = end;
  }
  expect(input.slice(at, to).trim()).toBe("");
}

describe("sentence spans", () => {
  it("are ordered, inside, trimmed, and hold every other character once", () => {
    run(fc.property(text, (t) => sound(t, splitSentences(t))));
  });

  it("end at every empty line, and nothing behind it changes them", () => {
    run(
      fc.property(text, text, (a, b) => {
        const alone = splitSentences(a);
        expect(splitSentences(`${a}\n\n${b}`).slice(0, alone.length)).toEqual(alone);
      }),
    );
  });

  it("depend on the range alone", () => {
    run(
      fc.property(text, text, (a, b) => {
        const inside = splitSentences(`${a}${b}${a}`, {
          range: { start: a.length, end: a.length + b.length },
        });
        const shifted = splitSentences(b).map((s) => ({ start: s.start + a.length, end: s.end + a.length }));
        expect(inside).toEqual(shifted);
      }),
    );
  });

  it("never end inside a known marker, and are sound whatever the markers are", () => {
    run(
      fc.property(text, text, (t, noise) => {
        const markers: Span[] = [];
        let at = 0;
        for (const unit of noise) {
          const start = at + (unit.charCodeAt(0) % 7);
          const end = start + 1 + (unit.charCodeAt(0) % 5);
          if (end <= t.length) markers.push({ start, end });
          at = end;
        }
        const spans = splitSentences(t, { markers });
        sound(t, spans);
        for (const s of spans) {
          const gap = (m: Span) => m.start < s.end && s.end < m.end && t.slice(m.start, m.end).trim() !== "";
          const emptyLine = (m: Span) => /\s/.test(t.slice(m.start, m.end));
          expect(markers.filter((m) => gap(m) && !emptyLine(m))).toEqual([]);
        }
      }),
    );
  });
});

describe("hostile input", () => {
  const n = 100_000;
  const inputs: readonly (readonly [string, string])[] = [
    ["dots", ".".repeat(n)],
    ["spaced dots", ". ".repeat(n)],
    ["words and dots", "a.".repeat(n)],
    ["open brackets", "(".repeat(n)],
    ["open brackets and stops", "(A. ".repeat(n)],
    ["nested brackets", `${"(a. B ".repeat(n / 2)}${")".repeat(n / 2)}`],
    ["brackets behind stops", "a.[1".repeat(n)],
    ["quotes", '"'.repeat(n)],
    ["quotes and stops", '"A." '.repeat(n)],
    ["apostrophes", "'a. ".repeat(n)],
    ["et al.", "et al. ".repeat(n)],
    ["digits", "1".repeat(n)],
    ["number lists behind a stop", `x.${"1,".repeat(n)}`],
    ["superscripts", `x.${"¹,".repeat(n)}`],
    ["enumerators", "1) a ".repeat(n)],
    ["line ends", "a\n".repeat(n)],
    ["empty lines", "a\n\n".repeat(n)],
    ["white space", `a. ${" ".repeat(5 * n)}b. ${"\t".repeat(5 * n)}`],
    ["bullets", "• ".repeat(n)],
    ["a line of 5 MB", "The quick brown fox jumps over it. ".repeat(143_000)],
    ["a word of 5 MB", "x".repeat(5_000_000)],
    ["dotted word", "x.y".repeat(n)],
    ["question marks", "? a".repeat(n)],
  ];
  it.each(inputs)("%s end in time", (_, input) => {
    const start = performance.now();
    const spans = splitSentences(input);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(spans.length).toBeGreaterThan(0);
  });

  it("takes many markers in its stride", () => {
    const input = "It is so.1 ".repeat(n);
    const markers = Array.from({ length: n }, (_, i) => ({ start: i * 11 + 9, end: i * 11 + 10 }));
    const start = performance.now();
    expect(splitSentences(input, { markers }).length).toBe(n);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("kinds of lines that almost are furniture", () => {
  const lines: readonly (readonly [string, string])[] = [
    ["affiliations", `a institute${" of".repeat(75)}`],
    ["affiliations in capitals", `institute ${"Of ".repeat(70)}`],
    ["credits", `Reviewed by ${"Aa ".repeat(95)}`],
    ["credits of credits", "reviewed and ".repeat(20)],
    ["how and when", "last ".repeat(59)],
    ["hatnotes", `For ${"a, see ".repeat(30)}`],
    ["an open quotation", `“${"a".repeat(230)}`],
    ["bars", "· ".repeat(149)],
    ["names with signs", "Aa Bb1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1 and ".repeat(5)],
    ["labels", `A${" a".repeat(110)}`],
    ["choices", "Aaa:  b  ".repeat(30)],
    ["sizes", "text size s m l ".repeat(18)],
    ["one letter", "A".repeat(299)],
  ];
  it.each(lines)("%s end in time", (_, line) => {
    const start = performance.now();
    for (let i = 0; i < 50; i++) {
      isChromeLine(line);
      isDocumentLine(line.slice(0, 240));
      isHeadingLine(line.slice(0, 120), { alone: true, first: false, front: true });
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
