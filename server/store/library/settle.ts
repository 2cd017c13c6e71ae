/** Which version of a document stands in the library: the last one. Called by every write that changes it. */
import type { Transaction } from "kysely";
import type { Analysis, Source, Statement } from "../../../core/model.ts";
import { type StoreEngine, transact } from "../engine.ts";
import type { Db } from "../lookup.ts";
import type { Tables } from "../tables.ts";
import { atomOf } from "./merge-id.ts";
import { displace, type Placing, place } from "./place.ts";

type Trx = Transaction<Tables>;

const ofAnalysis = (lineage: string, analysis: Analysis): Placing => ({
  document: analysis.document.id,
  lineage,
  sources: analysis.sources,
  edges: analysis.edges.map((e) => ({ claim_id: e.claim, source_id: e.source, scope: e.scope })),
  claims: analysis.statements.filter((s) => s.kind === "claim"),
});

async function ofRows(trx: Trx, document: string, lineage: string): Promise<Placing> {
  const sources = await trx
    .selectFrom("sources")
    .select("json")
    .where("document_id", "=", document)
    .orderBy("position")
    .execute();
  const edges = await trx
    .selectFrom("edges")
    .select(["claim_id", "source_id", "scope"])
    .where("document_id", "=", document)
    .execute();
  const claims = await trx
    .selectFrom("statements")
    .select("json")
    .where("document_id", "=", document)
    .where("kind", "=", "claim")
    .orderBy("position")
    .execute();
  return {
    document,
    lineage,
    sources: sources.map((r) => JSON.parse(r.json) as Source),
    edges,
    claims: claims.map((r) => JSON.parse(r.json) as Statement),
  };
}

async function swap(trx: Trx, engine: StoreEngine, out: string | null, placing: Placing): Promise<void> {
  const { lineage, sources } = placing;
  if (out !== null) await displace(trx, engine, out, new Set(sources.map((s) => atomOf(lineage, s.id))));
  await place(trx, engine, placing);
}

/** A new last version has come in, behind `previous`. */
export const settleNew = (
  trx: Trx,
  engine: StoreEngine,
  { lineage, previous }: { readonly lineage: string; readonly previous: string | null },
  analysis: Analysis,
): Promise<void> => swap(trx, engine, previous, ofAnalysis(lineage, analysis));

/** The last version goes; `previous`, where there is one, becomes the last. */
export async function settleGone(
  trx: Trx,
  engine: StoreEngine,
  document: string,
  { lineage, previous }: { readonly lineage: string; readonly previous: string | null },
): Promise<void> {
  if (previous === null) await displace(trx, engine, document);
  else await swap(trx, engine, document, await ofRows(trx, previous, lineage));
}

/** Puts documents in their place that came in before there was one; each is a transaction, so that it can be cut off. */
export async function placeMissing(db: Db, engine: StoreEngine): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom("documents")
      .select(["id", "lineage"])
      .where("latest", "=", 1)
      .where("placed", "=", 0)
      .limit(100)
      .execute();
    if (rows.length === 0) return;
    for (const { id, lineage } of rows)
      await transact(db, engine, async (trx) => {
        // The lock of the lineage: another process may be placing it, or taking it away.
        await trx
          .updateTable("lineages")
          .set((eb) => ({ last_seq: eb.ref("last_seq") }))
          .where("id", "=", lineage)
          .execute();
        const still = await trx
          .selectFrom("documents")
          .select("id")
          .where("id", "=", id)
          .where("latest", "=", 1)
          .where("placed", "=", 0)
          .executeTakeFirst();
        if (still !== undefined) await place(trx, engine, await ofRows(trx, id, lineage));
      });
  }
}
