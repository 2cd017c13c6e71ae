/** Laws of the audit: a defect adds exactly its findings, numbers agree with counting by hand, ids stay. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../core/audit/index.ts";
import { parseRetractions } from "../../core/audit/retractions.ts";
import type { Analysis, Scope } from "../../core/model.ts";
import { readText } from "../../core/read/text.ts";
import { analysed, goldenBases, inventedBases } from "../../scripts/dev/mutations/base.ts";
import { compare, runMutations, structural } from "../../scripts/dev/mutations/run.ts";
import { graphInput } from "../support/graph-input.ts";

const bases = [...goldenBases(), ...inventedBases()];
const reproducible = { seed: 20_260_101 };

describe("a defect in a document", () => {
  // Two of each kind in each document; `npm run docs:findings -- --measure` runs more and keeps the figures.
  const { counts, failures, mutations } = runMutations(bases, 2);

  it("adds exactly the findings that it must", () => {
    expect(
      failures.map(({ document, kind, missed, wrong }) => ({
        document,
        kind,
        missed,
        wrong: wrong.map((f) => `${f.code}: ${f.quote}`),
      })),
    ).toEqual([]);
    expect(mutations).toBeGreaterThan(300);
  });

  it("is tried for every structural code", () => {
    expect([...structural].filter((code) => (counts.get(code)?.expected ?? 0) === 0)).toEqual([]);
  });

  it("is seen to be missed and to be wrong", () => {
    const [finding] = bases[0]!.analysis.findings.filter((f) => structural.has(f.code));
    expect(compare([], [finding!], { expect: [] })).toEqual({ missed: [], wrong: [finding] });
    const expected = [{ code: "dangling-marker", quote: "9" }];
    expect(compare([], [], { expect: expected })).toEqual({ missed: expected, wrong: [] });
  });
});

const yearOf = (source: Analysis["sources"][number]) => source.csl.issued?.["date-parts"]?.[0]?.[0];

describe("at an as-of date", () => {
  it.each([1995, 2012, 2030])("%i, the old and the impossible sources are those of their years", (year) => {
    for (const { text } of bases) {
      const { sources, findings } = analysed(text, { asOf: `${year}-06-01` });
      const named = (code: string) => findings.filter((f) => f.code === code).map((f) => f.subjects[0]);
      const those = (test: (y: number) => boolean) =>
        sources
          .filter((s) => yearOf(s) !== undefined && test(yearOf(s)!))
          .map(({ id }) => ({ kind: "source", id }));
      expect(named("stale-source")).toEqual(expect.arrayContaining(those((y) => year - y > 10)));
      expect(named("stale-source")).toHaveLength(those((y) => year - y > 10).length);
      expect(named("implausible-date")).toHaveLength(those((y) => y > year + 1 || y < 1450).length);
    }
  });
});

describe("a retraction list", () => {
  it("marks exactly the sources whose DOI it has", () => {
    const withDois = inventedBases()
      .slice(3)
      .map(({ text }) => {
        let n = 0;
        return text.replace(/\.$/gm, () => `. doi:10.5555/x.${++n}`);
      });
    fc.assert(
      fc.property(
        fc.constantFrom(...withDois),
        fc.uniqueArray(fc.integer({ min: 1, max: 40 })),
        (text, numbers) => {
          const rows = numbers.map((n) => `,10.5555/X.${n},,Retraction`).join("\n");
          const list = parseRetractions(
            `Title,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n${rows}\n`,
            "",
          );
          if (!list.ok) throw new Error(list.message);
          const { sources, findings } = analysed(text, { retractions: list.index });
          const expected = sources.filter((s) =>
            numbers.some((n) => s.csl.DOI?.toLowerCase() === `10.5555/x.${n}`),
          );
          const found = findings.filter((f) => f.code === "retracted-source").map((f) => f.subjects[0]);
          expect(found).toEqual(expected.map(({ id }) => ({ kind: "source", id })));
        },
      ),
      { ...reproducible, numRuns: 12 },
    );
  });
});

describe("single-source-dependence", () => {
  const CLAIMS = 8;
  const SOURCES = 4;
  const wire = fc.record({
    claim: fc.nat(CLAIMS - 1),
    source: fc.nat(SOURCES - 1),
    scope: fc.constantFrom<Scope>("direct", "carried"),
  });

  it("is what deleting a source and counting again says", () => {
    const document = readText(new TextEncoder().encode("."), null);
    fc.assert(
      fc.property(fc.array(wire, { maxLength: 16 }), (wires) => {
        const input = graphInput({ claims: CLAIMS, sources: SOURCES, wires });
        const analysis: Analysis = {
          schema: "footing/analysis/1",
          document,
          blocks: [],
          sections: [],
          markers: [],
          notes: [],
          commentary: [],
          items: [],
          open: [],
          findings: [],
          conventions: [],
          uncertain: [],
          ...input,
        };
        const cited = (gone: string | null, scope: Scope) =>
          new Set(
            input.edges.filter((e) => e.scope === scope && e.source !== gone).map((e) => e.claim as string),
          );
        const all = cited(null, "direct");
        const expected = input.sources.flatMap(({ id }) => {
          const left = cited(id, "direct");
          const falls = [...all].filter((claim) => !left.has(claim));
          return falls.length >= 2 && falls.length / all.size >= 1 / 3
            ? [
                {
                  source: id,
                  falls: falls.map((claim) => input.statements.find((s) => s.id === claim)!.label).sort(),
                },
              ]
            : [];
        });
        const found = audit(analysis)
          .filter((f) => f.code === "single-source-dependence")
          .map((f) => ({
            source: f.subjects.flatMap((s) => (s.kind === "source" ? [s.id] : []))[0],
            falls: [...(f.data.falls as readonly string[])].sort(),
          }));
        const order = (list: readonly { readonly source: string | undefined }[]) =>
          [...list].sort((a, b) => (a.source! < b.source! ? -1 : 1));
        expect(order(found)).toEqual(order(expected));
      }),
      { ...reproducible, numRuns: 200 },
    );
  });
});

describe("a finding's id", () => {
  it("stays when a paragraph is put in front", () => {
    for (const { analysis, text, name } of bases) {
      const first = analysis.statements.find((s) => s.kind === "claim" && s.paragraph === 1);
      if (!first) continue;
      const longer = `${text.slice(0, first.start)}Nobody counted the ships that winter. There were many.\n\n${text.slice(first.start)}`;
      const after = new Set(analysed(longer).findings.map((f) => f.id));
      const lost = analysis.findings.filter((f) => !after.has(f.id)).map((f) => f.code);
      expect({ name, lost }).toEqual({ name, lost: [] });
    }
  });
});
