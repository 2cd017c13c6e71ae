/** What every route needs, and the look-ups they share. */
import { gunzipSync } from "node:zlib";
import type { ExportFormat } from "../../core/bib/formats.ts";
import type { Analysis } from "../../core/model.ts";
import type { Reply } from "../endpoint.ts";
import type { Engine } from "../engine.ts";
import type { Background } from "../jobs/background.ts";
import type { BulkWork } from "../jobs/bulk.ts";
import type { Importer } from "../jobs/importer.ts";
import type { Answers, Made } from "../kept.ts";
import { Problem } from "../problem.ts";
import type { Sample } from "../samples.ts";
import type { Json } from "../store/packed.ts";
import type { DocumentSummary, Found, Store, StoredAnalysis } from "../store/store.ts";

export interface Context {
  readonly store: Store;
  readonly engine: Engine;
  readonly importer: Importer;
  readonly bulk: BulkWork;
  readonly recheck: Background;
  /** Largest file, in bytes. */
  readonly maxBytes: number;
  /** Whether callers must say who they are. */
  readonly withAccounts: boolean;
  readonly now: () => Date;
  readonly samples: ReadonlyMap<string, Sample>;
  readonly formats: ReadonlyMap<string, ExportFormat>;
  readonly answers: Answers;
}

/** Returns the problem for a document that is not there. */
export const noDocument = (id: string): Problem =>
  new Problem("document-not-found", {
    detail: `The library has no document "${id}".`,
    remedy: "GET /api/documents lists what there is.",
  });

/** Returns the document, or throws the problem. */
export async function documentOf({ store }: Context, id: string): Promise<DocumentSummary> {
  const document = await store.document(id);
  if (document === null) throw noDocument(id);
  return document;
}

/**
 * Returns the reply that `make` makes of the document as JSON. It may say nothing but what follows from the analysis:
 * `what` names it among such answers, and it is given again for as long as the analysis stands.
 */
export async function answerFrom(
  { answers, store }: Context,
  document: string,
  what: string,
  make: () => Promise<Made>,
): Promise<Reply> {
  const origin = () => store.analysisHash(document);
  const { body, etag } = await answers.of(`${document} ${what}`, origin, make);
  return { kind: "json-text", body, etag };
}

/** Returns the name of an answer to a question with these terms. */
export const named = (what: string, terms: object): string => `${what} ${JSON.stringify(terms)}`;

/**
 * Returns the reply that `make` makes of the library as JSON, the same for every caller; it is given again until
 * something in the library changes. `what` names it among such answers.
 */
export async function answerNow(
  { answers, store }: Context,
  what: string,
  make: () => Promise<Json<unknown>>,
): Promise<Reply> {
  const { body, etag } = await answers.shared(what, store.state, make);
  return { kind: "json-text", body, etag };
}

/** Returns the analysis as it is stored, or throws the problem. */
export async function storedAnalysisOf({ store }: Context, id: string): Promise<StoredAnalysis> {
  const stored = await store.analysis(id);
  if (stored === null) throw noDocument(id);
  return stored;
}

/** Returns the whole analysis; cost grows with the document. */
export async function analysisOf(context: Context, id: string): Promise<Analysis> {
  const { gzip } = await storedAnalysisOf(context, id);
  return JSON.parse(gunzipSync(gzip).toString("utf8")) as Analysis;
}

/** Returns what was found in the document, or throws the problem that says why nothing was chosen. */
export async function foundIn<T>(
  context: Context,
  document: string,
  kind: "claim" | "source",
  ref: string,
  found: Found<T>,
): Promise<T> {
  switch (found.kind) {
    case "found":
      return found.value;
    case "ambiguous":
      throw new Problem("ambiguous", {
        detail: `"${ref}" names ${found.candidates.length} ${kind}s of this document.`,
        remedy: "Ask with one of the ids.",
        candidates: found.candidates,
      });
    case "missing":
      await documentOf(context, document);
      throw new Problem(`${kind}-not-found`, {
        detail: `The document has no ${kind} "${ref}".`,
        remedy: `GET /api/documents/${encodeURIComponent(document)}/${kind}s lists them.`,
      });
    default:
      return found satisfies never;
  }
}

/** Returns the sources that a list of ids and keys names, in the order asked; throws for one that is not there. */
export function namedSources(analysis: Analysis, list: string): Analysis["sources"] {
  const refs = list
    .split(",")
    .map((ref) => ref.trim())
    .filter((ref) => ref !== "");
  const byId = new Map(analysis.sources.map((s) => [s.id as string, s]));
  const byKey = new Map(analysis.sources.map((s) => [s.key, s]));
  return [...new Set(refs)].map((ref) => {
    const source = byId.get(ref) ?? byKey.get(ref);
    if (source !== undefined) return source;
    throw new Problem("source-not-found", {
      detail: `The document has no source "${ref}".`,
      remedy: `Its keys are ${analysis.sources
        .slice(0, 20)
        .map((s) => s.key)
        .join(", ")}.`,
    });
  });
}

/** Returns the claims that a list of ids and numbers names; a number that several claims bear names them all. */
export function namedClaims(analysis: Analysis, list: string): Analysis["statements"] {
  const refs = new Set(
    list
      .split(",")
      .map((ref) => ref.trim())
      .filter((ref) => ref !== ""),
  );
  const claims = analysis.statements.filter(
    (s) => s.kind === "claim" && (refs.has(s.id) || refs.has(s.label)),
  );
  for (const { id, label } of claims) {
    refs.delete(id);
    refs.delete(label);
  }
  const [missing] = refs;
  if (missing === undefined) return claims;
  throw new Problem("claim-not-found", {
    detail: `The document has no claim "${missing}".`,
    remedy: "GET …/claims lists them with their numbers.",
  });
}
