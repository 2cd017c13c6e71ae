/** A small analysis whose every text is hostile. */
import fc from "fast-check";
import type { Analysis, Csl, Edge, PinpointLabel, Source, Statement } from "../../core/model.ts";
import { type ReviewEvent, type ReviewState, reviewState, verdicts } from "../../core/review/index.ts";
import { graphInput } from "./graph-input.ts";
import { hostile } from "./hostile.ts";

const name = fc.oneof(
  fc.record({ family: hostile(), given: hostile() }),
  fc.record({ literal: hostile() }),
  fc.record({
    family: hostile(),
    given: hostile(),
    "non-dropping-particle": fc.constantFrom("van", "de la"),
  }),
);

const csl: fc.Arbitrary<Csl> = fc.record(
  {
    type: fc.constantFrom(
      "article-journal",
      "book",
      "chapter",
      "report",
      "thesis",
      "webpage",
      "legal_case",
      "manuscript",
      "paper-conference",
      "article",
    ),
    title: hostile(),
    author: fc.array(name, { maxLength: 3 }),
    editor: fc.array(name, { maxLength: 2 }),
    "container-title": hostile(),
    issued: fc.constantFrom(
      { "date-parts": [[2010, 12]] },
      { "date-parts": [[1999]] },
      { raw: "about 1900" },
    ),
    volume: hostile(),
    issue: hostile(),
    page: fc.oneof(hostile(), fc.constantFrom("833-854", "e12", "S1–S4")),
    publisher: hostile(),
    "publisher-place": hostile(),
    genre: hostile(),
    archive: hostile(),
    note: hostile(),
    DOI: fc.oneof(hostile(), fc.constant("10.1000/a_b(c)<d>{e}")),
    URL: fc.oneof(hostile(), fc.constant("https://example.org/?q=a%20b&c={d}#~e_f")),
  },
  { requiredKeys: ["type"] },
);

/** Returns analyses of up to six claims and three sources. */
export const hostileAnalysis = (): fc.Arbitrary<Analysis> =>
  fc
    .record({
      texts: fc.array(hostile(), { minLength: 1, maxLength: 6 }),
      labels: fc.array(hostile(), { minLength: 3, maxLength: 3 }),
      csls: fc.array(csl, { minLength: 3, maxLength: 3 }),
      keys: fc.array(fc.oneof(hostile(), fc.constantFrom("brew2010", "Brew2010")), {
        minLength: 3,
        maxLength: 3,
      }),
      truncated: fc.boolean(),
      wires: fc.array(
        fc.record({
          claim: fc.nat(5),
          source: fc.nat(2),
          scope: fc.constantFrom("direct" as const, "carried" as const),
          pinpoint: fc.option(
            fc.record({ label: fc.constantFrom<PinpointLabel>("page", "section"), value: hostile() }),
          ),
        }),
        { maxLength: 8 },
      ),
    })
    .map(({ texts, labels, csls, keys, truncated, wires }): Analysis => {
      const wired = wires.filter(({ claim }) => claim < texts.length);
      const text = texts.join("\n");
      const { statements, sources, edges } = graphInput({
        claims: texts.length,
        sources: 3,
        wires: wired,
        text: (i) => texts[i]!,
        label: (i) => labels[i]!,
      });
      let at = 0;
      const placed = statements.map((s, i): Statement => {
        const start = at;
        at += texts[i]!.length + 1;
        return { ...s, start, end: at - 1, textEnd: at - 1, section: labels[0]! };
      });
      return {
        schema: "footing/analysis/1",
        document: {
          id: "d1",
          format: "text",
          name: labels[1]!,
          hash: "0".repeat(64),
          text,
          blocks: [],
          hints: [],
          title: labels[2]!,
          language: null,
          date: null,
          bibliography: [],
          origins: [],
          notices: [],
        },
        blocks: [],
        sections: [],
        statements: placed,
        markers: [],
        notes: [],
        commentary: [],
        items: [],
        sources: sources.map(
          (s, i): Source => ({ ...s, key: keys[i]!, csl: csls[i]!, authorsTruncated: truncated }),
        ),
        edges: edges.map((e, i): Edge => ({ ...e, pinpoint: wired[i]!.pinpoint })),
        open: [],
        findings: [],
        conventions: [],
        uncertain: [],
      };
    });

/** Returns such an analysis with what hostile reviewers said of its pairs. */
export const hostileExport = (): fc.Arbitrary<Analysis & { readonly reviews: ReviewState }> =>
  fc
    .record({
      analysis: hostileAnalysis(),
      said: fc.array(
        fc.record({
          edge: fc.nat(7),
          reviewer: hostile(),
          comment: hostile(),
          verdict: fc.constantFrom(...verdicts),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ analysis, said }) => {
      const events = said.flatMap(({ edge, reviewer, comment, verdict }, i): ReviewEvent[] => {
        const cited = analysis.edges[edge];
        if (cited === undefined) return [];
        return [
          {
            kind: "verdict",
            id: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
            reviewer,
            at: "2026-01-01T10:00:00.000Z",
            subject: { kind: "pair", claim: cited.claim, source: cited.source },
            quote: { exact: "x", prefix: "", suffix: "" },
            verdict,
            reasons: [],
            tags: [],
            comment,
          },
        ];
      });
      return { ...analysis, reviews: reviewState(events) };
    });
