/** What would be found in a document, without keeping it: the counts, the same bytes, the likely earlier version. */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Analysis, Notice } from "../core/model.ts";
import type { ReadProblem } from "../core/read/index.ts";
import { checked, type ImportTools, type Incoming } from "./import.ts";
import { countParts, pairCount, titleOf } from "./store/rows.ts";
import type { DocumentCounts, DocumentSummary, Store } from "./store/store.ts";

export interface Preview {
  readonly counts: DocumentCounts;
  readonly title: string | null;
  readonly format: string;
  readonly notices: readonly Notice[];
  /** Findings that are errors or warnings. */
  readonly warnings: number;
  /** The document with the same bytes. */
  readonly known: DocumentSummary | null;
  /** The document that this is likely a later version of, and why. */
  readonly previous: { readonly document: DocumentSummary; readonly reason: string } | null;
}

export type PreviewResult =
  | { readonly ok: true; readonly preview: Preview }
  | { readonly ok: false; readonly problem: ReadProblem };

/** Share of sentences in common from which a document of the same name or title is taken for an earlier version. */
const much = 0.4;

/** Documents of one name that are looked into, the newest ones. */
const candidates = 5;

const warningsIn = ({ findings }: DocumentCounts): number => findings.error + findings.warning;

/** Returns the preview. Writes nothing; reads and analyses unless the same bytes are there. */
export async function previewDocument(tools: ImportTools, incoming: Incoming): Promise<PreviewResult> {
  const { bytes, name, bibliography = [] } = incoming;
  const known = await tools.store.documentByHash(createHash("sha256").update(bytes).digest("hex"));
  if (known !== null) {
    const { counts, title, format } = known;
    const preview = {
      counts,
      title,
      format,
      notices: [],
      warnings: warningsIn(counts),
      known,
      previous: null,
    };
    return { ok: true, preview };
  }
  const result = await tools.engine.read(bytes, { name, bibliography });
  if (!result.ok) return result;
  const read = checked(await tools.engine.analyse(result.document));
  const analysis = await tools.store.retractions.checked(read);
  const counts = {
    ...countParts(analysis),
    reviewed: { pairs: pairCount(analysis), reviewedPairs: 0, conflicts: 0 },
  };
  const title = titleOf(analysis);
  return {
    ok: true,
    preview: {
      counts,
      title,
      format: analysis.document.format,
      notices: analysis.document.notices,
      warnings: warningsIn(counts),
      known: null,
      previous: await earlierVersion(tools.store, { name, title, analysis }),
    },
  };
}

const sentences = ({ statements }: Analysis): ReadonlySet<string> => new Set(statements.map((s) => s.text));

/** Returns the document of the same name or title with most sentences in common, if they are many. */
async function earlierVersion(
  store: Store,
  { name, title, analysis }: { name: string | null; title: string | null; analysis: Analysis },
): Promise<Preview["previous"]> {
  const own = sentences(analysis);
  let best: { readonly document: DocumentSummary; readonly share: number } | null = null;
  for (const document of await store.namesakes({ name, title }, candidates)) {
    const stored = await store.analysis(document.id);
    if (stored === null) continue;
    const theirs = sentences(JSON.parse(gunzipSync(stored.gzip).toString("utf8")) as Analysis);
    const common = [...own].filter((s) => theirs.has(s)).length;
    const share = common / Math.max(1, Math.min(own.size, theirs.size));
    if (share >= much && share > (best?.share ?? 0)) best = { document, share };
  }
  if (best === null) return null;
  const same = name !== null && best.document.name === name ? "name" : "title";
  const percent = Math.floor(best.share * 100);
  return { document: best.document, reason: `the same ${same}, and ${percent} % of the sentences` };
}
