/** Makes the input of an evidence graph from claim and source numbers: s0 … and w0 …, three claims a paragraph. */
import type { GraphInput } from "../../core/graph/index.ts";
import type { Edge, Scope, Source, Statement } from "../../core/model.ts";

export interface GraphSketch {
  readonly claims: number;
  readonly sources: number;
  readonly wires: readonly { readonly claim: number; readonly source: number; readonly scope: Scope }[];
  readonly text?: (claim: number) => string;
  readonly label?: (source: number) => string;
}

export function graphInput({ claims, sources, wires, text, label }: GraphSketch): GraphInput {
  return {
    statements: Array.from(
      { length: claims },
      (_, i): Statement => ({
        id: `s${i}`,
        kind: "claim",
        label: `${Math.floor(i / 3) + 1}.${(i % 3) + 1}`,
        start: i,
        end: i + 1,
        textEnd: i + 1,
        text: text?.(i) ?? `Claim ${i}.`,
        section: null,
        paragraph: 1,
        block: Math.floor(i / 3),
        markers: [],
      }),
    ),
    sources: Array.from(
      { length: sources },
      (_, i): Source => ({
        id: `w${i}`,
        key: `work${i}`,
        label: label?.(i) ?? `Work ${i}`,
        csl: { type: "book" },
        authorsTruncated: false,
        mentions: [],
        descriptions: [],
        evidence: [],
        conflicts: [],
      }),
    ),
    edges: wires.map(
      ({ claim, source, scope }, i): Edge => ({
        id: `e${i}`,
        claim: `s${claim}`,
        marker: `m${claim}`,
        note: null,
        item: `i${i}`,
        source: `w${source}`,
        pinpoint: null,
        form: "full",
        scope,
        plausibility: scope === "direct" ? null : "probable",
        basis: { rule: "test", confidence: "certain", spans: [] },
      }),
    ),
  };
}
