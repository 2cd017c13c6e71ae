/** What an analysis must say whatever kind of file the document was. */
import { analyse } from "../../../core/analyse.ts";
import type { Analysis } from "../../../core/model.ts";
import { readDocument } from "../../../core/read/index.ts";

/** Returns the analysis of a file's bytes. */
export async function analysed(bytes: Uint8Array): Promise<Analysis> {
  const result = await readDocument(bytes);
  if (!result.ok) throw new Error(result.problem.message);
  return analyse(result.document);
}

export type Essence = ReturnType<typeof essence>;

/** Returns claims, notes, sources and edges. Ids depend on offsets, so that words stand for them. */
export function essence(analysis: Analysis) {
  const claims = new Map(analysis.statements.map((s) => [s.id, s.text.replace(/\s+/g, " ")]));
  const sources = new Map(analysis.sources.map((s) => [s.id, s.key]));
  return {
    claims: analysis.statements
      .filter((s) => s.kind === "claim")
      .map((s) => `${s.label} ${claims.get(s.id)}`),
    notes: analysis.notes.map((note) => note.label),
    sources: analysis.sources.map((s) => `${s.key}: ${s.csl.title ?? "–"} (${s.mentions.length} mentions)`),
    edges: analysis.edges.map((e) =>
      [
        claims.get(e.claim),
        sources.get(e.source),
        e.pinpoint?.value ?? "–",
        e.form,
        e.scope,
        e.plausibility,
      ].join(" | "),
    ),
    open: analysis.open.map((o) => `${claims.get(o.claim)} ${o.scope}`),
  };
}
