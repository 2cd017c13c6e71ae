/** Bytes into the library: known already, or read, analysed, checked and stored. */
import { createHash } from "node:crypto";
import type { Analysis } from "../core/model.ts";
import type { BibliographyFile, ReadProblem } from "../core/read/index.ts";
import { analysisSchema } from "../core/schema.ts";
import type { Engine } from "./engine.ts";
import type { ItemKey } from "./store/imports/types.ts";
import { type Added, type Store, StoreError } from "./store/store.ts";

export interface Incoming {
  readonly bytes: Uint8Array;
  readonly name: string | null;
  readonly bibliography?: readonly BibliographyFile[];
  /** The document that this is a new version of. */
  readonly replaces?: string | null;
  /** The document of a bulk import that this is. */
  readonly item?: ItemKey | null;
}

export interface ImportTools {
  readonly store: Store;
  readonly engine: Engine;
  readonly now: () => Date;
}

export type ImportResult =
  | ({ readonly ok: true } & Added)
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * Returns the analysis as the schema holds it. Throws a `StoreError` for one that breaks its own contract: a
 * library with half-right records is worse than a refusal.
 */
export function checked(analysis: Analysis): Analysis {
  const result = analysisSchema.safeParse(analysis);
  const issue = result.error?.issues[0];
  if (issue !== undefined) {
    throw new StoreError(
      "inconsistent",
      `the analysis breaks its schema at ${issue.path.join(".")}: ${issue.message}`,
    );
  }
  const end = analysis.document.text.length;
  const stray = [...analysis.statements, ...analysis.markers, ...analysis.notes, ...analysis.items].find(
    (span) => span.start > span.end || span.end > end,
  );
  if (stray !== undefined) {
    throw new StoreError(
      "inconsistent",
      `${stray.id} lies outside the text: ${stray.start}–${stray.end} of ${end}`,
    );
  }
  return analysis;
}

/**
 * Brings one file into the library. The same bytes twice are one document, found by their hash before anything
 * is read. Bad input is a result; a store that cannot write throws a `StoreError`.
 */
export async function importDocument(tools: ImportTools, incoming: Incoming): Promise<ImportResult> {
  const { bytes, name, bibliography = [] } = incoming;
  const known = await tools.store.documentByHash(createHash("sha256").update(bytes).digest("hex"));
  if (known !== null) return { ok: true, document: known, created: false };
  const result = await tools.engine.read(bytes, { name, bibliography });
  if (!result.ok) return result;
  const analysis = checked(await tools.engine.analyse(result.document));
  const added = await tools.store.add({
    analysis,
    bytes,
    importedAt: tools.now().toISOString(),
    engine: tools.engine.version,
    replaces: incoming.replaces ?? null,
    item: incoming.item ?? null,
  });
  return { ok: true, ...added };
}
