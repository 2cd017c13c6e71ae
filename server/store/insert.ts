/** Import and removal of one document: each a single transaction, everything or nothing. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Insertable, Selectable } from "kysely";
import { canonicalJson, canonicalJsonOnce } from "../../core/json.ts";
import type { Format } from "../../core/model.ts";
import { type StoreEngine, transact } from "./engine.ts";
import { settleIn } from "./imports/rows.ts";
import { settleNew } from "./library/settle.ts";
import type { Db } from "./lookup.ts";
import { check } from "./retractions/list.ts";
import { recount } from "./review.ts";
import { countParts, pairCount, partRows, titleOf } from "./rows.ts";
import type { Added, DocumentSummary, NewDocument, PartCounts } from "./store.ts";
import type { DocumentsTable, Tables } from "./tables.ts";
import { leaveVersion, takeVersion } from "./versions.ts";

const zip = promisify(gzip);

/** Children before parents, so that no foreign key has anything left to look for. */
const removalOrder = [
  "claim_rests",
  "listed_sources",
  "finding_subjects",
  "findings",
  "open_citations",
  "edges",
  "items",
  "notes",
  "markers",
  "sources",
  "statements",
  "originals",
  "analyses",
] as const satisfies readonly (keyof Tables)[];

/** Returns a row of `documents` as lists show it. */
export function toSummary(row: Selectable<DocumentsTable>): DocumentSummary {
  return {
    id: row.id,
    lineage: row.lineage,
    version: row.version,
    latest: row.latest === 1,
    previous: row.previous,
    name: row.name,
    title: row.title,
    format: row.format as Format,
    language: row.language,
    hash: row.hash,
    bytes: row.bytes,
    importedAt: row.imported_at,
    engine: row.engine,
    analysisHash: row.analysis_hash,
    counts: {
      ...(JSON.parse(row.counts) as PartCounts),
      reviewed: { pairs: row.pairs, reviewedPairs: row.reviewed_pairs, conflicts: row.conflicts },
    },
  };
}

/** Writes a document with all its parts; the same bytes twice are one document, and the answer says so. */
export async function addDocument(
  db: Db,
  engine: StoreEngine,
  { analysis: given, bytes, importedAt, engine: version, replaces = null, item = null }: NewDocument,
): Promise<Added> {
  const [checked] = await check(db, [given]);
  const { analysis, generation } = checked!;
  const spelling = canonicalJsonOnce();
  const parts = Object.entries(partRows(analysis, spelling));
  const json = Buffer.from(spelling(analysis), "utf8");
  const { document } = analysis;
  const own = {
    id: document.id,
    hash: document.hash,
    name: document.name,
    title: titleOf(analysis),
    format: document.format,
    language: document.language,
    bytes: bytes.byteLength,
    imported_at: importedAt,
    engine: version,
    analysis_hash: createHash("sha256").update(json).digest("hex"),
    counts: canonicalJson(countParts(analysis)),
    pairs: pairCount(analysis),
    reviewed_pairs: 0,
    conflicts: 0,
    list_generation: generation,
  };
  const packed = { analysis: await zip(json), original: await zip(bytes) };
  return transact(db, engine, async (trx) => {
    const known = await trx
      .selectFrom("documents")
      .selectAll()
      .where("hash", "=", document.hash)
      .executeTakeFirst();
    if (known !== undefined) {
      if (item !== null) await settleIn(trx, item, { state: "known", document: known.id });
      return { document: toSummary(known), created: false };
    }
    const place = await takeVersion(trx, own.id, replaces);
    const row: Insertable<DocumentsTable> = { ...own, ...place };
    await engine.insertRows(trx, "documents", [row]);
    await engine.insertRows(trx, "analyses", [{ document_id: row.id, gzip: packed.analysis }]);
    await engine.insertRows(trx, "originals", [{ document_id: row.id, gzip: packed.original }]);
    for (const [table, values] of parts) {
      await engine.insertRows(
        trx,
        table as keyof Tables,
        values as unknown as Insertable<Tables[keyof Tables]>[],
      );
    }
    await recount(trx, row.lineage);
    await settleNew(trx, engine, place, analysis);
    if (item !== null) await settleIn(trx, item, { state: "created", document: row.id });
    const written = await trx
      .selectFrom("documents")
      .selectAll()
      .where("id", "=", row.id)
      .executeTakeFirstOrThrow();
    return { document: toSummary(written), created: true };
  });
}

/** Takes a document and all its parts away; false when there was none. */
export function removeDocument(db: Db, engine: StoreEngine, id: string): Promise<boolean> {
  return transact(db, engine, async (trx) => {
    await leaveVersion(trx, engine, id);
    for (const table of removalOrder) await trx.deleteFrom(table).where("document_id", "=", id).execute();
    const gone = await trx.deleteFrom("documents").where("id", "=", id).executeTakeFirst();
    return gone.numDeletedRows > 0n;
  });
}
