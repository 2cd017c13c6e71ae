/** The desk's filters: what they show of a document, and how they stand in an address. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDesk } from "../client/desk/desk.ts";
import {
  type Answers,
  applyFilters,
  type Filter,
  formatFilters,
  parseFilters,
  states,
  toggled,
  yearOf,
} from "../client/desk/filter.ts";
import type { Finding } from "../core/model.ts";
import { verdicts } from "../core/review/index.ts";
import { goldenAnalysis } from "./support/golden-analysis.ts";

const finding = (id: string, code: string, subjects: Finding["subjects"]): Finding => ({
  id,
  code,
  severity: "warning",
  subjects,
  spans: [],
  quote: "",
  message: "",
  data: {},
});
const seed = goldenAnalysis("seed/medical-response");
const short = seed.edges.find((e) => e.claim === "s3" && e.source === "brew-2010")!;
const desk = createDesk({
  ...seed,
  findings: [
    finding("f1", "missing-pinpoint", [{ kind: "item", id: short.item }]),
    finding("f2", "uncited-claim", [{ kind: "claim", id: "s8" }]),
    finding("f3", "document-undated", [{ kind: "document" }]),
    finding("f4", "no-identifier", [{ kind: "source", id: "khatri-2009" }]),
  ],
});
const nobody: Answers = { verdictOf: () => null, fallen: new Set() };

/** Returns the claims shown by their numbers, and the sources by their keys. */
function shown(text: string, answers = nobody) {
  const { filters, unknown } = parseFilters(text);
  expect(unknown).toEqual([]);
  const { claims, sources, edges, findings } = applyFilters(desk, filters, answers)!;
  return {
    claims: desk.claims.filter((c) => claims.has(c.id)).map((c) => c.ref),
    sources: desk.works.filter((w) => sources.has(w.id)).map((w) => w.ref),
    edges: edges.size,
    findings: [...findings],
  };
}

describe("filters", () => {
  it("show all where there are none", () => {
    expect(applyFilters(desk, [], nobody)).toBeNull();
  });

  it("show the claims of a state, and widen within a kind", () => {
    expect(shown("uncited")).toEqual({
      claims: ["2.1", "2.2", "2.3", "2.4"],
      sources: [],
      edges: 0,
      findings: ["f2"],
    });
    expect(shown("carried").claims).toEqual(["1.1", "1.5"]);
    expect(shown("carried,uncited").claims).toEqual(["1.1", "1.5", "2.1", "2.2", "2.3", "2.4"]);
    const fallen = new Set(["s2"]);
    expect(shown("fallen", { ...nobody, fallen }).claims).toEqual(["1.2"]);
  });

  it("narrow between kinds, and ask one and the same pair", () => {
    expect(shown("source:brew2010").claims).toEqual(["1.1", "1.2", "1.3", "1.5", "1.6"]);
    expect(shown("carried,source:brew2010").claims).toEqual(["1.1", "1.5"]);
    expect(shown("source:brew2010,year:2008")).toMatchObject({ claims: [], sources: [] });
    const verdictOf: Answers["verdictOf"] = (claim, source) =>
      claim === "s3" && source === "weber-2008" ? "supports" : null;
    const judged = { ...nobody, verdictOf };
    expect(shown("verdict:supports", judged)).toMatchObject({ claims: ["1.3"], sources: ["weber2008"] });
    expect(shown("verdict:supports,source:brew2010", judged).claims).toEqual([]);
    expect(shown("verdict:none", judged).claims).toEqual(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]);
    expect(shown("verdict:none", judged).edges).toBe(6);
  });

  it("follow a finding from a citation, a claim or a source", () => {
    expect(shown("rule:missing-pinpoint")).toMatchObject({
      claims: ["1.3"],
      sources: ["brew2010"],
      edges: 1,
    });
    expect(shown("rule:uncited-claim")).toMatchObject({ claims: ["2.2"], sources: [] });
    expect(shown("rule:no-identifier")).toMatchObject({ claims: ["1.4"], sources: ["khatri2009"] });
    expect(shown("rule:document-undated")).toEqual({ claims: [], sources: [], edges: 0, findings: ["f3"] });
  });

  it("know years, sections and documents", () => {
    expect(shown("year:2009").claims).toEqual(["1.4"]);
    expect(shown(formatFilters([{ kind: "document", value: seed.document.id }])).claims).toHaveLength(10);
    expect(shown("document:another")).toEqual({ claims: [], sources: [], edges: 0, findings: [] });
    const section = desk.claims[0]!.statement.section ?? "";
    expect(shown(formatFilters([{ kind: "section", value: section }])).claims).toContain("1.1");
    expect(yearOf({ csl: { type: "book", issued: { raw: "circa 1847" } } })).toBe("1847");
    expect(yearOf({ csl: { type: "book" } })).toBe("none");
  });
});

const word = fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant("state" as const), value: fc.constantFrom(...states) }),
  fc.record({ kind: fc.constant("verdict" as const), value: fc.constantFrom(...verdicts, "none" as const) }),
  fc.record({ kind: fc.constant("rule" as const), value: fc.constantFrom("no-identifier", "uncited-claim") }),
  fc.record({
    kind: fc.constantFrom("section" as const, "source" as const, "year" as const, "document" as const),
    value: word,
  }),
);
const filterList = fc.uniqueArray(filter, { maxLength: 5, selector: (f) => `${f.kind}:${f.value}` });

describe("as text", () => {
  it("read back what they write", () => {
    fc.assert(
      fc.property(filterList, (filters) => {
        expect(parseFilters(formatFilters(filters))).toEqual({ filters, unknown: [] });
      }),
      { seed: 7 },
    );
  });

  it("hand back what is no filter", () => {
    expect(parseFilters("uncited,colour:red,verdict:yes,rule:X,,uncited,%E0%A4%A")).toEqual({
      filters: [{ kind: "state", value: "uncited" }],
      unknown: ["colour:red", "verdict:yes", "rule:X", "%E0%A4%A"],
    });
  });

  it("are taken back by a second touch", () => {
    const [a, b] = parseFilters("uncited,year:2008").filters;
    expect(toggled(toggled([a!], b!), a!)).toEqual([b]);
  });
});

it("shows an edge with both its ends, whatever is asked", () => {
  fc.assert(
    fc.property(filterList, (filters) => {
      const found = applyFilters(desk, filters, nobody);
      if (!found) return;
      for (const edge of desk.analysis.edges) {
        if (!found.edges.has(edge.id)) continue;
        expect(found.claims.has(edge.claim) && found.sources.has(edge.source)).toBe(true);
      }
    }),
    { seed: 7 },
  );
});
