/** Notes that run over to the next page's foot: joined with their rest, called for and cut as one. */
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { auditAll } from "../core/audit/index.ts";
import { readText } from "../core/read/text.ts";

/** Two pages, the second of which has the rest of note 2 above its own note. */
const pages = (
  second: string,
  rest: string,
): string => `Lamps were lit by hand until the end of the war, as the registers of the town show in full.1 The
lighters went out in pairs, and both of them were paid by the quarter.2

1 A. Pell, ‘Wicks and wages’, Journal of Lamps 12 (2004), pp. 10–31.
2 ${second}

Lamps by Hand                                                                                   3

In the harbour quarter the lamps were left burning until the boats had come in with their fish.3

${rest}
3 C. Ruiz, ‘Oil for the quays’, Harbour Studies 7 (2011), pp. 50–64.
`;

function read(second: string, rest: string) {
  const document = readText(new TextEncoder().encode(pages(second, rest)), null);
  const analysis = analyse(document);
  const titles = new Map(analysis.sources.map((source) => [source.id, source.csl.title]));
  const claim = analysis.statements.find((s) => s.text.startsWith("The\nlighters"))!;
  return {
    analysis,
    cited: analysis.edges.filter((e) => e.claim === claim.id).map((e) => titles.get(e.source)),
    titles: [...titles.values()],
    found: auditAll(analysis).filter(({ code }) => code === "compound-note" || code === "orphan-note"),
  };
}

describe("a note that runs over to the next page", () => {
  it("backs its sentence with what it cites there", () => {
    const { cited, found } = read(
      "Town of Skane, Lighters’ Register (Skane: Town of Skane, 1919), p. 8;",
      "Pell, ‘Wicks and wages’, p. 22.",
    );
    expect(cited).toEqual(["Lighters’ Register", "Wicks and wages"]);
    expect(found.map(({ code, quote }) => [code, quote.slice(0, 9)])).toEqual([
      ["compound-note", "2 Town of"],
    ]);
  });

  it("has one reference that the page cuts in two", () => {
    const { analysis, cited } = read(
      "B. Holm, The Lighters of Skane and Their Pay: A History of the Municipal",
      "lamps (Skane: Kyst Press, 1987), p. 41.",
    );
    expect(cited).toEqual(["The Lighters of Skane and Their Pay: A History of the Municipal lamps"]);
    const { text } = analysis.document;
    for (const item of analysis.items) expect(text.slice(item.start, item.end)).toBe(item.raw);
  });

  it.each([
    ["inside a bracket", "B. Holm, The Lighters (Skane:", "Kyst Press, 1987), p. 41."],
    ["in front of a page", "B. Holm, The Lighters (Skane: Kyst Press, 1987), p.", "41. The book is rare."],
    ["behind a signal", "That is all. See", "B. Holm, The Lighters (Skane: Kyst Press, 1987), p. 41."],
    ["below a rule", "Pell, p. 12;", "B. Holm, The Lighters (Skane: Kyst Press, 1987), p. 41.", "________\n"],
  ])("may break off %s", (_, second, rest, rule = "") => {
    const { analysis, cited } = read(second, `${rule}${rest}`);
    expect(cited.at(-1)).toBe("The Lighters");
    const over = analysis.notes.filter((note) => note.continues !== undefined);
    expect(over.map(({ start, end }) => analysis.document.text.slice(start, end))).toEqual([rest]);
  });

  it("does not where its last sentence ends", () => {
    const { analysis } = read(
      "B. Holm, The Lighters (Skane: Kyst Press, 1987), p. 41.",
      "Pell, ‘Wicks and wages’, p. 22.",
    );
    expect(analysis.notes.some((note) => note.continues !== undefined)).toBe(false);
  });

  it("keeps its words where they say more and cite nothing", () => {
    const { cited, titles } = read(
      "B. Holm, The Lighters (Skane: Kyst Press, 1987), p. 41, where a wish to sleep",
      "was held to be no reason. The pay has been called low, but never withheld.",
    );
    expect(cited).toEqual(["The Lighters"]);
    expect(titles).toHaveLength(3);
  });
});
