/** The seed page with every surname and number renamed: the result renames with it, so nothing is a special case. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../core/analyse.ts";
import { buildGraph, withdraw } from "../../core/graph/index.ts";
import type { Analysis } from "../../core/model.ts";
import { readText } from "../../core/read/text.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../data/samples/medical-response.txt"), "utf8");
const read = (text: string): Analysis => analyse(readText(new TextEncoder().encode(text), null));

const surname = fc.constantFrom(
  ..."Adler Barlow Castro Dumont Eklund Fontaine Gallego Hartmann Ivanova Jarvis Keller Lindqvist Moreau Novak Okafor Petrov Quintana Rossi Sandoval Tanaka Ulrich Varga Whitfield Xenakis Yilmaz Zielinski".split(
    " ",
  ),
);
const names = ["Brew", "Davies", "Weber", "Khatri"];

interface Renaming {
  readonly surnames: readonly string[];
  readonly years: readonly number[];
  readonly first: number;
  readonly volume: number;
}

const renaming: fc.Arbitrary<Renaming> = fc.record({
  surnames: fc.uniqueArray(surname, { minLength: 4, maxLength: 4 }),
  years: fc.array(fc.integer({ min: 1975, max: 2024 }), { minLength: 3, maxLength: 3 }),
  first: fc.integer({ min: 120, max: 980 }),
  volume: fc.integer({ min: 2, max: 88 }),
});

/** Pages keep their order: 668 < 674 < 675 is what makes 674 a pinpoint. */
function rename({ surnames, years, first, volume }: Renaming): string {
  const [brew, davies, weber, khatri] = surnames;
  return page
    .replaceAll(/\b(Brew|Davies|Weber|Khatri)\b/g, (n) => [brew, davies, weber, khatri][names.indexOf(n)]!)
    .replace("2010 Dec;6(12): 674", `${years[0]} Dec;${volume}(12): ${first + 6}`)
    .replace("2008 Aug;26(3)", `${years[1]} Aug;${volume + 1}(3)`)
    .replace("2009;72:", `${years[2]};${volume + 2}:`)
    .replace(", 668.", `, ${first}.`)
    .replace(", 675.", `, ${first + 7}.`);
}

describe("renaming the seed page", () => {
  const original = read(page);

  it("renames sources, edges and pinpoints, and changes nothing else", () => {
    fc.assert(
      fc.property(renaming, (to) => {
        const found = read(rename(to));
        const [brew, davies, weber, khatri] = to.surnames;
        expect(
          found.sources.map((s) => [s.csl.author?.[0]?.family, s.csl.issued?.["date-parts"]?.[0]?.[0]]),
        ).toEqual([
          [brew, to.years[0]],
          [weber, to.years[1]],
          [khatri, to.years[2]],
        ]);
        expect(found.sources[0]!.csl.author?.[1]?.family).toBe(davies);
        expect(found.sources.map((s) => s.csl.volume)).toEqual([0, 1, 2].map((n) => String(to.volume + n)));
        expect(found.sources[0]!.csl.page).toBeUndefined();

        const shape = (a: Analysis) => {
          const claim = new Map(a.statements.map((s) => [s.id, s.label]));
          const source = new Map(a.sources.map((s, i) => [s.id, i]));
          return a.edges.map((e) => [
            claim.get(e.claim),
            source.get(e.source),
            e.form,
            e.scope,
            e.plausibility,
          ]);
        };
        expect(shape(found)).toEqual(shape(original));
        const pages = found.edges.flatMap((e) => (e.pinpoint ? [Number(e.pinpoint.value)] : []));
        expect([...new Set(pages)].sort((a, b) => a - b)).toEqual([to.first, to.first + 6, to.first + 7]);

        const fallen = (a: Analysis) => {
          const { falls, fallsIfCarried, weakened } = withdraw(buildGraph(a), [a.sources[0]!.id]);
          const label = new Map(a.statements.map((s) => [s.id, s.label]));
          return [falls, fallsIfCarried, weakened].map((list) => list.map((id) => label.get(id)));
        };
        expect(fallen(found)).toEqual(fallen(original));
        expect(found.statements.map((s) => s.kind)).toEqual(original.statements.map((s) => s.kind));
      }),
      { seed: 20, numRuns: 60 },
    );
  });

  it("keeps every id of the text when an unrelated paragraph is added", () => {
    const longer = read(
      page.replace("\n\nDisclaimer", "\n\nWater is wet in most places of the world.\n\nDisclaimer"),
    );
    const ids = new Set([...longer.statements, ...longer.notes, ...longer.sources].map((x) => x.id));
    for (const one of [...original.statements, ...original.notes, ...original.sources])
      expect(ids).toContain(one.id);
  });
});
