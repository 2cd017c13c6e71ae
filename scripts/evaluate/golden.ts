/** Turns an analysis into the interchange form in which golden documents are scored. */
import type { Analysis, Csl, Edge, OpenCitation, Pinpoint } from "../../core/model.ts";

interface PredictedCite {
  readonly source: string | null;
  readonly pinpoint: Pinpoint | null;
  readonly scope: "direct" | "carried";
  readonly form: string;
}

export interface GoldenPrediction {
  readonly statements: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly kind: string;
    readonly cites: readonly PredictedCite[];
  }[];
  readonly notes: readonly { readonly label: string; readonly start: number; readonly end: number }[];
  readonly sources: readonly { readonly id: string; readonly csl: Csl }[];
  readonly findings: readonly { readonly code: string; readonly quote?: string }[];
}

const group = <T extends { readonly claim: string }>(list: readonly T[]): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const one of list) {
    const held = map.get(one.claim);
    if (held) held.push(one);
    else map.set(one.claim, [one]);
  }
  return map;
};

/** Records of the document's own bibliography file that the audit reports as never cited: golden documents list them too. */
function uncited({ document, findings }: Analysis): GoldenPrediction["sources"] {
  const unused = new Set(findings.flatMap((f) => (f.code === "unused-source" ? [f.data.key] : [])));
  return document.bibliography.flatMap((csl) =>
    csl.id !== undefined && unused.has(csl.id) ? [{ id: csl.id, csl }] : [],
  );
}

/** Returns the prediction of one document: statements with their cites, labelled notes, sources, findings. */
export function toGoldenPrediction(analysis: Analysis): GoldenPrediction {
  const edges = group<Edge>(analysis.edges);
  const open = group<OpenCitation>(analysis.open);
  const items = new Map(analysis.items.map((i) => [i.id, i]));
  return {
    statements: analysis.statements.map((s) => ({
      text: s.text,
      start: s.start,
      end: s.end,
      kind: s.kind,
      cites: [
        ...(edges.get(s.id) ?? []).map((e) => ({
          source: e.source,
          pinpoint: e.pinpoint,
          scope: e.scope,
          form: e.form,
        })),
        ...(open.get(s.id) ?? []).map((o) => ({
          source: null,
          pinpoint: items.get(o.item)?.pinpoint ?? null,
          scope: o.scope,
          form: items.get(o.item)?.form ?? "vague",
        })),
      ],
    })),
    notes: analysis.notes.flatMap((n) =>
      n.label === null ? [] : [{ label: n.label, start: n.start, end: n.end }],
    ),
    sources: [...analysis.sources.map(({ id, csl }) => ({ id, csl })), ...uncited(analysis)],
    findings: analysis.findings.map((f) => (f.quote ? { code: f.code, quote: f.quote } : { code: f.code })),
  };
}
