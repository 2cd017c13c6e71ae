/** Brings the findings of stored documents up to the list as it is, some documents at a time, so that it can be cut off. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Transaction } from "kysely";
import { canonicalJson } from "../../../core/json.ts";
import type { Analysis } from "../../../core/model.ts";
import { type StoreEngine, transact } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { countParts, findingRows } from "../rows.ts";
import type { Tables } from "../tables.ts";
import { check, stateOf } from "./list.ts";
import { listedSourceRows } from "./listed.ts";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

interface Waiting {
  readonly id: string;
  readonly lineage: string;
  readonly analysis_hash: string;
}

interface Rewritten extends Waiting {
  readonly generation: number;
  /** Null where the list says what the list before said. */
  readonly made: { readonly analysis: Analysis; readonly gzip: Uint8Array; readonly hash: string } | null;
}

/** Documents may be large: what is read together is not more than this many bytes of files, or one document. */
const together = 4 * 1024 * 1024;

async function waiting(db: Db, generation: number, limit: number): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom("documents")
    .select(["id", "lineage", "analysis_hash", "bytes"])
    .where("list_generation", "!=", generation)
    .orderBy("id")
    .limit(limit)
    .execute();
  let sum = 0;
  const fitting = rows.filter(({ bytes }) => {
    sum += bytes;
    return sum <= together;
  });
  // In one order for all, so that no two processes wait for each other.
  return (fitting.length === 0 ? rows.slice(0, 1) : fitting).sort((a, b) => (a.lineage < b.lineage ? -1 : 1));
}

async function rewritten(db: Db, list: readonly Waiting[]): Promise<readonly Rewritten[]> {
  const texts: string[] = [];
  for (const { id } of list) {
    const row = await db
      .selectFrom("analyses")
      .select("gzip")
      .where("document_id", "=", id)
      .executeTakeFirst();
    texts.push(row === undefined ? "" : (await unzip(new Uint8Array(row.gzip))).toString("utf8"));
  }
  const there = list.flatMap((one, i) => (texts[i] === "" ? [] : [{ one, text: texts[i]! }]));
  const checked = await check(
    db,
    there.map(({ text }) => JSON.parse(text) as Analysis),
  );
  return Promise.all(
    there.map(async ({ one, text }, i) => {
      const { analysis, generation } = checked[i]!;
      const json = canonicalJson(analysis);
      if (json === text) return { ...one, generation, made: null };
      const bytes = Buffer.from(json, "utf8");
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { ...one, generation, made: { analysis, gzip: await zip(bytes), hash: sha256 } };
    }),
  );
}

async function write(
  trx: Transaction<Tables>,
  engine: StoreEngine,
  { id, lineage, analysis_hash, generation, made }: Rewritten,
): Promise<void> {
  // The lock of the lineage: the document may be going, or another process may be at the same work.
  await trx
    .updateTable("lineages")
    .set((eb) => ({ last_seq: eb.ref("last_seq") }))
    .where("id", "=", lineage)
    .execute();
  const changes =
    made === null ? {} : { analysis_hash: made.hash, counts: canonicalJson(countParts(made.analysis)) };
  const { numUpdatedRows } = await trx
    .updateTable("documents")
    .set({ ...changes, list_generation: generation })
    .where("id", "=", id)
    .where("analysis_hash", "=", analysis_hash)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n || made === null) return;
  await trx.updateTable("analyses").set({ gzip: made.gzip }).where("document_id", "=", id).execute();
  for (const table of ["finding_subjects", "findings", "listed_sources"] as const) {
    await trx.deleteFrom(table).where("document_id", "=", id).execute();
  }
  const { findings, finding_subjects } = findingRows(made.analysis);
  await engine.insertRows(trx, "findings", findings);
  await engine.insertRows(trx, "finding_subjects", finding_subjects);
  await engine.insertRows(trx, "listed_sources", listedSourceRows(made.analysis));
}

/** Checks up to so many waiting documents again, and returns how many were; 0 when none waits. */
export async function recheck(db: Db, engine: StoreEngine, limit: number): Promise<number> {
  const { revision } = await stateOf(db);
  const list = await waiting(db, revision, limit);
  if (list.length === 0) return 0;
  const made = await rewritten(db, list);
  await transact(db, engine, async (trx) => {
    for (const one of made) await write(trx, engine, one);
  });
  return list.length;
}
