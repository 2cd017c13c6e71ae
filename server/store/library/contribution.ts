/** What one document adds to each work: how many of its claims rest on it, and how often it is mentioned. */
import { type ExpressionBuilder, sql, type Transaction } from "kysely";
import { groupBy } from "../../../core/group-by.ts";
import type { Tables } from "../tables.ts";

export interface Counts {
  readonly documents: number;
  readonly direct_claims: number;
  readonly carried_claims: number;
  readonly mentions: number;
}

/** An edge as far as counting goes. */
export interface Rests {
  readonly claim_id: string;
  readonly source_id: string;
  readonly scope: string;
}

/** Returns the distinct claims among the edges: with a direct one, and with carried ones only. */
export function claimCounts(edges: readonly Rests[]): Pick<Counts, "direct_claims" | "carried_claims"> {
  const all = new Set(edges.map((e) => e.claim_id));
  const direct = new Set(edges.filter((e) => e.scope === "direct").map((e) => e.claim_id));
  return { direct_claims: direct.size, carried_claims: all.size - direct.size };
}

/**
 * Returns what a document adds to each of its works. Two sources of the document that are one work count their
 * claims once. Linear.
 */
export function contributions(
  members: readonly { readonly source_id: string; readonly cluster: string; readonly mentions: number }[],
  edges: readonly Rests[],
): ReadonlyMap<string, Counts> {
  const bySource = groupBy(edges, (e) => e.source_id);
  return new Map(
    [...groupBy(members, (m) => m.cluster)].map(([cluster, own]) => [
      cluster,
      {
        documents: 1,
        ...claimCounts(own.flatMap((m) => bySource.get(m.source_id) ?? [])),
        mentions: own.reduce((sum, m) => sum + m.mentions, 0),
      },
    ]),
  );
}

const columns = ["documents", "direct_claims", "carried_claims", "mentions"] as const;

/** Adds the counts to the works, or takes them away. */
export async function addCounts(
  trx: Transaction<Tables>,
  changes: ReadonlyMap<string, Counts>,
  sign: 1 | -1,
): Promise<void> {
  // In one order for all, so that two documents with the same works do not wait for each other.
  for (const cluster of [...changes.keys()].sort()) {
    const counts = changes.get(cluster)!;
    const set = (eb: ExpressionBuilder<Tables, "library_sources">) =>
      Object.fromEntries(columns.map((c) => [c, eb(c, "+", sign * counts[c])]));
    await trx.updateTable("library_sources").set(set).where("id", "=", cluster).execute();
  }
}

/** Counts a work again from its members; grows with the claims on it. */
export async function countAgain(trx: Transaction<Tables>, cluster: string): Promise<void> {
  const claims = (direct: boolean) => sql<number>`(
    select count(*) from (
      select distinct e.document_id, e.claim_id from library_members m
      join edges e on e.document_id = m.document_id and e.source_id = m.source_id
      where m.cluster = ${cluster} ${direct ? sql`and e.scope = 'direct'` : sql``}) as counted)`;
  await trx
    .updateTable("library_sources")
    .set({
      documents: sql<number>`(select count(distinct document_id) from library_members where cluster = ${cluster})`,
      mentions: sql<number>`(select coalesce(sum(mentions), 0) from library_members where cluster = ${cluster})`,
      direct_claims: claims(true),
      carried_claims: sql<number>`${claims(false)} - ${claims(true)}`,
    })
    .where("id", "=", cluster)
    .execute();
}
