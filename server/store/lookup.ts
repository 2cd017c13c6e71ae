/** Queries that several reads share: records by id, by label or key, claims on a source. */
import { type Kysely, sql } from "kysely";
import { inBatches } from "./batches.ts";
import { decodeCursor, toPage } from "./cursor.ts";
import type { Found, Page, PageRequest } from "./store.ts";
import type { Tables } from "./tables.ts";

export type Db = Kysely<Tables>;
export type PartTable = "statements" | "markers" | "notes" | "items" | "sources" | "findings";

/** Returns the record kept in a row. */
export const record = <T>(row: { readonly json: string }): T => JSON.parse(row.json) as T;

/** Ids in one question, far below the engines' limits of bound values. */
const many = 500;

/** Calls `ask` with the distinct ids, in batches, and returns all rows as records in text order. */
async function recordsOf<T>(
  ids: Iterable<string>,
  ask: (batch: readonly string[]) => Promise<readonly { readonly position: number; readonly json: string }[]>,
): Promise<T[]> {
  const rows = await inBatches(ids, ask, many);
  return rows.sort((a, b) => a.position - b.position).map(record<T>);
}

/** Returns the records with these ids in one document, in text order; asks nothing for no ids. */
export const byIds = <T>(db: Db, table: PartTable, document: string, ids: Iterable<string>): Promise<T[]> =>
  recordsOf<T>(ids, (batch) =>
    db
      .selectFrom(table)
      .select(["position", "json"])
      .where("document_id", "=", document)
      .where("id", "in", batch)
      .execute(),
  );

/** Returns a page of records in text order; `kind` keeps statements of that kind only. */
export async function pageOf<T>(
  db: Db,
  table: "statements" | "sources" | "findings",
  document: string,
  { after, limit }: PageRequest,
  kind?: string,
): Promise<Page<T>> {
  let query = db
    .selectFrom(table)
    .select(["position", "json"])
    .where("document_id", "=", document)
    .orderBy("position")
    .limit(limit + 1);
  if (kind !== undefined) query = query.where(sql.ref("kind"), "=", kind);
  if (after !== null) query = query.where("position", ">", decodeCursor<[number]>(after, ["number"])[0]);
  return toPage(await query.execute(), limit, (r) => [r.position], record<T>);
}

/** Returns the record with this id, else the one with this label or key, which must name exactly one. */
export async function lookUp<T>(
  db: Db,
  table: "statements" | "sources",
  column: "label" | "key",
  document: string,
  ref: string,
): Promise<Found<T>> {
  const [exact] = await byIds<T>(db, table, document, [ref]);
  if (exact !== undefined) return { kind: "found", value: exact };
  const rows = await db
    .selectFrom(table)
    .select(["id", "json"])
    .where("document_id", "=", document)
    .where(column as "id", "=", ref)
    .orderBy("position")
    .limit(20)
    .execute();
  const [first, ...others] = rows;
  if (first === undefined || ref === "") return { kind: "missing" };
  if (others.length > 0) return { kind: "ambiguous", candidates: rows.map((r) => r.id) };
  return { kind: "found", value: record<T>(first) };
}

interface ClaimCounts {
  readonly directClaims: number;
  readonly carriedClaims: number;
}

/** Returns the number of distinct claims on each source: with a direct edge, and with carried ones only. */
export async function claimsBySource(
  db: Db,
  document: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, ClaimCounts>> {
  if (sources.length === 0) return new Map();
  const rows = await db
    .selectFrom("edges")
    .select(["source_id", "claim_id", "scope"])
    .distinct()
    .where("document_id", "=", document)
    .where("source_id", "in", [...sources])
    .execute();
  const direct = new Map<string, Set<string>>();
  const all = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const map of row.scope === "direct" ? [direct, all] : [all]) {
      map.set(row.source_id, (map.get(row.source_id) ?? new Set()).add(row.claim_id));
    }
  }
  return new Map(
    [...all].map(([source, claims]) => {
      const directClaims = direct.get(source)?.size ?? 0;
      return [source, { directClaims, carriedClaims: claims.size - directClaims }];
    }),
  );
}
