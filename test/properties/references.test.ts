/** What holds for every reference: whose name is in is whose name comes out, joined ones split again, nothing is invented. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CslName, ParsedReference } from "../../core/model.ts";
import { parseReference, splitReferences } from "../../core/reference/index.ts";

const SEED = 20261123;

const families = fc.constantFrom(
  ..."Abel Barros Castellano Dlamini Eriksson Fennimore Grant Hallam Iwata Jørgensen Kowalczyk Lindqvist Marchetti Nilsen Okafor Petrakis Quist Ridley Sørby Tanaka Ullman Vik Wexford Yamada Zelenko".split(
    " ",
  ),
);
const givens = fc.constantFrom(
  ..."Ada Boris Clara Dieter Elena Farid Greta Hugo Ines Jonas Karin Luca Maria Nora Oscar Priya Rosa Samir Teresa Urs".split(
    " ",
  ),
);
const people = fc.uniqueArray(fc.record({ family: families, given: givens }), {
  minLength: 1,
  maxLength: 4,
  selector: (p) => p.family,
});
const title = fc.constantFrom(
  "Night-time carbon monoxide in rural dwellings: a winter survey",
  "Replanting eelgrass and what returns",
  "Alarm ownership and call-out delay in small towns",
  "The cost of turning patients every two hours",
  "Streams, mills and the law of reasonable use",
);
const journal = fc.constantFrom(
  "Journal of Indoor Air",
  "Nursing Economics",
  "Acta Geriatrica",
  "Waterways Journal",
);
const year = fc.integer({ min: 1930, max: 2024 });
const volume = fc.integer({ min: 1, max: 99 });
const pages = fc
  .tuple(fc.integer({ min: 10, max: 800 }), fc.integer({ min: 3, max: 25 }))
  .map(([a, n]) => `${a}–${a + n}`);
const work = fc.record({ people, title, journal, year, volume, pages });

type Person = { readonly family: string; readonly given: string };
type Work = {
  readonly people: readonly Person[];
  readonly title: string;
  readonly journal: string;
  readonly year: number;
  readonly volume: number;
  readonly pages: string;
};

const join = (list: readonly string[], and: string): string =>
  list.length < 2 ? (list[0] ?? "") : `${list.slice(0, -1).join(", ")}${and}${list[list.length - 1]}`;

/** The same work as four styles print it. */
const STYLES: readonly ((w: Work) => string)[] = [
  (w) =>
    `${w.people.map((p) => `${p.family} ${p.given[0]}`).join(", ")}. ${w.title}. ${w.journal}. ${w.year};${w.volume}:${w.pages}.`,
  (w) =>
    `${join(
      w.people.map((p) => `${p.family}, ${p.given[0]}.`),
      ", & ",
    )} (${w.year}). ${w.title}. ${w.journal}, ${w.volume}, ${w.pages}.`,
  (w) =>
    `${join(
      w.people.map((p) => `${p.given[0]}. ${p.family}`),
      " and ",
    )}, “${w.title},” ${w.journal}, vol. ${w.volume}, pp. ${w.pages}, ${w.year}.`,
  (w) =>
    `${join(
      w.people.map((p) => `${p.given} ${p.family}`),
      " and ",
    )}, “${w.title},” ${w.journal} ${w.volume} (${w.year}): ${w.pages}.`,
];

const check = (property: fc.IProperty<unknown[]> | fc.IPropertyWithHooks<never>, runs = 120): void =>
  fc.assert(property as fc.IProperty<unknown[]>, { seed: SEED, numRuns: runs });

describe("references", () => {
  it("names the persons the string names, in every style", () => {
    check(
      fc.property(work, fc.nat(STYLES.length - 1), (w, style) => {
        const read = parseReference(STYLES[style]!(w)).csl;
        expect(read.author?.map((n: CslName) => n.family)).toEqual(w.people.map((p) => p.family));
        expect(read.author?.map((n: CslName) => n.given?.[0])).toEqual(w.people.map((p) => p.given[0]));
        expect(read.title).toBe(w.title);
        expect(read.issued).toEqual({ "date-parts": [[w.year]] });
      }) as never,
    );
  });

  it("splits two joined references again", () => {
    check(
      fc.property(
        work,
        work,
        fc.nat(STYLES.length - 1),
        fc.nat(STYLES.length - 1),
        fc.constantFrom("; ", " ", "; see also "),
        (a, b, i, j, between) => {
          const first = STYLES[i]!(a);
          const second = STYLES[j]!(b);
          const text = first + between + second;
          const bare = (s: string): string => s.replace(/[.;\s]+$/, "");
          expect(splitReferences(text).map((s) => bare(text.slice(s.start, s.end)))).toEqual([
            bare(first),
            bare(second),
          ]);
        },
      ) as never,
    );
  });

  it("reads no character as two fields and stays inside the string, whatever the string", () => {
    const word = fc.constantFrom(
      ..."( ) [ ] . , ; : “ ” Smith J. A. et al. and In ed. eds. (Ed.) vol. no. pp. 12 1999 2008a 3–9 S. Bd. § v. U.S. Journal of Press London: http://a.org/x doi:10.1000/182 ISBN 0306406152 Archive MS 1/2 PhD thesis ‘x’ — 東京 \u0301".split(
        " ",
      ),
    );
    check(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 40 }).map((l) => l.join(" ")),
          fc.string({ unit: "binary", maxLength: 200 }),
        ),
        (raw) => {
          const { evidence } = parseReference(raw);
          apart(evidence, raw.length);
          apart(splitReferences(raw), raw.length);
        },
      ) as never,
      400,
    );
  });

  it("says of garbage that it is unsure, and invents no field", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."bcdfghklmnpqrstvwxz"),
      minLength: 2,
      maxLength: 9,
    });
    const garbage = fc.oneof(
      fc.array(letters, { minLength: 1, maxLength: 12 }).map((l) => l.join(" ")),
      fc.string({ unit: fc.constantFrom(..."!?()[]{}.,;:-–#*/ "), maxLength: 60 }),
    );
    check(
      fc.property(garbage, (raw) => {
        const read: ParsedReference = parseReference(raw);
        expect(read.confidence).toBe("proposed");
        const { type: _, ...fields } = read.csl;
        expect(fields).toEqual({});
        expect(read.evidence).toEqual([]);
      }) as never,
      300,
    );
  });
});

function apart(spans: readonly { readonly start: number; readonly end: number }[], length: number): void {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  sorted.forEach((s, i) => {
    expect(s.start).toBeGreaterThanOrEqual(0);
    expect(s.end).toBeGreaterThan(s.start);
    expect(s.end).toBeLessThanOrEqual(length);
    if (i > 0) expect(s.start).toBeGreaterThanOrEqual(sorted[i - 1]!.end);
  });
}
