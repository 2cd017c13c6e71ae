/**
 * Notes that are made to take long. In a process of their own: behind the case files of notes the same text took three
 * times as long.
 */
import { describe, expect, it } from "vitest";
import { splitNote } from "../core/reference/note/index.ts";
import { lineNotes, noParser } from "./support/note-outline.ts";

describe("hostile notes", () => {
  const hostile: Readonly<Record<string, string>> = {
    brackets: "(".repeat(20_000),
    quotes: "“".repeat(20_000),
    digits: "1".repeat(20_000),
    pages: "12, ".repeat(6_000),
    names: "Smith, ".repeat(4_000),
    others: "et al. ".repeat(4_000),
    semicolons: ";".repeat(20_000),
    sentences: "It is so. ".repeat(3_000),
    ibid: "Ibid. ".repeat(4_000),
    commas: "Smith, Towns, 12, which is so, and Jones, ".repeat(500),
    cases: "v. ".repeat(8_000),
    remarks: "Smith, Towns, 12, on old things, and Jones, Roads, 3, ".repeat(300),
    qualifiers: "Smith, Towns, 12 and, so to say, ".repeat(600),
    talks: "Ada Bell, interview by the author, ".repeat(800),
    speakers: `interview with ${"Ada Bell and Tom Pike, ".repeat(1_000)}`,
    dashes: "p. 1–".repeat(6_000),
    blanks: `Smith,${" ".repeat(30_000)}12`,
    leaves: "fos 1v–2r, fo. 3r, ".repeat(2_000),
    figures: "Company data, not published, ".repeat(1_500),
    things: `State v. One 1971 ${"Schooner 1971 ".repeat(2_000)}, 3 P.2d at 5`,
    aliases: "Bell, Report 9 (2014) [hereinafter Toll], ".repeat(700),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`takes ${name} in bounded time`, () => {
      const [note] = lineNotes(text, false);
      // Processor time: on a busy machine the clock says nothing.
      const before = process.cpuUsage();
      splitNote(text, note!, { parse: noParser });
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
    }, 60_000);
  }
});
