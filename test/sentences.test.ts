/** Runs the sentence cases: each input against its expected outline, and the kinds of single sentences. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BlockKind, StatementKind } from "../core/model.ts";
import { hasDisclaimerLabel, statementKind } from "../core/text/kinds.ts";
import { splitSentences } from "../core/text/sentences/index.ts";

const folder = join(import.meta.dirname, "cases/sentences");

interface Case {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
}

/** A case file: a line of purpose, then cases "=== name", input, a line of three dots, expected outline. */
function cases(file: string): Case[] {
  return readFileSync(join(folder, file), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const name = part.slice(0, part.indexOf("\n"));
      const [input, expected] = part.slice(name.length + 1).split(/^\.\.\.\n/m);
      return { name, input: input!.replace(/\n$/, ""), expected: expected!.trimEnd() };
    });
}

/** One sentence a line; a line end inside a sentence is shown as ⏎. */
function outline(text: string): string {
  return splitSentences(text)
    .map((s) => text.slice(s.start, s.end).replace(/\r?\n/g, "⏎"))
    .join("\n");
}

for (const file of readdirSync(folder).filter((f) => f.endsWith(".case") && f !== "kinds.case")) {
  describe(`sentences: ${file}`, () => {
    it.each(cases(file).map((c) => [c.name, c] as const))("%s", (_, c) => {
      expect(outline(c.input)).toBe(c.expected);
    });
  });
}

describe("sentences with markers known beforehand", () => {
  const split = (text: string, ...markers: readonly string[]) => {
    let from = 0;
    const spans = markers.map((m) => {
      const start = text.indexOf(m, from);
      from = start + m.length;
      return { start, end: from };
    });
    return splitSentences(text, { markers: spans }).map((s) => text.slice(s.start, s.end));
  };

  it("takes a number behind a number for what it is said to be", () => {
    const text = "The register counted 31 in 2014.5 Boats sank.";
    expect(split(text, "5")).toEqual(["The register counted 31 in 2014.5", "Boats sank."]);
    expect(split("It rose to 4.2 Critics say.")).toEqual(["It rose to 4.2 Critics say."]);
  });

  it("never ends inside a marker", () => {
    const text = "It fell (see Weber et al. 2008. The Lancet, p. 4). Others rose.";
    const marker = "(see Weber et al. 2008. The Lancet, p. 4)";
    expect(split(text, marker)).toEqual([`It fell ${marker}.`, "Others rose."]);
  });

  it("keeps a marker set off by a space with the sentence it ends", () => {
    const text = "It fell. (Weber, 2008) Others rose. Marsh (2010) agreed.";
    const expected = ["It fell. (Weber, 2008)", "Others rose.", "Marsh (2010) agreed."];
    expect(split(text, "(Weber, 2008)", "Marsh (2010)")).toEqual(expected);
  });

  it("leaves a citation in the text with the sentence it begins", () => {
    const text = "It fell. Marsh (2010) agreed. [6] reports more.";
    expect(split(text, "Marsh (2010)", "[6]")).toEqual([
      "It fell.",
      "Marsh (2010) agreed.",
      "[6] reports more.",
    ]);
  });

  it("goes on behind an abbreviation with a marker", () => {
    expect(split("As Smith et al.5 have shown, it fell.7 It did.", "5", "7")).toEqual([
      "As Smith et al.5 have shown, it fell.7",
      "It did.",
    ]);
  });

  it("splits a part of the text as if it stood alone", () => {
    const text = "One. Two.1 Three. Four.";
    const spans = splitSentences(text, { range: { start: 5, end: 17 }, markers: [{ start: 9, end: 10 }] });
    expect(spans.map((s) => text.slice(s.start, s.end))).toEqual(["Two.1", "Three."]);
  });
});

const everyKind: readonly StatementKind[] = ["claim", "heading", "disclaimer", "chrome", "table", "other"];

/** Sections named after a kind hold sentences of that kind; others name the place, and each line its kind. */
function kindLines(): readonly (readonly [string, StatementKind, string])[] {
  return readFileSync(join(folder, "kinds.case"), "utf8")
    .split(/^=== /m)
    .slice(1)
    .flatMap((part) => {
      const [head, ...lines] = part.trimEnd().split("\n");
      const kind = everyKind.find((k) => k === head);
      return lines.map((line) => {
        if (kind) return ["paragraph", kind, line] as const;
        const cut = line.indexOf(" | ");
        return [head!, line.slice(0, cut) as StatementKind, line.slice(cut + 3)] as const;
      });
    });
}

describe("kinds", () => {
  it.each(kindLines())("%s: %s: %s", (place, kind, text) => {
    const blockKind: BlockKind = place === "list-item" ? "list-item" : "paragraph";
    const position = {
      sentence: 0,
      underTitle: place === "title",
      edge: false,
      ofDocument: false,
      cites: false,
    };
    expect(statementKind({ text, blockKind, disclaims: false, position })).toBe(kind);
  });

  it("follow the block where the block decides", () => {
    const position = { sentence: 0, underTitle: false, edge: false, ofDocument: false, cites: false };
    const kind = (blockKind: BlockKind, text: string, blockText = text) =>
      statementKind({ text, blockKind, disclaims: hasDisclaimerLabel(blockText), position });
    expect(kind("heading", "What makes this gas so dangerous?")).toBe("heading");
    expect(kind("table-row", "Hale to Brook | 11 | 14 miles")).toBe("table");
    expect(kind("chrome", "NORTHERN MOBILITY FORUM")).toBe("chrome");
    expect(kind("chrome", "This site does not replace advice from your doctor.")).toBe("disclaimer");
    expect(kind("paragraph", "Ask your doctor.", "Disclaimer: We are no doctors. Ask your doctor.")).toBe(
      "disclaimer",
    );
    expect(kind("paragraph", "View site Terms of Use.", "Disclaimer: … View site Terms of Use.")).toBe(
      "chrome",
    );
  });
});
