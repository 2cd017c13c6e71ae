/** Cutting notes into citations and commentary: case files and spans. */
import { describe, expect, it } from "vitest";
import type { Note } from "../core/model.ts";
import { splitNote, splitNotes } from "../core/reference/note/index.ts";
import { readCases } from "./support/case-file.ts";
import { loadGolden } from "./support/golden-outline.ts";
import { lineNotes, noParser, notesOutline } from "./support/note-outline.ts";

describe("case files", () => {
  for (const { file, title, input, expected } of readCases("notes")) {
    it(`${file}: ${title}`, () => {
      const parts = lineNotes(input, false).map((note) => splitNote(input, note, { parse: noParser }));
      expect(notesOutline(input, parts)).toBe(expected);
    });
  }
});

const noteOf = (text: string): Note => ({
  id: "n1",
  type: "footnote",
  label: "1",
  scope: 1,
  start: 0,
  end: text.length,
  bodyStart: 0,
  bodyEnd: text.length,
});

describe("a note under a star", () => {
  const words = "Associate Professor of Law, Tilden University. Thanks to the 2020 Workshop.";

  it("that says who wrote the document cites nothing", () => {
    const parts = splitNote(words, { ...noteOf(words), label: "*" });
    expect(parts.cites).toEqual([]);
    expect(parts.commentary).toEqual([{ start: 0, end: words.length }]);
  });

  it("may cite a work beside that", () => {
    const text = `${words} See Ada Bell, Rivers of Salt (London: Tern, 1990), 12.`;
    expect(splitNote(text, { ...noteOf(text), label: "*" }).cites.length).toBeGreaterThan(0);
  });
});

describe("a numbered entry of a reference list", () => {
  const cut = (text: string) => {
    const parts = splitNote(text, { ...noteOf(text), type: "reference" }, { parse: noParser });
    return parts.cites.map(({ form, raw }) => `${form} ${raw}`);
  };

  it.each([
    "Orr, P.; Tull, G.; Lind, C. Rust in old pipes measured by sound. Water Lett. 2016, 8, 77–91.",
    "Orr, P.; Tull, G.; et al. Rust in old pipes. Water Lett. 2016, 8 (3), 77–91.",
    "Holm, D. Bending, breaking and the mechanics of a joint. Water Lett. 2011, 3, 12–29.",
    "Tull-Orr, H. Pipes and People; Marram Press: Torvik, 2003.",
  ])("is one work though semicolons divide it: %s", (text) => {
    expect(cut(text)).toEqual([`full ${text}`]);
  });

  it("may hold several works", () => {
    const [a, b] = ["Orr P. Rust. Water Lett. 2016;8:77-91", "Holm D. Joints. Water Lett. 2011;3:12-29."];
    expect(cut(`${a}; ${b}`)).toEqual([`full ${a}`, `full ${b}`]);
  });
});

describe("golden notes", () => {
  it("cuts nearly every citation at its letter", () => {
    let all = 0;
    let right = 0;
    for (const golden of loadGolden()) {
      const notes = golden.notes.map((note) => ({
        id: note.id,
        type: note.type,
        label: note.label,
        scope: note.scope,
        start: note.start,
        end: note.end,
        bodyStart: note.labelEnd + /^[\s.)\]]*/.exec(golden.text.slice(note.labelEnd, note.end))![0].length,
        bodyEnd: note.end,
      }));
      const parts = splitNotes(golden.text, notes, { parse: noParser });
      golden.notes.forEach((note, i) => {
        const got = new Set(parts[i]!.cites.map(({ start, end, form }) => `${start}-${end} ${form}`));
        all += note.citations.length;
        right += note.citations.filter(({ start, end, form }) => got.has(`${start}-${end} ${form}`)).length;
      });
    }
    expect(right / all).toBeGreaterThanOrEqual(0.95);
  });
});

describe("spans", () => {
  const samples = readCases("notes").map(({ input }) => input);

  it("lie in the body, in order, and hold what they say", () => {
    for (const sample of samples) {
      for (const note of lineNotes(sample, false)) {
        const { cites, commentary } = splitNote(sample, note, { parse: noParser });
        let last = note.bodyStart;
        for (const cite of cites) {
          expect(cite.start).toBeGreaterThanOrEqual(last);
          expect(cite.end).toBeGreaterThan(cite.start);
          expect(cite.end).toBeLessThanOrEqual(note.bodyEnd);
          expect(sample.slice(cite.start, cite.end)).toBe(cite.raw);
          last = cite.end;
        }
        for (const span of commentary) expect(span.end).toBeLessThanOrEqual(note.bodyEnd);
      }
    }
  });

  it("move with the text before them", () => {
    const text = "Brew, 675. See also Weber, Neurology, p. 12.";
    const before = "A paragraph that stands in front.\n";
    const here = splitNote(text, noteOf(text), { parse: noParser });
    const note = { ...noteOf(text), bodyStart: before.length, bodyEnd: before.length + text.length };
    const there = splitNote(before + text, note, { parse: noParser });
    expect(there.cites.map((cite) => cite.start - before.length)).toEqual(
      here.cites.map((cite) => cite.start),
    );
  });
});
