/** Full-text search by FTS5: tables beside the rows that hold the index only, not the words again. */
import { sql, type Transaction } from "kysely";
import { inBatches } from "./batches.ts";
import type { Term } from "./library/words.ts";
import type { SearchIndex } from "./search.ts";
import type { Tables } from "./tables.ts";

type Trx = Transaction<Tables>;

const tables = { claim_index: "claim_search", library_sources: "source_search" } as const;

/** The tables of the index. */
export const searchTables: readonly string[] = Object.values(tables);

const matching = (terms: readonly Term[]): string =>
  terms.map(({ word, prefix }) => `"${word}"${prefix ? "*" : ""}`).join(" AND ");

async function insert(
  trx: Trx,
  table: keyof typeof tables,
  rows: readonly { readonly words: readonly string[] }[],
): Promise<void> {
  // One writer at a time: nobody takes these numbers meanwhile.
  const last = await trx
    .selectFrom(table)
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  const numbered = rows.map((row, i) => ({ ...row, seq: (last?.seq ?? 0) + 1 + i }));
  await inBatches(numbered, async (batch) => {
    const values = batch.map(({ words: _, ...row }) => row);
    await trx
      .insertInto(table)
      .values(values as never)
      .execute();
    const words = batch.map((row) => sql`(${row.seq}, ${row.words.join(" ")})`);
    await sql`insert into ${sql.table(tables[table])} (rowid, words) values ${sql.join(words)}`.execute(trx);
    return [];
  });
}

async function drop(trx: Trx, table: keyof typeof tables, seqs: readonly number[]): Promise<void> {
  await inBatches(seqs, async (batch) => {
    await sql`delete from ${sql.table(tables[table])} where rowid in (${sql.join(batch)})`.execute(trx);
    return [];
  });
}

export const sqliteSearch: SearchIndex = {
  async create(db) {
    // Every letter beyond ASCII is part of a word to this tokenizer; the words come apart already.
    for (const table of searchTables)
      await sql`create virtual table ${sql.table(table)} using fts5(
        words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`.execute(db);
  },
  // Here each transaction puts its words in place.
  limitPending: async () => {},
  insertClaims: (trx, rows) => insert(trx, "claim_index", rows),
  insertSources: (trx, rows) => insert(trx, "library_sources", rows),
  async reword(trx, seq, words) {
    await drop(trx, "library_sources", [seq]);
    await sql`insert into source_search (rowid, words) values (${seq}, ${words.join(" ")})`.execute(trx);
  },
  dropClaims: (trx, seqs) => drop(trx, "claim_index", seqs),
  dropSources: (trx, seqs) => drop(trx, "library_sources", seqs),
  matching,
  // One way for all of them, and its thread answers one after the other.
  way: async () => ({ claims: { few: true, above: null }, works: { few: true, leading: false } }),
  claimHits: ({ terms, before, limit }) => `select seq, document_id, claim_id from (
      select rowid as hit from claim_search
      where claim_search match ${terms} and rowid < ${before} order by rowid desc limit ${limit})
    cross join claim_index on seq = hit order by hit desc`,
  sourceHas: (terms) => `seq in (select rowid from source_search where source_search match ${terms})`,
};
