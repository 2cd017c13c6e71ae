/** Queries that several reads share: records by id, by label or key. */
import type { Kysely } from "kysely";
import { inBatches } from "./batches.ts";
import type { Found } from "./store.ts";
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
